import * as z from 'zod/mini'
import { endpoint, id } from '../http/index.ts'
import { runningContract } from './sessions.running.ts'
import {
  feltBody,
  needBody,
  raiseBody,
  replyBody,
  sessionInside,
  sessionsOfGroup,
} from './sessions.schemas.ts'
import { NEED_KINDS, NEED_STATES, REMIND } from './sessions.words.ts'

const inGroup = z.object({ groupId: id })
const one = z.object({ groupId: id, sessionId: id })
const within = { access: 'anyone', supporter: 'groups' } as const
const NOT_HERE = ['codesign.no_place_here', 'codesign.group_not_found', 'sessions.not_found']

/** What people in a group see of its sessions, and say about them; from a place, without an account. */
const insideContract = {
  list: endpoint({
    method: 'GET',
    path: '/groups/:groupId/inside/sessions',
    summary: 'Sessions of a group from within, and what they led to (CD9)',
    ...within,
    params: inGroup,
    response: sessionsOfGroup,
    errors: NOT_HERE,
  }),
  read: endpoint({
    method: 'GET',
    path: '/groups/:groupId/inside/sessions/:sessionId',
    summary: 'One session: when, where, agenda, papers, access, whether I come, how it felt',
    ...within,
    params: one,
    response: sessionInside,
    errors: NOT_HERE,
  }),
  reply: endpoint({
    method: 'POST',
    path: '/groups/:groupId/inside/sessions/:sessionId/reply',
    summary: 'Say whether I come; where the room is full, wait in turn',
    ...within,
    params: one,
    body: replyBody,
    response: sessionInside,
    errors: [...NOT_HERE, 'sessions.over'],
  }),
  remind: endpoint({
    method: 'POST',
    path: '/groups/:groupId/inside/reminders',
    summary: 'Say when I want to be reminded of sessions',
    ...within,
    params: inGroup,
    body: z.strictObject({ remind: z.enum(REMIND) }),
    response: z.object({ remind: z.enum(REMIND) }),
    errors: NOT_HERE,
  }),
  raise: endpoint({
    method: 'POST',
    path: '/groups/:groupId/inside/sessions/:sessionId/agenda',
    summary: 'Put something on the agenda; residents’ items go in the first third (§4.2)',
    ...within,
    params: one,
    body: raiseBody,
    status: 201,
    response: sessionInside,
    errors: [
      ...NOT_HERE,
      'sessions.agenda_out',
      'sessions.no_time_left',
      'sessions.too_late_to_decide',
    ],
  }),
  takeOff: endpoint({
    method: 'DELETE',
    path: '/groups/:groupId/inside/sessions/:sessionId/agenda/:itemId',
    summary: 'Take what I raised off the agenda again',
    ...within,
    params: z.object({ groupId: id, sessionId: id, itemId: id }),
    response: sessionInside,
    errors: [...NOT_HERE, 'sessions.agenda_out'],
  }),
  giveBack: endpoint({
    method: 'POST',
    path: '/groups/:groupId/inside/sessions/:sessionId/give-back',
    summary: 'A resident gives minutes of the first third back; 0 takes them again',
    ...within,
    params: one,
    body: z.strictObject({ minutes: z.int().check(z.gte(0), z.lte(120)) }),
    response: sessionInside,
    errors: [...NOT_HERE, 'sessions.agenda_out', 'sessions.residents_only'],
  }),
  say: endpoint({
    method: 'POST',
    path: '/groups/:groupId/inside/needs',
    summary: 'Say once what I need to take part: the adjustment, never the diagnosis; sealed',
    ...within,
    params: inGroup,
    body: needBody,
    status: 201,
    response: z.object({ id }),
    errors: [...NOT_HERE, 'sessions.enough_needs'],
  }),
  ownWords: endpoint({
    method: 'POST',
    path: '/groups/:groupId/inside/needs/read',
    summary: 'Read what I said I need and what is arranged; the reading is recorded',
    ...within,
    params: inGroup,
    body: z.strictObject({ sessionId: z.optional(id) }),
    response: z.object({
      items: z.array(
        z.object({
          id,
          kind: z.nullable(z.enum(NEED_KINDS)),
          words: z.string(),
          arranged: z.string(),
        }),
      ),
    }),
    errors: NOT_HERE,
  }),
  takeBackNeed: endpoint({
    method: 'DELETE',
    path: '/groups/:groupId/inside/needs/:needId',
    summary: 'I do not need this any more; what I said is deleted',
    ...within,
    params: z.object({ groupId: id, needId: id }),
    response: z.object({ gone: z.literal(true) }),
    errors: [...NOT_HERE, 'sessions.need_not_found'],
  }),
  answerNeed: endpoint({
    method: 'POST',
    path: '/groups/:groupId/inside/sessions/:sessionId/needs/:needId/answer',
    summary: 'Say whether what is arranged fits; after the session, whether it was there',
    ...within,
    params: z.object({ groupId: id, sessionId: id, needId: id }),
    body: z.strictObject({ fits: z.boolean() }),
    response: z.object({ state: z.enum(NEED_STATES) }),
    errors: [...NOT_HERE, 'sessions.need_not_found', 'sessions.not_arranged_yet'],
  }),
  feel: endpoint({
    method: 'PUT',
    path: '/groups/:groupId/inside/sessions/:sessionId/felt',
    summary: 'Was I heard? Did it change anything? Two taps, for a week (CD8)',
    ...within,
    params: one,
    body: feltBody,
    response: sessionInside,
    errors: [...NOT_HERE, 'sessions.not_that_week'],
  }),
} as const

export const sessionsContract = { ...insideContract, ...runningContract } as const
