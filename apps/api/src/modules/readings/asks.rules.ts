import { createHash } from 'node:crypto'
import { addDays, addWorkingDays, type Calendar, dayIn, endOfDay } from '@howcanwe/shared/places'
import { ASK_MINUTES, type Reading } from '@howcanwe/shared/readings'
import { minutesToRead } from './readings.rules.ts'

/** A small group of the place, as far as asking it to read is concerned. */
export interface Group {
  id: string
  name: string
  /** Works where the challenge plays or on what it is about. */
  near: boolean
  /** Times it was asked to read something here in the last twelve months. */
  askedBefore: number
}

const lotOf = (challengeId: string, groupId: string): string =>
  createHash('sha256').update(`how-can-we/readers/${challengeId}${groupId}`).digest('hex')

/**
 * Who is offered first, so that not always the same few are asked and nobody picks their friends by the order: those
 * near it, among them whoever was asked least; ties by a lot that is another one for each challenge.
 */
export function inOrder<G extends Group>(groups: readonly G[], challengeId: string): G[] {
  const lots = new Map(groups.map(({ id }) => [id, lotOf(challengeId, id)]))
  const lot = ({ id }: G) => lots.get(id) ?? ''
  return groups.toSorted(
    (a, b) =>
      Number(b.near) - Number(a.near) ||
      a.askedBefore - b.askedBefore ||
      (lot(a) < lot(b) ? -1 : 1),
  )
}

/** What is known of a group somebody picked, held as it is. */
export interface Picked {
  id: string
  state: string
  /** An organisation with less than £100,000 a year, no public body, reachable by email, without a part in the asking. */
  fit: boolean
}

export type Reason = 'group_unknown' | 'group_paused' | 'already_asked'

function reasonAgainst(
  id: string,
  known: readonly Picked[],
  asked: readonly (string | null)[],
): Reason | undefined {
  const found = known.find((one) => one.id === id)
  if (!found || found.state === 'left' || !found.fit) return 'group_unknown'
  if (found.state === 'paused') return 'group_paused'
  return asked.includes(id) ? 'already_asked' : undefined
}

/**
 * What stands against asking these; one that may not be asked refuses the whole, wherever it stands.
 *
 * @param asked those asked before for this challenge
 * @returns each forbidden one by its place in the list
 */
export const against = (
  ids: readonly string[],
  known: readonly Picked[],
  asked: readonly (string | null)[],
): { index: number; reason: Reason }[] =>
  ids.flatMap((id, index) => {
    const reason = reasonAgainst(id, known, [...asked, ...ids.slice(0, index)])
    return reason ? [{ index, reason }] : []
  })

/** To say what is wrong with it: the form asks for one thing in a few words. */
const MINUTES_TO_SAY = 5

/**
 * What we ask of a reader, in minutes: to read it and to say one thing, fifteen at most.
 *
 * @returns `enough` to stop after; `all` what reading every word and saying one thing takes
 */
export function minutesAsked(parts: Reading['parts']): { enough: number; all: number } {
  const all = minutesToRead(parts) + MINUTES_TO_SAY
  return { enough: Math.min(all, ASK_MINUTES), all }
}

const WORKING_DAYS_BEFORE = 2
const SEVEN_HOURS = 7 * 3_600_000

/**
 * When whoever asks hears that readers are missing: at seven in the morning, two working days before the last day.
 *
 * @param readUntil the first instant after that last day
 */
export function fewReadersDue(calendar: Calendar, readUntil: Date): Date {
  const last = dayIn(calendar.timeZone, new Date(readUntil.getTime() - 1))
  const on = addWorkingDays(calendar, last, -WORKING_DAYS_BEFORE)
  return new Date(endOfDay(calendar.timeZone, addDays(on, -1)).getTime() + SEVEN_HOURS)
}

/** How many of each kind it still takes; nothing where its broker lets it open with fewer. */
export function missingReaders(
  counts: { residents: number; smallOrganisations: number; needed: number },
  shortened: boolean,
): { residents: number; groups: number } {
  if (shortened) return { residents: 0, groups: 0 }
  return {
    residents: Math.max(counts.needed - counts.residents, 0),
    groups: Math.max(counts.needed - counts.smallOrganisations, 0),
  }
}
