import type { ListName } from '@howcanwe/shared/exports'
import type { Make } from './exports.columns.ts'
import { actors, cases, introductions, queue, support } from './lists.broker.ts'
import { interests, invitations, matches, seeds } from './lists.challenge.ts'
import { contacts } from './lists.contacts.ts'
import { hours, typed, unmet } from './lists.desk.ts'
import { months } from './lists.months.ts'
import { challenges, organisations } from './lists.place.ts'
import { practices } from './lists.practices.ts'
import { proposals } from './lists.proposals.ts'
import { answersOwed } from './lists.suggestions.ts'

/** Every list there is. A new one is a line here, one in the contract, and its name in `exports.words.ts`. */
export const LISTS: Record<ListName, Make> = {
  organisations,
  challenges,
  queue,
  cases,
  introductions,
  contacts,
  actors,
  support,
  unmet,
  hours,
  practices,
  months,
  typed,
  matches,
  invitations,
  interests,
  seeds,
  proposals,
  'answers-owed': answersOwed,
}
