import type { Result } from '@howcanwe/shared/http'
import { dayIn, dueAfter } from '@howcanwe/shared/places'
import {
  type GiveComment,
  MOST_COMMENTS,
  READER_ANSWER_DAYS,
  type readingsContract,
} from '@howcanwe/shared/readings'
import { type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { type ChallengeRow, challengeForReaders, refuseChallenge } from '../../challenges/index.ts'
import { organisationById } from '../../organisations/index.ts'
import { calendarOf, requirePlace } from '../../places/index.ts'
import { refuse } from '../readings.errors.ts'
import { tellOfComment } from '../readings.letters.ts'
import { belongsTo, isParty } from '../readings.policy.ts'
import * as q from '../readings.queries.ts'
import { isInPart, owedTo } from '../readings.rules.ts'
import { partsNow } from './reading.ts'

/** The organisation it is read for; null for a resident. @throws readings.organisation_unknown */
async function readsFor(
  tx: Database,
  actor: Actor,
  row: ChallengeRow,
  said: GiveComment,
): Promise<string | null> {
  const { readsAs, organisationId } = said
  if (readsAs === 'resident') return null
  const found = organisationId ? await organisationById(tx, organisationId) : undefined
  const theirs = found && belongsTo(actor, found.id) && found.placeId === row.placeId
  if (!theirs || found.state === 'left')
    throw refuse('readings.organisation_unknown', {
      fields: [{ pointer: '#/body/organisationId', code: 'not_allowed' }],
    })
  return found.id
}

/** @throws readings.quote_changed when the sentence does not stand in its part now */
async function requireQuote(tx: Database, row: ChallengeRow, said: GiveComment): Promise<void> {
  const { field, quote } = said
  if (quote === undefined) return
  if (!field || !isInPart(await partsNow(tx, row), field, quote))
    throw refuse('readings.quote_changed', {
      fields: [{ pointer: '#/body/quote', code: 'not_allowed' }],
    })
}

/** The challenge, held as it is, for somebody who may say something about it. */
async function hold(tx: Database, actor: Actor, challengeId: string): Promise<ChallengeRow> {
  const row = await challengeForReaders(tx, challengeId, 'lock')
  if (!row) throw refuseChallenge('challenges.not_found')
  if (isParty(actor, row)) throw refuse('readings.is_party')
  if (row.state !== 'read-through') throw refuse('readings.over')
  await q.takeTurns(tx, row.id, actor.personId)
  if ((await q.countBy(tx, row.id, actor.personId)) >= MOST_COMMENTS)
    throw refuse('readings.enough')
  return row
}

/** Whoever came to have a part in it a moment ago is refused by the database (HW015). */
async function asReader<T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> {
  try {
    return await inTransaction(db, work)
  } catch (error) {
    throw sqlState(error) === 'HW015' ? refuse('readings.is_party') : error
  }
}

/**
 * Says something about a challenge before it opens; an answer by name is due in five working days (J-04). Whoever
 * asks is written to when nobody waited before, so that ten comments are not ten emails.
 *
 * @throws challenges.not_found · readings.over · readings.is_party · readings.organisation_unknown ·
 *   readings.quote_changed · readings.enough
 */
export async function comment(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  actor: Actor,
  input: GiveComment & { challengeId: string },
): Promise<Result<typeof readingsContract.comment>> {
  const { challengeId, ...said } = input
  return asReader(db, async (tx) => {
    const row = await hold(tx, actor, challengeId)
    await requireQuote(tx, row, said)
    const organisationId = await readsFor(tx, actor, row, said)
    const { unanswered } = await q.readSoFar(tx, row.id)
    const calendar = await calendarOf(tx, row.placeId)
    const answerDueAt = dueAfter(calendar, await q.now(tx), READER_ANSWER_DAYS)
    const at = { placeId: row.placeId, challengeId: row.id, personId: actor.personId }
    const id = await q.putComment(tx, { ...said, ...at, organisationId, answerDueAt })
    await record(tx, {
      placeId: row.placeId,
      actorId: actor.personId,
      action: 'readings.commented',
      subject: { kind: 'reading', id },
      after: { challengeId: row.id, readsAs: said.readsAs },
    })
    const due = dayIn(calendar.timeZone, new Date(answerDueAt.getTime() - 1000))
    if (unanswered === 0) await tellOfComment(tx, config, row, due)
    return { comment: await q.commentById(tx, id), ...(await thanksTo(tx, row, actor.personId)) }
  })
}

/** Minutes somebody gave this challenge, and what is owed to them for it. */
async function thanksTo(tx: Database, row: ChallengeRow, personId: string) {
  const { payHourlyPence } = await requirePlace(tx, row.placeId)
  const seconds = await q.secondsOf(tx, row.id, personId)
  const owed = owedTo(seconds, payHourlyPence)
  return {
    owedPence: owed.readers > 0 ? owed.pence : null,
    minutes: Math.ceil((seconds[0] ?? 0) / 60),
  }
}
