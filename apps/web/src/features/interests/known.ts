import type { Interest } from '@howcanwe/shared/interests'
import { wordsOf } from '@howcanwe/shared/interests'
import type { Capacity } from '@howcanwe/shared/organisations'
import { EMPTY, type StartedAnswers } from './answers.ts'

/** Where an answer that stands there already comes from. */
export type Source = 'profile' | 'earlier'
export type Known = Partial<
  Record<'bring' | 'bringNote' | 'hoursPerMonth' | 'fromWhen' | 'need', Source>
>

export interface Start {
  answers: StartedAnswers
  /** What was not typed here, so that it can be said beside the question. */
  known: Known
}

/** The two hundred and fifty words are for new things: the profile may take this many of them. */
const MOST_WORDS = 60

/**
 * Rooms, people and skills of the profile as lines of one answer, as many as fit.
 *
 * @param lines in the reader's language, the most useful first
 */
export function noteOf(lines: readonly string[]): string {
  const kept: string[] = []
  for (const line of lines.filter((one) => one.trim() !== '')) {
    if (wordsOf(...kept, line) > MOST_WORDS) break
    kept.push(line.trim().replace(/\.$/, ''))
  }
  return kept.map((line) => `${line}.`).join(' ')
}

const isSaid = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined && value !== ''

/**
 * A first form: what the profile says is there already, else what was sent to another challenge before. Nothing is
 * asked twice (J-08, FR-12), and everything can be changed.
 *
 * @param note of the profile, from `noteOf`
 * @param today YYYY-MM-DD; a day that is over is no answer to "from when"
 */
export function startFrom(given: {
  organisationId: string
  capacity: Capacity | undefined
  earlier: Interest | undefined
  note: string
  today: string
}): Start {
  const { organisationId, capacity, earlier, note, today } = given
  const later = capacity?.notBefore && capacity.notBefore > today ? capacity.notBefore : null
  const sources: Record<keyof Known, readonly [profile: unknown, earlier: unknown]> = {
    bring: [capacity?.skills, earlier?.bring],
    bringNote: [note, earlier?.bringNote],
    hoursPerMonth: [capacity?.spareHoursPerMonth || null, earlier?.hoursPerMonth],
    fromWhen: [later, null],
    need: [capacity?.possibleWith, earlier?.need],
  }
  const answers: Record<string, unknown> = { ...EMPTY, organisationId }
  const known: Known = {}
  for (const [name, [profile, before]] of Object.entries(sources)) {
    const source = isSaid(profile) ? 'profile' : isSaid(before) ? 'earlier' : undefined
    if (!source) continue
    answers[name] = source === 'profile' ? profile : before
    known[name as keyof Known] = source
  }
  return { answers: answers as StartedAnswers, known }
}
