import type { Challenge, Draft } from '@howcanwe/shared/challenges'

/** What the page of a question draws: a published one, or a draft as far as it has got. */
export type Shown = Omit<Challenge, 'closesAt' | 'openedAt' | 'slug'> & { closesAt: Date | null }

const MINUTES = 10

/**
 * A draft as it will look on the day it opens.
 *
 * @param areas every area of the place, in its order
 * @param today YYYY-MM-DD
 */
export function shownDraft(
  draft: Draft,
  areas: readonly { id: string; name: string }[],
  today: string,
  dayOf: (at: Date) => string,
): Shown {
  const { closesAt, resultsBy, startsOn, endsOn } = draft
  return {
    ...draft,
    state: 'open',
    areas: areas.filter(({ id }) => draft.areaIds.includes(id)),
    withdrawnReason: null,
    checkedOn: today,
    questionsUntil: null,
    pausedReason: null,
    pausedUntil: null,
    answerMinutes: MINUTES,
    thread: [
      { station: 'asked', status: 'done', on: today },
      { station: 'exploring', status: 'now', on: closesAt ? dayOf(closesAt) : null },
      { station: 'teamed-up', status: 'to-come', on: resultsBy },
      { station: 'trying', status: 'to-come', on: startsOn },
      { station: 'learning', status: 'to-come', on: endsOn },
      { station: 'shared', status: 'to-come', on: null },
    ],
  }
}
