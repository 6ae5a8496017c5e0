import * as z from 'zod/mini'
import { endpoint, id } from '../http/index.ts'

/** Lists of a place that can be taken along. */
export const PLACE_LISTS = [
  'organisations',
  'challenges',
  'queue',
  'cases',
  'introductions',
  'contacts',
  'actors',
  'support',
  'unmet',
  'hours',
  'practices',
  'months',
  'proposals',
  'answers-owed',
] as const
/** Lists of one challenge. */
export const CHALLENGE_LISTS = ['matches', 'invitations', 'interests', 'seeds'] as const
/** Lists of one organisation. */
export const ORGANISATION_LISTS = ['typed'] as const
export type PlaceList = (typeof PLACE_LISTS)[number]
export type ChallengeList = (typeof CHALLENGE_LISTS)[number]
export type OrganisationList = (typeof ORGANISATION_LISTS)[number]
export type ListName = PlaceList | ChallengeList | OrganisationList

export const FORMATS = ['csv', 'xlsx'] as const
export type Format = (typeof FORMATS)[number]

/** The longest list that is made into one file. */
export const MOST_ROWS = 10_000

const how = {
  format: z.enum(FORMATS),
  /** A mark in front of a CSV by which Excel knows that it is UTF-8; other programmes need none. */
  forExcel: z.optional(z.boolean()),
}

/** The same people, and the same refusals, as the lists on the screen; the answer is the file itself. */
export const exportsContract = {
  ofPlace: endpoint({
    method: 'POST',
    path: '/places/:placeId/exports',
    summary: 'Take a list of a place along as CSV or Excel, as its screen shows it',
    access: ['broker', 'commissioner'],
    stepUp: true,
    params: z.object({ placeId: id }),
    body: z.strictObject({ list: z.enum(PLACE_LISTS), ...how }),
    response: z.any(),
    errors: ['places.not_found', 'cases.not_found', 'exports.too_long'],
    limit: { perMinute: 20 },
  }),
  ofChallenge: endpoint({
    method: 'POST',
    path: '/challenges/:challengeId/exports',
    summary: 'Take a list of a challenge along as CSV or Excel, as its screen shows it',
    access: ['broker', 'commissioner'],
    stepUp: true,
    params: z.object({ challengeId: id }),
    body: z.strictObject({ list: z.enum(CHALLENGE_LISTS), ...how }),
    response: z.any(),
    errors: [
      'challenges.not_found',
      'challenges.wrong_state',
      'interests.sealed',
      'interests.conflict',
      'matching.not_neutral',
      'exports.too_long',
    ],
    limit: { perMinute: 20 },
  }),
  ofOrganisation: endpoint({
    method: 'POST',
    path: '/organisations/:organisationId/exports',
    summary: 'Take a list of an organisation along as CSV or Excel, as its screen shows it',
    access: ['broker'],
    stepUp: true,
    params: z.object({ organisationId: id }),
    body: z.strictObject({ list: z.enum(ORGANISATION_LISTS), ...how }),
    response: z.any(),
    errors: ['organisations.not_found', 'exports.too_long'],
    limit: { perMinute: 20 },
  }),
} as const
