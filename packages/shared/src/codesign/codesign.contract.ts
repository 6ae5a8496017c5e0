import * as z from 'zod/mini'
import { endpoint, id, instant } from '../http/index.ts'
import { codesignBoard, group, groupSession } from './codesign.board.ts'
import { joinGroup, member, startGroup, startSession } from './codesign.schemas.ts'

const groupId = z.object({ groupId: id })

export const codesignContract = {
  ...codesignBoard,
  read: endpoint({
    method: 'GET',
    path: '/groups/:groupId',
    summary: 'One group: what it is about, when and where it meets, what you get',
    access: 'anyone',
    params: groupId,
    response: group,
    errors: ['codesign.group_not_found'],
    cache: 'public',
  }),
  join: endpoint({
    method: 'POST',
    path: '/groups/:groupId/members',
    summary: 'Join with a first name and one way to be reached, no account',
    access: 'anyone',
    params: groupId,
    body: joinGroup,
    status: 201,
    response: z.object({
      /** To say on the telephone: "PLUM-47". */
      reference: z.string(),
      /** For leaving or changing later; shown once, never in an address. */
      manageToken: z.string(),
      nextSession: z.nullable(groupSession),
      /** A person gets in touch by this day (three working days). */
      contactBy: z.string(),
    }),
    errors: [
      'codesign.group_not_found',
      'codesign.group_full',
      'codesign.contact_invalid',
      'consents.wording_unknown',
    ],
    limit: { perMinute: 10 },
  }),
  leave: endpoint({
    method: 'POST',
    path: '/group-places/leave',
    summary: 'Leave a group, no reason asked; the place is free again and what was said is deleted',
    access: 'anyone',
    body: z.strictObject({ manageToken: z.string().check(z.minLength(20), z.maxLength(100)) }),
    response: z.object({ left: z.literal(true) }),
    errors: ['codesign.place_not_found'],
    limit: { perMinute: 10 },
  }),
  members: endpoint({
    method: 'GET',
    path: '/groups/:groupId/members',
    summary: 'Who has joined, for the facilitator of this group',
    access: ['facilitator'],
    params: groupId,
    response: z.object({ items: z.array(member) }),
    errors: ['codesign.group_not_found'],
  }),
  needs: endpoint({
    method: 'POST',
    path: '/groups/:groupId/members/:memberId/needs/read',
    summary: 'Open what one person needs to take part; the reading is recorded',
    access: ['facilitator'],
    params: z.object({ groupId: id, memberId: id }),
    body: z.strictObject({}),
    response: z.object({ needs: z.string(), saidAt: instant }),
    errors: ['codesign.group_not_found', 'codesign.no_needs'],
  }),
  contacted: endpoint({
    method: 'POST',
    path: '/groups/:groupId/members/:memberId/contacted',
    summary: 'A person has been in touch with this resident',
    access: ['facilitator'],
    params: z.object({ groupId: id, memberId: id }),
    body: z.strictObject({}),
    response: member,
    errors: ['codesign.group_not_found', 'codesign.member_not_found'],
  }),
  facilitators: endpoint({
    method: 'GET',
    path: '/desk/facilitators',
    summary: 'Who can run a group in a place',
    access: ['commissioner', 'broker'],
    query: z.strictObject({ placeId: id, challengeId: z.optional(id) }),
    response: z.object({ items: z.array(z.object({ id, name: z.string() })) }),
    errors: ['challenges.not_found'],
  }),
  mine: endpoint({
    method: 'GET',
    path: '/desk/groups',
    summary: 'Groups I run',
    access: ['facilitator'],
    response: z.object({ items: z.array(group) }),
  }),
  start: endpoint({
    method: 'POST',
    path: '/challenges/:challengeId/groups',
    summary: 'Start a co-design group for a challenge',
    access: ['commissioner', 'broker'],
    params: z.object({ challengeId: id }),
    body: startGroup,
    status: 201,
    response: group,
    errors: ['challenges.not_found', 'challenges.wrong_state', 'codesign.facilitator_unknown'],
  }),
  startSession: endpoint({
    method: 'POST',
    path: '/groups/:groupId/sessions',
    summary: 'Announce a session',
    access: ['facilitator', 'broker'],
    params: groupId,
    body: startSession,
    status: 201,
    response: groupSession,
    errors: ['codesign.group_not_found', 'codesign.session_in_past'],
  }),
} as const
