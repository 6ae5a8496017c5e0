import { dueBefore } from '@howcanwe/shared/places'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { calendarOf } from '../../places/index.ts'
import { lateLetter, soonLetter, unreadLetter } from '../proposals.due.words.ts'
import { tellAsker, tellRole } from '../proposals.letters.ts'
import { lapsedLetter, STEPS, type Step, stepLetter } from '../proposals.outcome.words.ts'
import { lastDay, REMIND_BEFORE } from '../proposals.rules.ts'
import * as clocks from '../queries/clocks.queries.ts'
import * as co from '../queries/co-authors.queries.ts'
import * as q from '../queries/proposals.queries.ts'
import { clusterOf } from './backing.ts'
import { noted } from './desk.ts'

type Needs = Pick<Deps, 'db' | 'config'>
type Take = (tx: Database, needs: Needs) => Promise<boolean>

const due = (at: Date) => (place: { timeZone: string }, language: string) => ({
  answerBy: lastDay(language, place.timeZone, at),
})

/** Promised to be read, and not read in time. */
const unread: Take = async (tx, { config }) => {
  const row = await clocks.takeUnread(tx)
  if (!row) return false
  await tellRole(tx, row, {
    ...{ role: 'broker', template: 'proposals.unread', words: unreadLetter },
    link: `${config.origin}/desk/proposals`,
    facts: due(row.readBy),
  })
  return true
}

/** An answer is due in three working days. */
const soon: Take = async (tx, { config }) => {
  for (const waiting of await clocks.maybeSoon(tx)) {
    const answerBy = waiting.answerBy ?? new Date(0)
    const from = dueBefore(await calendarOf(tx, waiting.placeId), answerBy, REMIND_BEFORE)
    if (from > (await q.now(tx))) continue
    await q.change(tx, waiting.id, { remindedSoonAt: await q.now(tx) })
    await tellRole(tx, waiting, {
      ...{ role: 'commissioner', template: 'proposals.soon', words: soonLetter },
      link: `${config.origin}/desk/proposals`,
      facts: due(answerBy),
    })
    return true
  }
  return false
}

/** An answer is late: its page says so by itself; who may answer and who brokers hear it once. */
const late: Take = async (tx, { config }) => {
  const row = await clocks.takeLate(tx)
  if (!row?.answerBy) return false
  for (const role of ['commissioner', 'broker'] as const)
    await tellRole(tx, row, {
      ...{ role, template: 'proposals.late', words: lateLetter },
      link: `${config.origin}/desk/proposals`,
      facts: due(row.answerBy),
    })
  await noted(tx, null, row, 'late')
  return true
}

/** Nobody sponsored it and too few stand behind it: its time is over, and whoever asked is written to. */
const lapse: Take = async (tx, { config }) => {
  const row = await clocks.takeToLapse(tx)
  if (!row) return false
  await q.change(tx, row.id, { state: 'lapsed' })
  await noted(tx, null, row, 'lapsed')
  for (const asker of await clusterOf(tx, row.id))
    await tellAsker(tx, config, asker, {
      ...{ template: 'proposals.lapsed', words: lapsedLetter },
      facts: () => ({}),
    })
  return true
}

const isStep = (state: string): state is Step => (STEPS as readonly string[]).includes(state)

/** The challenge a question became has moved: its co-authors are written to at every step. */
const step: Take = async (tx, { config }) => {
  const moved = await co.takeMoved(tx)
  if (!moved) return false
  const { state } = moved
  await co.markTold(tx, moved)
  const row = await q.byId(tx, moved.proposalId)
  if (row && !row.erasedAt && isStep(state))
    await tellAsker(tx, config, row, {
      ...{ template: 'proposals.step', words: stepLetter },
      facts: () => ({ step: state }),
    })
  return true
}

/** Does the next thing that the clock of a question calls for. @returns whether there was one */
export async function keepProposals(needs: Needs): Promise<boolean> {
  for (const take of [unread, soon, late, lapse, step])
    if (await inTransaction(needs.db, (tx) => take(tx, needs))) return true
  return false
}
