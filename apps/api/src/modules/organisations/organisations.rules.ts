import type { Capacity, IncomeBand, Organisation } from '@howcanwe/shared/organisations'

type State = Organisation['state']

/** One of the two is enough. */
export const isReachable = (contact: {
  email?: string | null | undefined
  phone?: string | null | undefined
}): boolean => Boolean(contact.email || contact.phone)

/** Organisations one person may register in 24 hours (T-20). Brokers who sign many up ring us. */
export const REGISTERED_PER_DAY = 3

/**
 * What mail programs turn into a link: a scheme, `www.`, an ending with a path, or a dot after three letters with an
 * ending behind it. Fewer than three is "St.John".
 */
const LINK = /:\/\/|\bwww\.|\.[a-z]{2,24}\/|[\p{L}\p{N}-]{3}\.[a-z]{2,24}(?![\p{L}\p{N}])/iu

/** A name that may stand in a letter. We post it to an address somebody typed, so it holds no address itself. */
export function isPlainName(name: string): boolean {
  const folded = name.normalize('NFKC')
  return !folded.includes('@') && !LINK.test(folded)
}

/** A broker checks who somebody says they are, so another name needs another look. Standing is not lost by it. */
export const stateAfterRename = (state: State, before: string, after: string | undefined): State =>
  state === 'checked' && after !== undefined && after !== before ? 'listed' : state

/** Resting does not keep a check that another name has ended. */
export const losesCheck = (state: State, before: string, after: string | undefined): boolean =>
  (state === 'checked' || state === 'paused') && after !== undefined && after !== before

/** Only somebody who said they are there can be checked: a pause is not ended by it. */
export const canBeChecked = (state: State): boolean => state === 'listed'

export const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)]

/** Days without a word after which an organisation is marked as stale (§2.3). */
export const STALE_DAYS = 180

/** Days between two questions whether it is still so: a quarter and a day, so that a year never holds five (J-08). */
export const NUDGE_DAYS = 92

/** Questions without an answer before we stop asking: a year of silence is an answer too. */
export const NUDGES_MOST = 4

/** @param asked how often it was asked since somebody last said something, this time not counted */
export const asksAgain = (asked: number): boolean => asked + 1 < NUDGES_MOST

/** The larger body an organisation is part of, as it is said. */
export interface Parent {
  name: string
  incomeBand: IncomeBand | null
  ownAccountsAndBoard: boolean
}

/** A branch without its own accounts and board has to say what its parent takes in. */
export const isWholeParent = (parent: Parent | null): boolean =>
  parent === null || parent.ownAccountsAndBoard || parent.incomeBand !== null

/** The band that counts: a branch carries its parent's, unless it has its own accounts and board (§2.3 [G]). */
export const bandOf = (own: IncomeBand, parent: Parent | null): IncomeBand =>
  parent && !parent.ownAccountsAndBoard ? (parent.incomeBand ?? own) : own

type Said = Omit<Capacity, 'organisationId' | 'confirmedAt' | 'version'>

/** Ticks twice are ticks once. */
export const tidied = (said: Said): Said => ({
  ...said,
  availability: distinct(said.availability),
  skills: distinct(said.skills),
  possibleWith: distinct(said.possibleWith),
})

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export interface After {
  name: string
  id: string
}

/** Where a list goes on: opaque to whoever carries it. */
export const cursorOf = (after: After): string =>
  Buffer.from(JSON.stringify([after.name, after.id])).toString('base64url')

/** @returns undefined for a cursor we did not write; the list then starts anew */
export function readCursor(cursor: string | undefined): After | undefined {
  try {
    const [name, id]: unknown[] = JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString())
    return typeof name === 'string' && typeof id === 'string' && UUID.test(id)
      ? { name, id }
      : undefined
  } catch {
    return undefined
  }
}
