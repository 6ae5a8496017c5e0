import type { ActionOf } from '@howcanwe/shared/audit'
import type { Received, Result } from '@howcanwe/shared/http'
import type { Introduction, introductionsContract, Outcome } from '@howcanwe/shared/introductions'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { type Actor, holds } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { record } from '../../audit/index.ts'
import { noteAction } from '../../cases/index.ts'
import { interestedOrganisationIds } from '../../interests/index.ts'
import { requireBrokerOf } from '../../matching/index.ts'
import { requirePlace } from '../../places/index.ts'
import { refuse } from '../introductions.errors.ts'
import * as pairs from '../introductions.pairs.queries.ts'
import { mayBroker } from '../introductions.policy.ts'
import * as q from '../introductions.queries.ts'
import { publishedTies } from '../introductions.rules.ts'
import { askSide } from './asking.ts'
import { brokersView } from './view.ts'

type Draft = Received<typeof introductionsContract.draft>['body']

/**
 * Drafts an introduction. Nobody is asked yet.
 *
 * @throws places.not_found · challenges.not_found · auth.forbidden to a party · introductions.*
 */
export async function draft({ db }: Deps, actor: Actor, input: Draft): Promise<Introduction> {
  const ids = [input.first.organisationId, input.second.organisationId] as const
  return inTransaction(db, async (tx) => {
    await requirePlace(tx, input.placeId)
    if (!mayBroker(actor, input.placeId, ids)) throw refuseRequest('auth.forbidden')
    if (input.challengeId) await requireSame(tx, actor, input.challengeId, input.placeId)
    await requirePair(tx, input.placeId, ids)
    const id = await q.put(
      tx,
      {
        placeId: input.placeId,
        challengeId: input.challengeId ?? null,
        guess: input.guess,
        draftedBy: actor.personId,
      },
      [
        { turn: 'first', ...input.first },
        { turn: 'second', ...input.second },
      ],
    )
    await note(tx, { placeId: input.placeId, actor, action: 'introductions.drafted', id })
    return viewed(tx, id)
  })
}

async function requireSame(tx: Database, actor: Actor, challengeId: string, placeId: string) {
  const challenge = await requireBrokerOf(tx, actor, challengeId, interestedOrganisationIds)
  if (challenge.placeId !== placeId) throw refuseRequest('auth.forbidden')
}

async function requirePair(tx: Database, placeId: string, ids: readonly [string, string]) {
  const found = await q.holdOrganisations(tx, placeId, ids)
  if (found.length !== 2 || found.some((o) => o.state === 'left'))
    throw refuse('introductions.organisation_unknown')
  if (found.some((o) => o.state === 'paused')) throw refuse('introductions.resting')
  if (await pairs.shareSomebody(tx, ...ids)) throw refuse('introductions.know_each_other')
  if (await pairs.askedLately(tx, ...ids)) throw refuse('introductions.lately')
}

export async function viewed(db: Database, id: string): Promise<Introduction> {
  const whole = await q.wholeById(db, id)
  if (!whole) throw new Error('an introduction went away')
  return brokersView(whole)
}

const note = (
  tx: Database,
  of: {
    placeId: string
    actor: Actor
    action: `introductions.${ActionOf<'introductions'>}`
    id: string
  },
  after: Record<string, unknown> = {},
) =>
  record(tx, {
    placeId: of.placeId,
    actorId: of.actor.personId,
    action: of.action,
    subject: { kind: 'introduction', id: of.id },
    after,
  })

/** Counts among the broker's own work, and names nobody: another broker may belong to one of the two. */
const logAsked = (tx: Database, actor: Actor, { introduction: { placeId } }: q.Whole) =>
  noteAction(tx, { placeId, brokerId: actor.personId, kind: 'introduction' })

