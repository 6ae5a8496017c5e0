import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { record } from '../../audit/index.ts'
import { groupById } from '../../codesign/index.ts'
import * as clocks from '../queries/clocks.queries.ts'
import { takeToAsk } from '../queries/homework.queries.ts'
import * as q from '../queries/suggestions.queries.ts'
import {
  answerLateLetter,
  answerSoonLetter,
  homeworkDueLetter,
  homeworkLateLetter,
} from '../suggestions.clock.words.ts'
import { ladderLetter } from '../suggestions.step.words.ts'
import { tellAll, tellPeople } from './letters.ts'

type Needs = Pick<Deps, 'db' | 'config'>
const STAGES: readonly clocks.Stage[] = ['soon', 'late']
const ANSWERS = {
  soon: { template: 'suggestions.answer-soon', words: answerSoonLetter },
  late: { template: 'suggestions.answer-late', words: answerLateLetter },
} as const
const MEETINGS = {
  soon: { template: 'suggestions.homework-due', words: homeworkDueLetter },
  late: { template: 'suggestions.homework-late', words: homeworkLateLetter },
} as const

async function partiesAnd(tx: Database, groupId: string) {
  const group = await groupById(tx, groupId)
  const parties = await q.partiesOf(tx, groupId)
  return group && parties
    ? { group, people: [parties.facilitatorId, parties.commissionerId] }
    : undefined
}

async function remindOfAnswers(tx: Database, needs: Needs, stage: clocks.Stage): Promise<boolean> {
  const taken = await clocks.takeDue(tx, stage)
  const to = taken && (await partiesAnd(tx, taken.groupId))
  if (taken && to)
    await tellPeople(
      needs,
      tx,
      { ...to, path: '/desk/answers' },
      {
        ...ANSWERS[stage],
        more: { waiting: taken.waiting },
      },
    )
  return taken !== undefined
}

async function remindOfHomework(tx: Database, needs: Needs, stage: clocks.Stage): Promise<boolean> {
  const groupId = await clocks.takeHomework(tx, stage)
  const to = groupId && (await partiesAnd(tx, groupId))
  if (to)
    await tellPeople(
      needs,
      tx,
      { ...to, path: `/groups/${groupId}/suggestions` },
      {
        ...MEETINGS[stage],
        more: {},
      },
    )
  return groupId !== undefined
}

/** The group has met: everybody is asked where it really stood (CD8). */
async function askWhereItStood(tx: Database, needs: Needs): Promise<boolean> {
  const groupId = await takeToAsk(tx)
  const group = groupId && (await groupById(tx, groupId))
  if (!group) return false
  const { id, placeId } = group
  await record(tx, {
    ...{ placeId, actorId: null, action: 'suggestions.homework-held' },
    ...{ subject: { kind: 'group', id }, after: {} },
  })
  await tellAll(needs, tx, group, { template: 'suggestions.ladder', words: ladderLetter, more: {} })
  return true
}

/**
 * Sees to it that what residents said is answered and that the homework is marked (CD6): before a day is over whoever owes
 * it is reminded, once it is over they are told so, and its page says so by itself. Once the group has met it is asked
 * where it stood.
 *
 * @returns whether a letter was due
 */
export async function keepSuggestions(needs: Needs): Promise<boolean> {
  for (const stage of STAGES)
    for (const remind of [remindOfAnswers, remindOfHomework])
      if (await inTransaction(needs.db, (tx) => remind(tx, needs, stage))) return true
  return inTransaction(needs.db, (tx) => askWhereItStood(tx, needs))
}
