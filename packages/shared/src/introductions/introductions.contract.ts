import * as z from 'zod/mini'
import { endpoint, id } from '../http/index.ts'
import {
  answerIntroduction,
  draftIntroduction,
  introduction,
  newTies,
  OUTCOMES,
  ownIntroduction,
  whatCame,
} from './introductions.schemas.ts'

const introductionId = z.object({ introductionId: id })
/** Of one side of one introduction; stood behind the # of a letter's link, so that no server or log saw it. */
const token = z.string().check(z.minLength(20), z.maxLength(100))

const ANSWERING = ['introductions.answered', 'introductions.over', 'introductions.not_reachable']
const FEW = { perMinute: 20 }
/** Where it is about a challenge the broker has no part in (§2.2). */
const BROKERING = ['challenges.not_found', 'matching.not_neutral']

export const introductionsContract = {
  draft: endpoint({
    method: 'POST',
    path: '/introductions',
    summary: 'Draft an introduction; nobody is asked yet',
    access: ['broker'],
    body: draftIntroduction,
    status: 201,
    response: introduction,
    errors: [
      'places.not_found',
      ...BROKERING,
      'introductions.organisation_unknown',
      'introductions.resting',
      'introductions.know_each_other',
      'introductions.lately',
    ],
  }),
  list: endpoint({
    method: 'GET',
    path: '/introductions',
    summary: 'Introductions of a place, for its brokers; without those a broker has a part in',
    access: ['broker'],
    query: z.strictObject({ placeId: id }),
    response: z.object({ items: z.array(introduction) }),
  }),
  ask: endpoint({
    method: 'POST',
    path: '/introductions/:introductionId/ask',
    summary: 'Ask the first side; the second is asked when they have said yes',
    access: ['broker'],
    params: introductionId,
    body: z.strictObject({}),
    response: introduction,
    errors: [
      'introductions.not_found',
      'introductions.wrong_state',
      'introductions.resting',
      ...BROKERING,
    ],
  }),
  discard: endpoint({
    method: 'DELETE',
    path: '/introductions/:introductionId',
    summary: 'Throw a draft away that nobody was asked about',
    access: ['broker'],
    params: introductionId,
    response: z.object({ discarded: z.literal(true) }),
    errors: ['introductions.not_found', 'introductions.wrong_state', ...BROKERING],
  }),
  conclude: endpoint({
    method: 'POST',
    path: '/introductions/:introductionId/outcome',
    summary: 'Say what came of it',
    access: ['broker'],
    params: introductionId,
    body: z.strictObject({ outcome: z.enum(OUTCOMES) }),
    response: introduction,
    errors: ['introductions.not_found', 'introductions.wrong_state', ...BROKERING],
  }),
  mine: endpoint({
    method: 'GET',
    path: '/me/introductions',
    summary: 'Introductions my organisations were asked about',
    access: ['member'],
    response: z.object({ items: z.array(ownIntroduction) }),
  }),
  answer: endpoint({
    method: 'POST',
    path: '/introductions/:introductionId/answer',
    summary: 'Say yes or no for my organisation; a no is never shown to the other',
    access: ['member'],
    params: introductionId,
    body: z.strictObject({ said: answerIntroduction }),
    response: ownIntroduction,
    errors: ['introductions.not_found', ...ANSWERING],
  }),
  takeBack: endpoint({
    method: 'POST',
    path: '/introductions/:introductionId/take-back',
    summary: 'Take a yes back within a day, before the other is asked',
    access: ['member'],
    params: introductionId,
    body: z.strictObject({}),
    response: ownIntroduction,
    errors: ['introductions.not_found', 'introductions.over', 'introductions.yes_stands'],
  }),
  say: endpoint({
    method: 'POST',
    path: '/introductions/:introductionId/what-came',
    summary: 'Say what came of it, for my organisation; only the broker reads it',
    access: ['member'],
    params: introductionId,
    body: whatCame,
    response: ownIntroduction,
    errors: ['introductions.not_found', 'introductions.wrong_state'],
  }),
  byLink: endpoint({
    method: 'POST',
    path: '/introductions/by-link',
    summary: 'Read the one introduction a letter’s link is for; changes nothing',
    access: 'anyone',
    body: z.strictObject({ token }),
    response: ownIntroduction,
    errors: ['introductions.link_unknown'],
    limit: FEW,
  }),
  answerByLink: endpoint({
    method: 'POST',
    path: '/introductions/by-link/answer',
    summary: 'Say yes or no with a letter’s link, without an account',
    access: 'anyone',
    body: z.strictObject({ token, said: answerIntroduction }),
    response: ownIntroduction,
    errors: ['introductions.link_unknown', ...ANSWERING],
    limit: FEW,
  }),
  sayByLink: endpoint({
    method: 'POST',
    path: '/introductions/by-link/what-came',
    summary: 'Say what came of it with a letter’s link',
    access: 'anyone',
    body: z.strictObject({ token, said: whatCame }),
    response: ownIntroduction,
    errors: ['introductions.link_unknown', 'introductions.wrong_state'],
    limit: FEW,
  }),
  newTies: endpoint({
    method: 'GET',
    path: '/places/:placeId/new-ties',
    summary: 'How many introductions were between two who were new to each other (M16)',
    access: 'anyone',
    params: z.object({ placeId: id }),
    response: newTies,
    errors: ['places.not_found'],
    cache: 'public',
  }),
} as const
