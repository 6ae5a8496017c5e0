import { type DraftAnswers, draftAnswers, type InterestDraft } from '@howcanwe/shared/interests'
import * as z from 'zod/mini'
import { type Answers, TEXTS } from './answers.ts'

type Part = keyof DraftAnswers
const PARTS = Object.keys(draftAnswers.shape) as Part[]

/** An empty answer and one that was never given are the same; so are words with and without a last space. */
function plain(value: unknown): string {
  const bare = typeof value === 'string' ? value.trim() : value
  const isEmpty = bare === '' || bare === false || (Array.isArray(bare) && bare.length === 0)
  return JSON.stringify(isEmpty ? null : (bare ?? null))
}
const isSame = (a: unknown, b: unknown): boolean => plain(a) === plain(b)

/** What differs from what was kept. */
export const changedSince = (kept: DraftAnswers, now: DraftAnswers): DraftAnswers =>
  Object.fromEntries(
    PARTS.filter((p) => p in now && !isSame(kept[p], now[p])).map((p) => [p, now[p]]),
  )

/** What can be kept with the service now; what is half typed or too long waits on the device. */
export function sayable(answers: Partial<Answers>): DraftAnswers {
  const given = { hoursPerMonth: null, together: null, ...answers }
  const fine = PARTS.filter(
    (p) => given[p] !== undefined && z.safeParse(draftAnswers.shape[p], given[p]).success,
  )
  return Object.fromEntries(fine.map((p) => [p, given[p]]))
}

/** Parts of a form that the service does not have yet. */
export const waitingIn = (kept: DraftAnswers, answers: Partial<Answers>): Part[] =>
  PARTS.filter((p) => p in answers && !isSame(kept[p], answers[p]))

/**
 * After a save: what the service holds as far as this device knows, and what of it others wrote, to be put into the
 * form where nobody is writing here.
 */
export function settled(
  sent: { kept: DraftAnswers; mine: DraftAnswers },
  service: DraftAnswers,
  inForm: Partial<Answers>,
): { kept: DraftAnswers; theirs: DraftAnswers } {
  const known = { ...sent.kept, ...sent.mine }
  const others = changedSince(known, { ...service, ...sent.mine })
  const typed: string[] = waitingIn(known, inForm)
  const theirs = Object.fromEntries(
    Object.entries(others).filter(([part]) => !typed.includes(part)),
  )
  return { kept: { ...known, ...others }, theirs }
}

/** What this device keeps: everything in the form, and which parts of it nobody else has yet. */
export interface OnDevice {
  answers: Partial<Answers>
  seconds: number
  /** The version of the service's draft this copy knew of. */
  seen: number | null
  waiting: string[]
}

const copied = z.object({
  answers: z.record(z.string(), z.unknown()),
  seconds: z.catch(z.number(), 0),
  seen: z.catch(z.nullable(z.number()), null),
  waiting: z.catch(z.array(z.string()), []),
})

/** A device's copy, as far as it is still answers: every part is looked at by itself, and a bad one is dropped. */
export function fromDevice(value: unknown): OnDevice | null {
  const read = z.safeParse(copied, value)
  if (!read.success) return null
  const { answers, seconds, seen, waiting } = read.data
  const isFine = (p: Part): boolean =>
    (TEXTS as readonly string[]).includes(p)
      ? typeof answers[p] === 'string'
      : answers[p] !== undefined && z.safeParse(draftAnswers.shape[p], answers[p]).success
  const fine = PARTS.filter(isFine)
  return {
    answers: Object.fromEntries(fine.map((p) => [p, answers[p]])),
    seconds: Math.max(0, Math.round(seconds)),
    seen,
    waiting,
  }
}

export interface Begun {
  /** Laid over what the form would start with. */
  answers: Partial<Answers>
  seconds: number
  seen: number | null
  /** What the service holds. */
  kept: DraftAnswers
  /** When and by whom, for the person to know what they are looking at; null where nothing was begun. */
  found: { at: Date; by: string | null; mine: boolean } | null
}

/** Kept answers as the form holds them: an empty one is left out. */
export const asAnswers = (answers: DraftAnswers): Partial<Answers> =>
  Object.fromEntries(
    Object.entries(answers).filter(([, value]) => value !== null),
  ) as Partial<Answers>

/**
 * Where to go on. The service's draft is the truth; what this device had not sent yet lies over it, unless somebody
 * has written since.
 */
export function beginFrom(
  service: InterestDraft | null,
  device: (OnDevice & { at: Date }) | null,
): Begun {
  const kept = service?.answers ?? {}
  const seen = service?.version ?? null
  const isBehind =
    service && device && device.seen !== service.version && device.at < service.updatedAt
  const over =
    !device || isBehind ? {} : service ? pick(device.answers, device.waiting) : device.answers
  const fresh = Object.keys(over).length > 0 && device
  if (!service && !fresh) return { answers: {}, seconds: 0, seen, kept, found: null }
  return {
    answers: { ...asAnswers(kept), ...over },
    seconds: Math.max(service?.seconds ?? 0, device?.seconds ?? 0),
    seen,
    kept,
    found:
      fresh || !service
        ? { at: device?.at ?? new Date(), by: null, mine: true }
        : { at: service.updatedAt, by: service.by, mine: service.mine },
  }
}

const pick = (answers: Partial<Answers>, names: readonly string[]): Partial<Answers> =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => names.includes(name)))
