import * as z from 'zod/mini'
import { endpoint, id, text } from '../http/index.ts'
import { support, supportInput, supportOffers, supportRoom } from './support-exchange.schemas.ts'

const askId = z.object({ askId: id })
const offerId = z.object({ offerId: id })
const empty = z.strictObject({})

export const supportExchangeContract = {
  room: endpoint({
    method: 'GET',
    path: '/support-exchange',
    summary: 'Who needs and who lends what in a place, with what fits our own asks',
    access: ['member', 'broker'],
    query: z.strictObject({
      placeId: id,
      /** For a file: as many as one holds, where a screen shows the first 200 of each. */
      all: z.optional(z.enum(['yes'])),
    }),
    response: supportRoom,
  }),
  ask: endpoint({
    method: 'POST',
    path: '/support-exchange/asks',
    summary: 'Say what we need from others, until when',
    access: ['member'],
    body: supportInput,
    status: 201,
    response: support,
    errors: ['support-exchange.not_ours', 'support-exchange.day'],
  }),
  offer: endpoint({
    method: 'POST',
    path: '/support-exchange/offers',
    summary: 'Say what we could lend others, until when',
    access: ['member'],
    body: supportInput,
    status: 201,
    response: support,
    errors: ['support-exchange.not_ours', 'support-exchange.day'],
  }),
  fitting: endpoint({
    method: 'GET',
    path: '/support-exchange/asks/:askId/offers',
    summary: 'Offers that fit one of our asks, each with its reason',
    access: ['member'],
    params: askId,
    response: z.object({ items: supportOffers }),
    errors: ['support-exchange.not_found'],
  }),
  askThem: endpoint({
    method: 'POST',
    path: '/support-exchange/asks/:askId/requests',
    summary: 'Ask whoever made an offer; contacts are shown to both when they say yes',
    access: ['member'],
    params: askId,
    body: z.strictObject({ offerId: id }),
    status: 201,
    response: z.object({ items: supportOffers }),
    errors: [
      'support-exchange.not_found',
      'support-exchange.not_now',
      'support-exchange.wrong_state',
    ],
  }),
  answer: endpoint({
    method: 'POST',
    path: '/support-exchange/requests/:requestId/answer',
    summary: 'Say yes or no to somebody who asked; a no is never told',
    access: ['member'],
    params: z.object({ requestId: id }),
    body: z.strictObject({ answer: z.enum(['yes', 'no']) }),
    response: z.object({ answer: z.enum(['yes', 'no']) }),
    errors: ['support-exchange.not_found', 'support-exchange.wrong_state'],
  }),
  given: endpoint({
    method: 'POST',
    path: '/support-exchange/asks/:askId/given',
    summary: 'It happened: we got what we asked for',
    access: ['member'],
    params: askId,
    body: empty,
    response: support,
    errors: ['support-exchange.not_found', 'support-exchange.wrong_state'],
  }),
  thank: endpoint({
    method: 'POST',
    path: '/support-exchange/asks/:askId/thanks',
    summary: 'Thank whoever lent it, in a sentence',
    access: ['member'],
    params: askId,
    body: z.strictObject({ thanks: text({ max: 300 }) }),
    response: support,
    errors: ['support-exchange.not_found', 'support-exchange.wrong_state'],
  }),
  takeBackAsk: endpoint({
    method: 'POST',
    path: '/support-exchange/asks/:askId/take-back',
    summary: 'We no longer need it',
    access: ['member'],
    params: askId,
    body: empty,
    response: support,
    errors: ['support-exchange.not_found', 'support-exchange.wrong_state'],
  }),
  takeBackOffer: endpoint({
    method: 'POST',
    path: '/support-exchange/offers/:offerId/take-back',
    summary: 'We no longer offer it',
    access: ['member'],
    params: offerId,
    body: empty,
    response: support,
    errors: ['support-exchange.not_found', 'support-exchange.wrong_state'],
  }),
} as const
