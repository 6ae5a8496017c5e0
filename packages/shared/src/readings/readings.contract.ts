import * as z from 'zod/mini'
import { endpoint, id, instant, text } from '../http/index.ts'
import { readingAsksContract } from './readings.asks.contract.ts'
import {
  beingRead,
  giveComment,
  READER_ANSWER_LENGTH,
  readCounts,
  readerComment,
  reading,
} from './readings.schemas.ts'

const params = z.object({ challengeId: id })

export const readingsContract = {
  read: endpoint({
    method: 'GET',
    path: '/readings/:challengeId',
    summary:
      'A challenge before it opens, to whoever has its link; afterwards what readers said (J-04)',
    access: 'anyone',
    params,
    response: reading,
    errors: ['challenges.not_found'],
  }),
  list: endpoint({
    method: 'GET',
    path: '/places/:placeId/readings',
    summary: 'Challenges of a place that are being read before they open',
    access: 'anyone',
    params: z.object({ placeId: id }),
    response: z.object({
      items: z.array(beingRead),
    }),
  }),
  comment: endpoint({
    method: 'POST',
    path: '/readings/:challengeId/comments',
    summary: 'Say what is wrong or unclear in it, answered by name within five working days',
    access: 'signed-in',
    params,
    body: giveComment,
    status: 201,
    response: z.object({
      comment: readerComment,
      /** What is owed to this reader so far; null under twenty minutes, or where the place has set no pay. */
      owedPence: z.nullable(z.number()),
      /** Minutes this reader has given so far. */
      minutes: z.number(),
    }),
    errors: [
      'challenges.not_found',
      'readings.over',
      'readings.is_party',
      'readings.organisation_unknown',
      'readings.quote_changed',
      'readings.enough',
    ],
    limit: { perMinute: 20 },
  }),
  desk: endpoint({
    method: 'GET',
    path: '/desk/readings/:challengeId',
    summary: 'A read-through for whoever asks the challenge and for the broker',
    access: ['commissioner', 'broker'],
    params,
    response: z.object({
      id,
      question: z.string(),
      open: z.boolean(),
      readUntil: z.nullable(instant),
      /** The days its readers have are over. */
      daysOver: z.boolean(),
      shortenedReason: z.nullable(z.string()),
      counts: readCounts,
      comments: z.array(readerComment),
      /** To readers who took more than twenty minutes (J-04). */
      owed: z.object({
        readers: z.number(),
        minutes: z.number(),
        /** Null where the place has set no pay. */
        pence: z.nullable(z.number()),
      }),
      can: z.object({ answer: z.boolean(), shorten: z.boolean() }),
    }),
    errors: ['challenges.not_found'],
  }),
  answer: endpoint({
    method: 'POST',
    path: '/desk/readings/:challengeId/comments/:commentId/answer',
    summary: 'Answer a reader by name; once given it stands',
    access: ['commissioner'],
    params: z.object({ challengeId: id, commentId: id }),
    body: z.strictObject({ answer: text(READER_ANSWER_LENGTH) }),
    response: readerComment,
    errors: [
      'challenges.not_found',
      'readings.not_found',
      'readings.already_answered',
      'readings.over',
    ],
  }),
  ...readingAsksContract,
} as const
