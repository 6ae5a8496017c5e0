import {
  FEW,
  type ProposalState,
  PUBLIC_STATES,
  type PublicState,
} from '@howcanwe/shared/proposals'
import { keyedHash, same } from '../identity/index.ts'

/** Working days until somebody of the place has read a new question (J-05, as J-17 promises people who join). */
export const READ_WITHIN = 3
/** Working days from being backed until a named answer (§2.4 [G]). */
export const ANSWER_WITHIN = 20
/** Days support is gathered (§2.4). */
export const GATHER_DAYS = 30
/** Working days before an answer is due on which whoever may give it is reminded. */
export const REMIND_BEFORE = 3
/** Letters to one address about one support: forms can be sent by machines. */
export const MOST_LETTERS = 3
/** What a broker usually needs for one, in minutes. */
export const DESK_MINUTES = 10
/** From how near on a question is shown as one that may be about the same: half of its words, however they are spelt. */
export const NEAR = 0.4

export const isPublic = (state: ProposalState): state is PublicState =>
  (PUBLIC_STATES as readonly string[]).includes(state)
export const isOpen = (state: ProposalState): boolean =>
  state === 'gathering' || state === 'answering'

/**
 * A number of people as everybody reads it: null for a few. In one street two supporters are two neighbours, and the day
 * a third came along would say who; the threshold of a place counts them all the same.
 */
export const shownPeople = (people: number): number | null => (people < FEW ? null : people)

type Secrets = { refreshSecret: string }
type What = 'own' | 'support'

/**
 * What stands behind the # of a link: which thing, and a digest only we can make, so that every letter about it can carry
 * one and none is kept. Its hash is kept and emptied when the person is forgotten, and then the link is dead.
 */
export const tokenFor = ({ refreshSecret }: Secrets, what: What, id: string): string =>
  `${id}.${keyedHash(refreshSecret, `proposal-${what}`, id).toString('base64url')}`

/** The id a genuine token speaks of. */
export function idIn(secrets: Secrets, what: What, token: string): string | undefined {
  const [id = ''] = token.split('.')
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined
  return same(Buffer.from(token), Buffer.from(tokenFor(secrets, what, id))) ? id : undefined
}

/** Wrong words for one reference on one day. */
export const SLIP_TRIES = 5

/** 'plum 4721 otter' and 'PLUM-4721-OTTER' are the same. */
export const foldSlip = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')

/** Keyed and bound to the question: the same words open no other. */
export const slipHash = ({ refreshSecret }: Secrets, id: string, code: string): Buffer =>
  keyedHash(refreshSecret, `proposal-slip:${id}`, foldSlip(code))

/** A day as a letter writes it: 'Thursday 4 March 2027'. An instant at midnight is the end of the day before. */
export function lastDay(language: string, timeZone: string, due: Date): string {
  return new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  })
    .format(new Date(due.getTime() - 1))
    .replace(',', '')
}
