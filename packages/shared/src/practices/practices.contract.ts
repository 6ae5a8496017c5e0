import * as z from 'zod/mini'
import { cursorPage, endpoint, id, pageOf, text } from '../http/index.ts'
import { theme } from '../places/index.ts'
import { practice, practiceInput } from './practices.schemas.ts'

const cardId = z.object({ cardId: id })
const adoption = z.object({ cardId: id, organisationId: id })

export const practicesContract = {
  list: endpoint({
    method: 'GET',
    path: '/practices',
    summary: 'What organisations of a place already do that works, newest first, page by page',
    access: 'anyone',
    query: z.strictObject({ placeId: id, theme: z.optional(theme), ...cursorPage }),
    response: pageOf(practice),
    cache: 'public',
  }),
  ours: endpoint({
    method: 'GET',
    path: '/organisations/:organisationId/practices',
    summary: 'Our own cards, drafts and those we no longer do among them',
    access: ['member'],
    params: z.object({ organisationId: id }),
    response: z.object({ items: z.array(practice) }),
    errors: ['practices.not_ours'],
  }),
  read: endpoint({
    method: 'GET',
    path: '/practices/:cardId',
    summary: 'One card; a draft only for its own people',
    access: 'anyone',
    params: cardId,
    response: practice,
    errors: ['practices.not_found'],
  }),
  write: endpoint({
    method: 'POST',
    path: '/organisations/:organisationId/practices',
    summary: 'Write a card: ten questions, four of which need an answer',
    access: ['member'],
    params: z.object({ organisationId: id }),
    body: practiceInput,
    status: 201,
    response: practice,
    errors: ['practices.not_ours'],
  }),
  change: endpoint({
    method: 'PUT',
    path: '/practices/:cardId',
    summary: 'Say it anew',
    access: ['member'],
    params: cardId,
    ifMatch: true,
    body: practiceInput,
    response: practice,
    errors: ['practices.not_found', 'practices.wrong_state'],
  }),
  publish: endpoint({
    method: 'POST',
    path: '/practices/:cardId/publish',
    summary: 'Show it to everybody',
    access: ['member'],
    params: cardId,
    body: z.strictObject({}),
    response: practice,
    errors: ['practices.not_found', 'practices.wrong_state'],
  }),
  retire: endpoint({
    method: 'POST',
    path: '/practices/:cardId/retire',
    summary: 'We no longer do it, and why',
    access: ['member'],
    params: cardId,
    body: z.strictObject({ reason: text({ min: 10, max: 300 }) }),
    response: practice,
    errors: ['practices.not_found', 'practices.wrong_state'],
  }),
  adopt: endpoint({
    method: 'PUT',
    path: '/practices/:cardId/adoptions/:organisationId',
    summary: 'We use this too; said once, however often it is pressed',
    access: ['member'],
    params: adoption,
    body: z.strictObject({}),
    response: practice,
    errors: [
      'practices.not_found',
      'practices.not_ours',
      'practices.wrong_state',
      'practices.not_to_copy',
    ],
  }),
  unadopt: endpoint({
    method: 'DELETE',
    path: '/practices/:cardId/adoptions/:organisationId',
    summary: 'We do not use it any more',
    access: ['member'],
    params: adoption,
    response: practice,
    errors: ['practices.not_found', 'practices.not_ours'],
  }),
} as const
