import type { Cohort, Decision } from '@howcanwe/shared/cohorts'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import {
  type ChallengeRow,
  refuseChallenge,
  requireCommissionerOf,
  settle,
} from '../../challenges/index.ts'
import {
  decide,
  interestsFor,
  requireNoConflict,
  requireUnsealed,
  settleHours,
} from '../../interests/index.ts'
import { criterionPositions, dropDraft } from '../answers.queries.ts'
import { faultInAnswers } from '../answers.rules.ts'
import { refuse } from '../cohorts.errors.ts'
import { type Decided, tellEveryone } from '../cohorts.letters.ts'
import { putCohort } from '../cohorts.queries.ts'
import { type Fault, faultInCohort, faultInDecisions } from '../cohorts.rules.ts'
import { windFor } from './clocks.ts'
import { read } from './happened.ts'

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

type Refused = Parameters<typeof refuse>[0]
const fieldsAt = (fault: Refused, pointers: readonly string[]) => {
  const code = fault.slice('cohorts.'.length)
  return { fields: pointers.map((pointer) => ({ pointer, code })) }
}

function requireNo(fault: Fault | undefined): void {
  if (fault) throw refuse(fault, fieldsAt(fault, [WHERE[fault]]))
}

/** The caller's own challenge, locked, past its deadline and not yet settled. */
async function lockChoosing(tx: Database, actor: Actor, id: string): Promise<ChallengeRow> {
  const challenge = await requireCommissionerOf(tx, actor, id, 'lock')
  if (challenge.state === 'open') await requireUnsealed(tx, challenge)
  if (challenge.state !== 'choosing') throw refuseChallenge('challenges.wrong_state')
  return challenge
}

/** Everybody who answered, each with the one answer they were given. */
async function everybody(
  tx: Database,
  actor: Actor,
  id: string,
  choice: Choice,
): Promise<Decided[]> {
  const answered = (await interestsFor(tx, id)).filter((one) => one.state === 'submitted')
  await requireNoConflict(tx, actor, {
    challengeId: id,
    answered: answered.flatMap((one) => [one.organisationId, ...one.parties]),
  })
  const all = [...choice.chosen, ...choice.notThisTime]
  requireNo(
    faultInDecisions(
      answered.map((one) => one.id),
      all.map((d) => d.interestId),
    ),
  )
  const fault = faultInAnswers(choice, await criterionPositions(tx, id))
  if (fault) throw refuse(fault.code, fieldsAt(fault.code, fault.pointers))
  const chosen = new Set(choice.chosen)
  const given = new Map(all.map((d) => [d.interestId, d]))
  return answered.flatMap((one) => {
    const answer = given.get(one.id)
    if (!answer) return []
    const { reason, criteria, nextStep } = answer
    const outcome = chosen.has(answer) ? ('chosen' as const) : ('not-this-time' as const)
    return { ...one, outcome, reason, criteria, nextStep }
  })
}

async function decideAll(tx: Database, actor: Actor, all: readonly Decided[]): Promise<void> {
  for (const { outcome, reason, criteria, nextStep, ...interest } of all) {
    const answer = { outcome, reason, criteria, nextStep, actorId: actor.personId }
    if (!(await decide(tx, { interest, ...answer }))) throw refuse('cohorts.interest_unknown')
  }
}

/** Writes answers, cohort, state, trail and letters: all of them or none. */
async function announce(
  tx: Database,
  deps: Deps,
  actor: Actor,
  outcome: { challenge: ChallengeRow; all: Decided[]; statement: string; searched: string | null },
): Promise<void> {
  const { challenge, all, statement, searched } = outcome
  await windFor(tx, challenge)
  await decideAll(tx, actor, all)
  for (const one of all) await settleHours(tx, deps, one)
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
  await dropDraft(tx, challengeId)
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
 * @throws challenges.not_found · challenges.wrong_state · interests.sealed · interests.conflict · cohorts.*
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
 * Closes without a cohort, with a reason in public and an answer for everybody who answered.
 *
 * @throws challenges.not_found · challenges.wrong_state · interests.sealed · interests.conflict · cohorts.*
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
