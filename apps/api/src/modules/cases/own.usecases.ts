import type { casesContract } from '@howcanwe/shared/cases'
import type { Received, Result } from '@howcanwe/shared/http'
import { type Database, inTransaction } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../http/actor.ts'
import { record } from '../audit/index.ts'
import { brokersChallenge, publishedChallenge, refuseChallenge } from '../challenges/index.ts'
import { requireNeutral } from '../matching/index.ts'
import { requirePlace } from '../places/index.ts'
import { refuse } from './cases.errors.ts'
import { readsCase } from './cases.policy.ts'
import * as q from './cases.queries.ts'
import { requireDesk } from './cases.usecases.ts'
import { monthsOf } from './figures.queries.ts'
import { noteAction } from './front-door.ts'

/**
 * From now on somebody else brokers this challenge. It stands, and the note is for the broker alone.
 *
 * @throws challenges.not_found
 */
export async function declareConflict(
  deps: Deps,
  given: { actor: Actor; challengeId: string; note: string },
): Promise<undefined> {
  const { actor, challengeId, note } = given
  return inTransaction(deps.db, async (tx) => {
    const challenge = await publishedChallenge(tx, challengeId)
    if (!challenge || !brokersChallenge(actor, challenge))
      throw refuseChallenge('challenges.not_found')
    const { placeId } = challenge
    const id = await q.putConflict(tx, { placeId, challengeId, brokerId: actor.personId, note })
    if (!id) return undefined
    await record(tx, {
      placeId,
      actorId: actor.personId,
      action: 'cases.conflict-declared',
      subject: { kind: 'challenge', id: challengeId },
    })
    return undefined
  })
}

/** A broker's own work, month by month; nobody else's. */
export async function figures(
  db: Database,
  ask: { actor: Actor; placeId: string },
): Promise<Result<typeof casesContract.figures>> {
  requireDesk(ask.actor, ask.placeId)
  const { timeZone } = await requirePlace(db, ask.placeId)
  const of = { placeId: ask.placeId, personId: ask.actor.personId, timeZone }
  return { items: await monthsOf(db, of) }
}

/** What the record says it is about: the challenge, or whoever was rung where there is none. */
function subjectOf(about: {
  challengeId?: string | undefined
  organisationId?: string | undefined
  registerEntryId?: string | undefined
}) {
  if (about.challengeId) return { kind: 'challenge', id: about.challengeId }
  return about.organisationId
    ? { kind: 'organisation', id: about.organisationId }
    : { kind: 'register-entry', id: about.registerEntryId ?? '' }
}

/**
 * Writes down a call or visit to somebody who waits on the desk: in the newest open case about the same, or without one.
 * They wait there no longer, and the minutes count among this broker's own. Only that there was one is in the public
 * record, and of which challenge.
 *
 * @throws cases.not_found · cases.own_organisation · cases.subject_unknown · matching.not_neutral
 */
export async function note(
  deps: Deps,
  given: { actor: Actor; placeId: string; input: Received<typeof casesContract.note>['body'] },
): Promise<undefined> {
  const { actor, placeId } = given
  const { organisationId, registerEntryId, ...said } = given.input
  const challengeId = given.input.challengeId ?? null
  if (!readsCase(actor, { placeId, challengeId })) throw refuse('cases.not_found')
  if (actor.memberships.some((m) => m.organisationId === organisationId))
    throw refuse('cases.own_organisation')
  const about = {
    challengeId: challengeId ?? undefined,
    organisationId: organisationId ?? undefined,
    registerEntryId: registerEntryId ?? undefined,
  }
  const isWhole = about.organisationId !== undefined || about.registerEntryId !== undefined
  return inTransaction(deps.db, async (tx) => {
    if (!isWhole || !(await q.subjectExists(tx, placeId, about)))
      throw refuse('cases.subject_unknown')
    if (challengeId) await requireNeutral(tx, actor, { id: challengeId, placeId })
    await noteAction(tx, { placeId, brokerId: actor.personId, ...said, ...about })
    await record(tx, {
      placeId,
      actorId: actor.personId,
      action: 'cases.noted',
      subject: subjectOf(about),
      after: { kind: said.kind },
    })
    return undefined
  })
}
