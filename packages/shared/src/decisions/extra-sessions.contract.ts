import * as z from 'zod/mini'
import { endpoint, id } from '../http/index.ts'
import { callSession, decision } from './decisions.schemas.ts'

/** The session residents are owed once they have stopped the clock (§4.2, Hold). */
export const extraSessions = {
  callSession: endpoint({
    access: ['facilitator'],
    method: 'POST',
    path: '/decisions/:decisionId/session',
    summary: 'Call the extra session residents are owed, before the clock goes on; paid',
    params: z.object({ decisionId: id }),
    body: callSession,
    status: 201,
    response: decision,
    errors: [
      'decisions.not_found',
      'decisions.wrong_state',
      'decisions.session_called',
      'decisions.session_late',
      'codesign.group_not_found',
      'codesign.session_in_past',
    ],
  }),
  ofSession: endpoint({
    access: 'anyone',
    supporter: 'groups',
    method: 'GET',
    path: '/groups/:groupId/inside/sessions/:sessionId/decision',
    summary: 'The decision a session was called for, where it is an extra one',
    params: z.object({ groupId: id, sessionId: id }),
    response: z.object({
      decision: z.nullable(z.object({ id, number: z.number(), text: z.string() })),
    }),
    errors: ['codesign.group_not_found', 'codesign.no_place_here'],
  }),
} as const
