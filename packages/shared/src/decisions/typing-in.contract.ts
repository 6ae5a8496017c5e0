import * as z from 'zod/mini'
import { endpoint, id } from '../http/index.ts'
import { decision, typeInAnswer, typeInHold, typeInObjection } from './decisions.schemas.ts'

/** A whole evening of paper comes back at once. */
const limit = { perMinute: 1200 } as const
const typed = {
  access: ['facilitator'],
  method: 'POST',
  params: z.object({ decisionId: id }),
  status: 201,
  response: decision,
} as const
const refusals = [
  'decisions.not_found',
  'decisions.closed',
  'decisions.no_charter',
  'decisions.not_yours',
  'decisions.facilitator',
  'decisions.broker',
] as const

/** What somebody says on paper or by telephone weighs as if they had pressed it themselves (PE3, §4.2). */
export const typingIn = {
  typeIn: endpoint({
    access: ['facilitator'],
    method: 'PUT',
    path: '/decisions/:decisionId/answers/:memberId',
    summary: 'Type in what somebody said on the telephone or wrote on paper, read back to them',
    params: z.object({ decisionId: id, memberId: id }),
    body: typeInAnswer,
    response: z.object({ typed: z.literal(true) }),
    errors: [...refusals, 'decisions.own_stands'],
    limit,
  }),
  typeInObjection: endpoint({
    ...typed,
    path: '/decisions/:decisionId/objections/typed-in',
    summary: 'Type in an objection somebody made on the telephone or on paper, read back to them',
    body: typeInObjection,
    errors: [...refusals, 'decisions.they_objected'],
  }),
  typeInHold: endpoint({
    ...typed,
    path: '/decisions/:decisionId/hold/typed-in',
    summary: 'Type in that a resident asks to stop the clock, as they said it',
    body: typeInHold,
    errors: [...refusals, 'decisions.they_held'],
  }),
} as const
