import type { Deps } from '../../../deps.ts'
import { ANSWER_MINUTES } from '../../challenges/index.ts'
import type { person } from '../../identity/index.ts'
import { dated } from '../../interests/index.ts'
import { nameInLetters } from '../../notifications/index.ts'
import type { PlaceRow } from '../../places/index.ts'
import { reasonIn } from '../alerts.reasons.rules.ts'
import type { Line } from '../alerts.words.ts'
import type { Listed } from '../queries/digest.queries.ts'
import type { Fit } from './fitting.ts'

export type Origin = Pick<Deps['config'], 'origin'>
export type Reader = NonNullable<Awaited<ReturnType<typeof person>>>

/** A challenge, and why somebody hears of it. */
export interface Found
  extends Pick<Listed, 'slug' | 'question' | 'closesAt' | 'expected' | 'chosen' | 'searches'> {
  fit: Fit | undefined
  /** They read for several organisations: the one it fits is named. */
  isNamed: boolean
}

/** A challenge as a letter lists it, in the reader's language and the place's time. */
export const lineOf = (
  { origin }: Origin,
  place: PlaceRow,
  language: string,
  { slug, question, closesAt, expected, chosen, searches, fit, isNamed }: Found,
): Line => ({
  question,
  link: `${origin}/challenges/${slug}`,
  closes: dated(language, place.timeZone, closesAt),
  minutes: ANSWER_MINUTES,
  odds: expected ? { expected, chosen } : null,
  why: fit?.reason ? reasonIn(language, fit.reason, isNamed ? fit.organisation : null) : null,
  searches,
})

/** The first name somebody chose, if they did. */
export const greets = ({ displayName, language }: Reader): string => {
  const [first = ''] = (displayName ?? '').trim().split(/\s+/)
  return first === '' ? '' : nameInLetters(first, language)
}

export const contactOf = (place: PlaceRow): string =>
  [place.contactName, place.contactPhone ?? place.contactEmail].filter(Boolean).join(', ')

export const hearingLink = ({ origin }: Origin): string => `${origin}/me/hearing`