/** A line of the brokers' log (`product-spec.md` §2.5), once both have said yes; not for whoever belongs to either. */
const log = (tx: Database, actor: Actor, whole: q.Whole, outcome: Outcome) =>
  noteAction(tx, {
    placeId: whole.introduction.placeId,
    brokerId: actor.personId,
    kind: 'introduction',
    challengeId: whole.introduction.challengeId ?? undefined,
    organisationId: whole.parties[0].organisation.id,
    otherOrganisationId: whole.parties[1].organisation.id,
    outcome: [...whole.parties.map((p) => p.organisation.name), outcome].join(' · '),
  })

/**
 * The introduction, held, for a broker who has no part in it; to everybody else it is not there.
 *
 * @throws introductions.not_found
 */
export async function requireBrokered(tx: Database, actor: Actor, id: string): Promise<q.Whole> {
  await q.lock(tx, id)
  const whole = await q.wholeById(tx, id)
  const ids = whole?.parties.map((p) => p.organisation.id) ?? []
  if (!whole || !mayBroker(actor, whole.introduction.placeId, ids))
    throw refuse('introductions.not_found')
  const { challengeId } = whole.introduction
  if (challengeId) await requireBrokerOf(tx, actor, challengeId, interestedOrganisationIds)
  return whole
}

/** What a place's broker has going on. */
export async function list(
  { db }: Deps,
  actor: Actor,
  placeId: string,
): Promise<Result<typeof introductionsContract.list>> {
  if (!holds(actor, 'broker', placeId)) throw refuseRequest('auth.forbidden')
  return { items: (await q.forBroker(db, placeId, actor.personId)).map(brokersView) }
}

/**
 * Asks the first side.
 *
 * @throws introductions.not_found · introductions.wrong_state · introductions.resting
 */
export async function ask(deps: Deps, actor: Actor, id: string): Promise<Introduction> {
  return inTransaction(deps.db, async (tx) => {
    const whole = await requireBrokered(tx, actor, id)
    if (whole.introduction.state !== 'drafted') throw refuse('introductions.wrong_state')
    if (whole.parties.some((p) => !['listed', 'checked'].includes(p.organisation.state)))
      throw refuse('introductions.resting')
    await q.change(tx, id, { state: 'asked-first' })
    await askSide(tx, deps.config, whole, 'first')
    await note(tx, { ...whole.introduction, actor, action: 'introductions.asked' })
    await logAsked(tx, actor, whole)
    return viewed(tx, id)
  })
}

/** @throws introductions.not_found · introductions.wrong_state */
export async function discard(
  { db }: Deps,
  actor: Actor,
  id: string,
): Promise<{ discarded: true }> {
  return inTransaction(db, async (tx) => {
    const whole = await requireBrokered(tx, actor, id)
    if (whole.introduction.state !== 'drafted') throw refuse('introductions.wrong_state')
    await q.drop(tx, id)
    await note(tx, { ...whole.introduction, actor, action: 'introductions.discarded' })
    return { discarded: true }
  })
}

/** What came of it, as the broker heard. @throws introductions.not_found · introductions.wrong_state */
export async function conclude(
  { db }: Deps,
  actor: Actor,
  id: string,
  outcome: Outcome,
): Promise<Introduction> {
  return inTransaction(db, async (tx) => {
    const whole = await requireBrokered(tx, actor, id)
    if (!['both-yes', 'met'].includes(whole.introduction.state))
      throw refuse('introductions.wrong_state')
    await q.conclude(tx, id, outcome)
    await q.forgetLinks(tx, id)
    await note(tx, { ...whole.introduction, actor, action: 'introductions.concluded' }, { outcome })
    await log(tx, actor, whole, outcome)
    return viewed(tx, id)
  })
}

/** M16, for everyone: over two yeses alone, so that no count moves with a no. @throws places.not_found */
export async function newTies(
  { db }: Deps,
  placeId: string,
): Promise<Result<typeof introductionsContract.newTies>> {
  await requirePlace(db, placeId)
  const { introduced, fresh } = await pairs.countTies(db, placeId)
  return publishedTies(introduced, fresh)
}
