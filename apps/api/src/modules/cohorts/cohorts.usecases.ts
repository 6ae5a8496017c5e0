import type { Cohort } from '@howcanwe/shared/cohorts'
import { type Database, inTransaction } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../http/actor.ts'
import { record } from '../audit/index.ts'
import {
  type ChallengeRow,
  refuseChallenge,
  requireCommissionerOf,
  settle,
} from '../challenges/index.ts'
import {
  decide,
  interestedOrganisationIds,
  interestsFor,
  requireNoConflict,
  requireUnsealed,
} from '../interests/index.ts'
import { refuse } from './cohorts.errors.ts'
import { type Decided, tellEveryone } from './cohorts.letters.ts'
import { cohortOf, putCohort } from './cohorts.queries.ts'
import { type Fault, faultInCohort, faultInDecisions } from './cohorts.rules.ts'

interface Decision {
  interestId: string
  reason: string
}
interface Choice {
  chosen: readonly Decision[]
  notThisTime: readonly Decision[]
  statement: string
  reservedPlacesReason?: string | null | undefined
}

const WHERE: Record<Fault, string> = {
  'cohorts.interest_unknown': '#/body/notThisTime',
  'cohorts.decided_twice': '#/body/notThisTime',
  'cohorts.decision_missing': '#/body/notThisTime',
  'cohorts.more_than_announced': '#/body/chosen',
  'cohorts.one_sector': '#/body/chosen',
  'cohorts.reserved_places': '#/body/reservedPlacesReason',
}

function requireNo(fault: Fault | undefined): void {
  if (!fault) return
  const code = fault.slice('cohorts.'.length)
  throw refuse(fault, { fields: [{ pointer: WHERE[fault], code }] })
}

/** The caller's own challenge, locked, past its deadline and not yet settled. */
async function lockChoosing(tx: Database, actor: Actor, id: string): Promise<ChallengeRow> {
  const challenge = await requireCommissionerOf(tx, actor, id, 'lock')
  if (challenge.state === 'open') await requireUnsealed(tx, challenge)
  if (challenge.state !== 'choosing') throw refuseChallenge('challenges.wrong_state')
  return challenge
}

/** Everybody who answered, each with the one decision they were given. */
async function everybody(
  tx: Database,
  actor: Actor,
  id: string,
  choice: Choice,
): Promise<Decided[]> {
  const answered = (await interestsFor(tx, id)).filter((one) => one.state === 'submitted')
  requireNoConflict(
    actor,
    answered.map((one) => one.organisationId),
  )
  const all = [...choice.chosen, ...choice.notThisTime].map((d) => d.interestId)
  requireNo(
    faultInDecisions(
      answered.map((one) => one.id),
      all,
    ),
  )
  const chosen = new Map(choice.chosen.map((d) => [d.interestId, d.reason]))
  const not = new Map(choice.notThisTime.map((d) => [d.interestId, d.reason]))
  return answered.map((one) => {
    const reason = chosen.get(one.id)
    return reason === undefined
      ? { ...one, outcome: 'not-this-time', reason: not.get(one.id) ?? '' }
      : { ...one, outcome: 'chosen', reason }
  })
}

/** Writes decisions, cohort, state, trail and letters: all of them or none. */
async function announce(
  tx: Database,
  deps: Deps,
  actor: Actor,
  outcome: { challenge: ChallengeRow; all: Decided[]; statement: string; searched: string | null },
): Promise<void> {
  const { challenge, all, statement, searched } = outcome
  for (const { id, outcome, reason } of all) {
    const done = await decide(tx, { interestId: id, outcome, reason, actorId: actor.personId })
    if (!done) throw refuse('cohorts.interest_unknown')
  }
  const chosen = all.filter((one) => one.outcome === 'chosen')
  const { id: challengeId, placeId } = challenge
  const row = { placeId, challengeId, statement, reservedPlacesReason: searched }
  const id = await putCohort(
    tx,
    { ...row, formedBy: actor.personId },
    chosen.map((one) => one.organisationId),
  )
  const to = chosen.length > 0 ? 'formed' : 'none-chosen'
  await settle(tx, { challengeId, to, actor })
  await record(tx, {
    placeId,
    actorId: actor.personId,
    action: `cohorts.${to}`,
    subject: { kind: 'cohort', id },
    after: { challengeId, chosen: chosen.length, answered: all.length },
  })
  await tellEveryone(tx, deps, challenge, all)
}

/**
 * Forms a cohort and tells everybody who answered. The challenge is locked, so of two presses one forms it.
 *
 * @throws challenges.not_found · challenges.wrong_state · interests.sealed · cohorts.*
 */
export async function choose(
  deps: Deps,
  actor: Actor,
  challengeId: string,
  choice: Choice,
): Promise<Cohort> {
  return inTransaction(deps.db, async (tx) => {
    const challenge = await lockChoosing(tx, actor, challengeId)
    const all = await everybody(tx, actor, challengeId, choice)
    const chosen = all.filter((one) => one.outcome === 'chosen')
    const searched = choice.reservedPlacesReason ?? null
    requireNo(faultInCohort(chosen, challenge.cohortSize, searched !== null))
    const needed = faultInCohort(chosen, challenge.cohortSize, false) !== undefined
    const { statement } = choice
    await announce(tx, deps, actor, {
      challenge,
      all,
      statement,
      searched: needed ? searched : null,
    })
    return read({ db: tx }, challengeId)
  })
}

/**
 * Closes without a cohort, with a reason in public and one for everybody who answered.
 *
 * @throws challenges.not_found · challenges.wrong_state · interests.sealed · cohorts.*
 */
export async function chooseNone(
  deps: Deps,
  actor: Actor,
  challengeId: string,
  choice: Pick<Choice, 'notThisTime' | 'statement'>,
): Promise<{ challengeId: string }> {
  return inTransaction(deps.db, async (tx) => {
    const challenge = await lockChoosing(tx, actor, challengeId)
    const all = await everybody(tx, actor, challengeId, { ...choice, chosen: [] })
    const { statement } = choice
    await announce(tx, deps, actor, { challenge, all, statement, searched: null })
    return { challengeId }
  })
}

/**
 * What happened, for everyone: who works on it and how they were chosen, never who was not. Without organisations
 * it says why nobody was.
 *
 * @throws cohorts.not_found
 */
export async function read({ db }: Pick<Deps, 'db'>, challengeId: string): Promise<Cohort> {
  const cohort = await cohortOf(db, challengeId)
  if (!cohort) throw refuse('cohorts.not_found')
  const interested = (await interestedOrganisationIds(db, challengeId)).length
  return { ...cohort, interested }
}
