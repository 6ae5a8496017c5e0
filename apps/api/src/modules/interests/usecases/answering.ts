import type { ActionOf } from '@howcanwe/shared/audit'
import type { Interest } from '@howcanwe/shared/interests'
import { type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { record } from '../../audit/index.ts'
import { lockOpenChallenge, type PublishedRow } from '../../challenges/index.ts'
import { deleteDraft } from '../drafts.queries.ts'
import { closed, refuse } from '../interests.errors.ts'
import { mayChange } from '../interests.policy.ts'
import * as q from '../interests.queries.ts'
import { sendReceipt } from '../interests.receipt.ts'
import { believable, isOpenToChange, isTooLong } from '../interests.rules.ts'
import { changedLetter, receiptLetter, withdrawnLetter } from '../interests.words.ts'
import { freeHours, holdHours } from './hours.ts'
import { forgetVoices, requireWords } from './voice.ts'
import { requireAnswering } from './who-answers.ts'

/** One transaction; what the database refuses as too late is the challenge being closed. */
async function beforeTheDeadline<T>(deps: Deps, work: (tx: Database) => Promise<T>): Promise<T> {
  try {
    return await inTransaction(deps.db, work)
  } catch (error) {
    if (sqlState(error) === 'HW122') throw refuse('interests.in_joint')
    throw sqlState(error) === 'HW007' ? closed() : error
  }
}

function requireShort(answers: q.Answers): void {
  if (isTooLong(answers)) {
    throw refuse('interests.too_many_words', {
      fields: [{ pointer: '#/body/why', code: 'too_many_words', limit: 250 }],
    })
  }
}

async function reread(tx: Database, id: string): Promise<q.WholeRow> {
  const row = await q.interestById(tx, id)
  if (!row) throw new Error('an interest was gone in its own transaction')
  return row
}

const trail = (
  tx: Database,
  actor: Actor,
  row: q.WholeRow,
  event: { action: `interests.${ActionOf<'interests'>}`; before?: string },
) =>
  record(tx, {
    placeId: row.interest.placeId,
    actorId: actor.personId,
    action: event.action,
    subject: { kind: 'interest', id: row.interest.id },
    ...(event.before ? { before: { state: event.before } } : {}),
    after: { state: row.interest.state, version: row.interest.version },
  })

/**
 * Sends an organisation's answers: one a challenge; one that was taken back may be sent again, though never by a broker
 * who types. Late is what the database's clock calls late, under a share lock on the challenge.
 *
 * @throws challenges.not_found · challenges.closed · challenges.wrong_state · interests.not_your_organisation ·
 *   interests.asks_itself · interests.already_expressed · interests.too_many_words · interests.voice_without_words
 */
export async function express(
  deps: Deps,
  actor: Actor,
  input: {
    challengeId: string
    organisationId: string
    answers: q.Answers
    secondsTaken: number | undefined
    /** A broker types what somebody said; refuses, or keeps who asked and that it was read back (PE3). */
    typedFor?: (tx: Database, challenge: PublishedRow) => Promise<void>
  },
): Promise<Interest> {
  const { challengeId, organisationId, answers, secondsTaken, typedFor } = input
  return beforeTheDeadline(deps, async (tx) => {
    const challenge = await lockOpenChallenge(tx, challengeId)
    await typedFor?.(tx, challenge)
    const as = typedFor ? 'typing-for' : 'member'
    await requireAnswering(tx, actor, organisationId, challenge, as)
    requireShort(answers)
    const key = { challengeId, organisationId }
    await requireWords(tx, key, answers)
    const took = believable(secondsTaken)
    const sent = { ...answers, submittedBy: actor.personId, secondsTaken: took }
    const placeId = challenge.placeId
    const first = await q.put(tx, { ...sent, ...key, placeId })
    // What an organisation took back stays back until it says so itself.
    const id = first ?? (typedFor ? undefined : await q.sendAgain(tx, key, sent))
    if (!id) throw refuse('interests.already_expressed')
    await deleteDraft(tx, key)
    const row = await reread(tx, id)
    await trail(tx, actor, row, {
      action: typedFor ? 'interests.typed-for' : 'interests.expressed',
      ...(first ? {} : { before: 'withdrawn' }),
    })
    await holdHours(tx, deps, id)
    await sendReceipt(tx, deps, { row, challenge, template: receiptLetter, kind: 'received' })
    return q.shown(row, { ours: true })
  })
}

/** An interest of the caller's own organisation, with its open challenge locked. Others' are not there. */
async function lockOwn(
  tx: Database,
  actor: Actor,
  interestId: string,
): Promise<{ row: q.WholeRow; challenge: PublishedRow }> {
  const seen = await q.interestById(tx, interestId)
  if (!seen) throw refuse('interests.not_found')
  const parties = [seen.organisation.id, ...seen.interest.parties]
  if (!parties.some((id) => mayChange(actor, id))) throw refuse('interests.not_found')
  if (seen.interest.jointInterestId) throw refuse('interests.shared')
  const challenge = await openOrClosed(tx, seen.challenge.id)
  const row = await reread(tx, interestId)
  if (!isOpenToChange(row.interest.state)) throw refuse('interests.wrong_state')
  return { row, challenge }
}

/** For somebody who has answered, a challenge that was taken back is simply closed. */
async function openOrClosed(tx: Database, challengeId: string): Promise<PublishedRow> {
  try {
    return await lockOpenChallenge(tx, challengeId)
  } catch (error) {
    throw (error as { code?: string }).code === 'challenges.wrong_state' ? closed() : error
  }
}

/**
 * Puts new answers in place of the old; the last complete ones before the deadline count.
 *
 * @throws interests.not_found · interests.wrong_state · challenges.closed · interests.too_many_words ·
 *   interests.voice_without_words · request.stale
 */
export async function change(
  deps: Deps,
  actor: Actor,
  input: { interestId: string; version: number; answers: q.Answers },
): Promise<Interest> {
  return beforeTheDeadline(deps, async (tx) => {
    const { row: before, challenge } = await lockOwn(tx, actor, input.interestId)
    requireShort(input.answers)
    const { id, challengeId, organisationId } = before.interest
    const key = { challengeId, organisationId }
    await requireWords(tx, key, input.answers)
    const answers = { ...input.answers, submittedBy: actor.personId }
    if (!(await q.replace(tx, id, input.version, answers))) {
      const { version } = (await reread(tx, id)).interest
      throw refuseRequest('request.stale', { currentVersion: version })
    }
    await deleteDraft(tx, key)
    const row = await reread(tx, id)
    await trail(tx, actor, row, { action: 'interests.changed', before: before.interest.state })
    await holdHours(tx, deps, id)
    await sendReceipt(tx, deps, { row, challenge, template: changedLetter, kind: 'changed' })
    return q.shown(row, { ours: true })
  })
}

/**
 * Takes an interest back, no reason asked. What was spoken goes with it.
 *
 * @throws interests.not_found · interests.wrong_state · challenges.closed
 */
export async function withdraw(deps: Deps, actor: Actor, interestId: string): Promise<Interest> {
  return beforeTheDeadline(deps, async (tx) => {
    const { challenge, row: before } = await lockOwn(tx, actor, interestId)
    if (!(await q.takeBack(tx, interestId))) throw refuse('interests.wrong_state')
    await forgetVoices(tx, before.interest)
    await freeHours(tx, interestId)
    const row = await reread(tx, interestId)
    await trail(tx, actor, row, { action: 'interests.withdrawn', before: 'submitted' })
    await sendReceipt(tx, deps, { row, challenge, template: withdrawnLetter, kind: 'withdrawn' })
    return q.shown(row, { ours: true })
  })
}
