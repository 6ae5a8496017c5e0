import {
  AMENDABLE,
  AMENDABLE_FACTS,
  AMENDABLE_WORDS,
  type Amendable,
  type AmendedField,
  type AmendInput,
  type AmendmentKind,
  type LogKind,
} from '@howcanwe/shared/amendments'
import { addDays, addWorkingDays, type Calendar, dayIn } from '@howcanwe/shared/places'
import { editDistance } from './amendments.distance.rules.ts'
import { sameFigures } from './amendments.figures.rules.ts'
import type { Spoken } from './amendments.figures.ts'
import { sameTimeOn } from './amendments.wall.rules.ts'

/** What a challenge says now of everything that may be amended. */
export type Amended = { [K in Amendable]: string | number | Date | null }

export type Fault =
  | 'amendments.nothing_changes'
  | 'amendments.more_than_a_typo'
  | 'amendments.is_substance'
  | 'amendments.taken_back'
  | 'amendments.left_empty'

/** Working days everybody is given when the ask itself changes (§2.4 [G]). */
export const MORE_DAYS = 5
/** Characters a slip of the pen may touch in one field. */
const TYPO_CHARACTERS = 12

/** "How can we …" or "Hoe kunnen we …": the language everything about it is written in. */
export const languageOf = (question: string): Spoken => (/^hoe\b/i.test(question) ? 'nl' : 'en')

const isFact = (field: Amendable): boolean => AMENDABLE_FACTS.some((one) => one === field)
const plain = (value: Amended[Amendable]) => (value instanceof Date ? value.toISOString() : value)

/** The fields that become different, before and after, in a fixed order. */
export const changesOf = (now: Amended, wanted: AmendInput | Partial<Amended>): AmendedField[] =>
  AMENDABLE.flatMap((field) => {
    const given = wanted[field]
    if (given === undefined) return []
    const [before, after] = [plain(now[field]), plain(given)]
    return before === after ? [] : [{ field, before, after }]
  })

/** Money, hours of officers and time to answer only ever grow (TR3); the rest may go either way. */
const ONLY_UP: readonly Amendable[] = [
  'participationPence',
  'backfillPence',
  'testsPence',
  'accessPence',
  'payHourlyPence',
  'officerHours',
  'closesAt',
]

const takesBack = ({ field, before, after }: AmendedField): boolean =>
  ONLY_UP.includes(field) && (after === null || (before !== null && after < before))

/** What said something says something still. */
const emptied = ({ field, before, after }: AmendedField): boolean =>
  before !== null && before !== '' && (after === null || after === '') && !ONLY_UP.includes(field)

/** Lines of the log, oldest first, as far as they say what changed. */
type Logged = readonly { kind: LogKind; changes: readonly AmendedField[] }[]

/**
 * Each field as it stood when the challenge opened, or when it was last changed as more than a slip of the pen: what
 * slips are measured against, so that many small ones do not add up to another sentence.
 */
export function standingBefore(log: Logged): Partial<Record<Amendable, string>> {
  const standing: Partial<Record<Amendable, string>> = {}
  for (const { kind, changes } of log)
    for (const { field, before } of changes)
      if (kind !== 'typo') delete standing[field]
      else standing[field] ??= String(before)
  return standing
}

export interface Spelt {
  language: Spoken
  /** From `standingBefore`. */
  standing: Partial<Record<Amendable, string>>
}

/** More than a slip, or another figure; of a field of words. */
function faultOfWords(kind: AmendmentKind, change: AmendedField, spelt: Spelt): Fault | undefined {
  const { field, before, after } = change
  if (!sameFigures(String(before), String(after), spelt.language)) return 'amendments.is_substance'
  if (kind !== 'typo') return undefined
  const from = spelt.standing[field] ?? String(before)
  const moved = editDistance(from, String(after), TYPO_CHARACTERS)
  return moved > TYPO_CHARACTERS ? 'amendments.more_than_a_typo' : undefined
}

/** Why this is not the kind of change it is called; undefined where it is (§2.4, CH7 [G]). */
export function faultOf(
  kind: AmendmentKind,
  changes: readonly AmendedField[],
  spelt: Spelt,
): { fault: Fault; field?: Amendable } | undefined {
  if (changes.length === 0) return { fault: 'amendments.nothing_changes' }
  for (const change of changes) {
    const { field } = change
    if (takesBack(change)) return { fault: 'amendments.taken_back', field }
    if (emptied(change)) return { fault: 'amendments.left_empty', field }
    if (kind === 'substance') continue
    if (isFact(field)) return { fault: 'amendments.is_substance', field }
    const fault = faultOfWords(kind, change, spelt)
    if (fault) return { fault, field }
  }
  return undefined
}

/** The same time on the clock on the wall there, so many working days later. */
export function laterAt(calendar: Calendar, at: Date, days: number): Date {
  const { timeZone } = calendar
  return sameTimeOn(timeZone, addWorkingDays(calendar, dayIn(timeZone, at), days), at)
}

const DAY_MS = 86_400_000

/**
 * What a change of substance brings along: five working days more at least, and the dates that come after closing
 * pushed on where they would otherwise come before it.
 */
export function withMoreTime(
  calendar: Calendar,
  now: Amended & { closesAt: Date },
  wanted: AmendInput,
): AmendInput {
  const least = laterAt(calendar, now.closesAt, MORE_DAYS)
  const closesAt = wanted.closesAt && wanted.closesAt > least ? wanted.closesAt : least
  return { ...wanted, ...pushedOn(calendar, { ...now, ...given(wanted), closesAt }, now.closesAt) }
}

const given = (wanted: AmendInput): Partial<Amended> =>
  Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))

/** Answers, start and end after a closing time that moved from `before`: each still after the one before it. */
export function pushedOn(
  calendar: Calendar,
  now: Amended & { closesAt: Date },
  before: Date,
): { closesAt: Date; resultsBy?: string; startsOn?: string; endsOn?: string } {
  const { closesAt } = now
  const closing = dayIn(calendar.timeZone, closesAt)
  const days = Math.ceil((closesAt.getTime() - before.getTime()) / DAY_MS)
  const day = (value: Amended[Amendable]) => (typeof value === 'string' ? value : undefined)
  const on = (value: string | undefined, earliest: string | undefined) => {
    if (!value || !earliest || value >= earliest) return value
    const pushed = addDays(value, days)
    return pushed < earliest ? earliest : pushed
  }
  const resultsBy = on(day(now.resultsBy), addDays(closing, 1))
  const startsOn = on(day(now.startsOn), resultsBy)
  const endsOn = on(day(now.endsOn), startsOn && addDays(startsOn, 1))
  return {
    closesAt,
    ...(resultsBy ? { resultsBy } : {}),
    ...(startsOn ? { startsOn } : {}),
    ...(endsOn ? { endsOn } : {}),
  }
}

const WORDS: readonly Amendable[] = AMENDABLE_WORDS
/** Only words changed; nobody has to be written to. */
export const isOnlyWords = (changes: readonly AmendedField[]): boolean =>
  changes.every(({ field }) => WORDS.includes(field))

/** The database's name of a field, `closes_at`. */
export const columnOf = (field: Amendable): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
