import * as z from 'zod/mini'
import { endpoint, id } from '../http/index.ts'
import { BLOCS } from './codesign.board.ts'
import { enterMember, member, openPlace, ownPlace, placeSlip, room } from './codesign.schemas.ts'

const one = z.object({ memberId: id })
const inGroup = z.object({ groupId: id, memberId: id })

/**
 * A place in a group is used without an account: the link of a letter, or the words of a slip, open it on one device
 * (CD2). Whoever is signed in with the contact it was taken under needs neither.
 */
export const placesContract = {
  behind: endpoint({
    method: 'GET',
    path: '/join/:code',
    summary: 'Which group the words of a poster lead to',
    access: 'anyone',
    params: z.object({ code: z.string().check(z.maxLength(60)) }),
    response: z.object({ groupId: id }),
    errors: ['codesign.code_unknown'],
    limit: { perMinute: 30 },
  }),
  openPlace: endpoint({
    method: 'POST',
    path: '/group-places/open',
    summary: 'Open a place on this device with the words of a slip or the link of a letter',
    access: 'anyone',
    body: z.strictObject({ with: openPlace }),
    response: ownPlace,
    errors: ['codesign.slip_unknown', 'codesign.too_many_tries'],
    // A hall of three hundred shares one address; wrong words are counted by the database, five a day for a slip.
    limit: { perMinute: 600 },
  }),
  closeHere: endpoint({
    method: 'POST',
    path: '/group-places/close',
    summary: 'Forget on this device which places were opened',
    access: 'anyone',
    body: z.strictObject({}),
    response: z.object({ closed: z.literal(true) }),
  }),
  ownPlaces: endpoint({
    method: 'GET',
    path: '/group-places/own',
    summary: 'Places that are open on this device, or mine by account',
    access: 'anyone',
    supporter: 'groups',
    response: z.object({ items: z.array(ownPlace) }),
    limit: { perMinute: 1200 },
  }),
  room: endpoint({
    method: 'GET',
    path: '/groups/:groupId/room',
    summary: 'A group from within: my place, and how many sit in each bloc',
    access: 'anyone',
    supporter: 'groups',
    params: z.object({ groupId: id }),
    response: room,
    limit: { perMinute: 1200 },
    errors: ['codesign.group_not_found', 'codesign.no_place_here'],
  }),
  rest: endpoint({
    method: 'POST',
    path: '/group-places/:memberId/rest',
    summary: 'Rest for a while: the place stays, nothing is asked, no quorum counts it',
    access: 'anyone',
    supporter: 'groups',
    params: one,
    body: z.strictObject({}),
    response: ownPlace,
    errors: ['codesign.no_place_here'],
  }),
  comeBack: endpoint({
    method: 'POST',
    path: '/group-places/:memberId/come-back',
    summary: 'Take part again after a rest',
    access: 'anyone',
    supporter: 'groups',
    params: one,
    body: z.strictObject({}),
    response: ownPlace,
    errors: ['codesign.no_place_here'],
  }),
  leaveOpened: endpoint({
    method: 'POST',
    path: '/group-places/:memberId/leave',
    summary: 'Leave a group from within, no reason asked; what was said is deleted',
    access: 'anyone',
    supporter: 'groups',
    params: one,
    body: z.strictObject({}),
    response: z.object({ left: z.literal(true) }),
    errors: ['codesign.no_place_here'],
  }),
  claimPlace: endpoint({
    method: 'POST',
    path: '/group-places/:memberId/claim',
    summary: 'Join a place that is open on this device to my account',
    access: 'signed-in',
    params: one,
    body: z.strictObject({}),
    response: ownPlace,
    errors: ['codesign.no_place_here', 'codesign.claimed_by_another', 'supporters.own_place'],
  }),
  enter: endpoint({
    method: 'POST',
    path: '/groups/:groupId/members/entered',
    summary: 'Write down the wish to take part of somebody who rang, wrote or sat at the table',
    access: ['facilitator'],
    params: z.object({ groupId: id }),
    body: enterMember,
    status: 201,
    response: z.object({ member, slip: placeSlip }),
    errors: [
      'codesign.group_not_found',
      'codesign.group_full',
      'codesign.by_draw',
      'codesign.contact_invalid',
      'codesign.contact_has_place',
      'consents.wording_unknown',
      'supporters.own_place',
    ],
  }),
  newSlip: endpoint({
    method: 'POST',
    path: '/groups/:groupId/members/:memberId/slip',
    summary: 'Make a slip with new words; slips, links and devices from before stop working',
    access: ['facilitator'],
    params: inGroup,
    body: z.strictObject({}),
    response: placeSlip,
    errors: ['codesign.group_not_found', 'codesign.member_not_found'],
  }),
  seat: endpoint({
    method: 'POST',
    path: '/groups/:groupId/members/:memberId/bloc',
    summary: 'Say which voice somebody sits with, until the charter is agreed',
    access: ['facilitator'],
    params: inGroup,
    body: z.strictObject({
      bloc: z.enum(BLOCS),
      organisation: z.string().check(z.maxLength(120)),
    }),
    response: member,
    errors: [
      'codesign.group_not_found',
      'codesign.member_not_found',
      'codesign.blocs_agreed',
      'codesign.group_full',
    ],
  }),
} as const
