import type { Received, Result } from '@howcanwe/shared/http'
import type { introductionsContract, OwnIntroduction, Turn } from '@howcanwe/shared/introductions'
import { type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { sayTie } from '../../actors/index.ts'
import { record } from '../../audit/index.ts'
import { hashOf } from '../../identity/index.ts'
import { refuse } from '../introductions.errors.ts'
import { tellTogether } from '../introductions.letters.ts'
import { speaksFor } from '../introductions.policy.ts'
import * as q from '../introductions.queries.ts'
import { knownAfter, sharesOf } from '../introductions.rules.ts'
import { ownView } from './view.ts'

/** Who speaks for a side: a member who is signed in, or whoever holds the link of its letter. */
export type Claim = { actor: Actor; introductionId: string } | { token: string }

export type Said = Received<typeof introductionsContract.answer>['body']['said']
export type WhatCame = Received<typeof introductionsContract.say>['body']

export interface Held {
  whole: q.Whole
  turn: Turn
  own: q.Party
  other: q.Party
  /** Nobody where it is a link: a letter's mailbox may be shared. */
  personId: string | null
}

function turnFor(whole: q.Whole, actor: Actor): Turn | undefined {
  const own = whole.parties.find(
    ({ side, organisation }) => side.askedAt && speaksFor(actor, organisation.id),
  )
  return own?.side.turn
}

async function found(db: Database, claim: Claim): Promise<{ id: string; turn?: Turn }> {
  if (!('token' in claim)) return { id: claim.introductionId }
  const row = await q.byToken(db, hashOf(claim.token))
  if (!row) throw refuse('introductions.link_unknown')
  return { id: row.introductionId, turn: row.turn }
}

/**
 * The side somebody speaks for. One that was not asked is not there, as one that never was.
 *
 * @throws introductions.not_found · introductions.link_unknown
 */
async function requireSide(db: Database, claim: Claim, hold: boolean): Promise<Held> {
  const at = await found(db, claim)
  if (hold) await q.lock(db, at.id)
  const whole = await q.wholeById(db, at.id)
  const turn = whole && (at.turn ?? ('actor' in claim ? turnFor(whole, claim.actor) : undefined))
  if (!whole || !turn) throw refuse('introductions.not_found')
  const [first, second] = whole.parties
  const [own, other] = turn === 'first' ? [first, second] : [second, first]
  return { whole, turn, own, other, personId: 'actor' in claim ? claim.actor.personId : null }
}

/** Nobody's contact behind a link, which may have been passed on. */
async function viewed(db: Database, { whole, turn, personId }: Held): Promise<OwnIntroduction> {
  const fresh = await q.wholeById(db, whole.introduction.id)
  if (!fresh) throw new Error('an introduction went away')
  const view = ownView(fresh, turn, await q.databaseNow(db))
  return personId === null ? { ...view, contact: null } : view
}

/** Everything a person's organisations were asked about. */
export async function mine(
  { db }: Deps,
  actor: Actor,
): Promise<Result<typeof introductionsContract.mine>> {
  const ids = actor.memberships.map((m) => m.organisationId)
  const now = await q.databaseNow(db)
  const items = (await q.forOrganisations(db, ids)).flatMap((whole) =>
    whole.parties
      .filter(({ side, organisation }) => side.askedAt && speaksFor(actor, organisation.id))
      .map(({ side }) => ownView(whole, side.turn, now)),
  )
  return { items }
}

/** Reads one, and changes nothing (mail scanners follow links). @throws introductions.link_unknown */
export const read = async ({ db }: Deps, claim: Claim): Promise<OwnIntroduction> =>
  viewed(db, await requireSide(db, claim, false))

/** The database decides what was in time, whatever our own look said a moment before. */
export function late(error: unknown): unknown {
  if (sqlState(error) === 'HW147') return refuse('introductions.yes_stands')
  return sqlState(error) === 'HW116' ? refuse('introductions.over') : error
}

/**
 * Says yes or no. With the second yes both get each other's contact; a no writes nothing that anybody but the broker
 * could come across: no letter, and no line in the record until the time is over in any case.
 *
 * @throws introductions.not_found · introductions.link_unknown · introductions.answered · introductions.over ·
 *   introductions.not_reachable
 */
export async function answer(deps: Deps, claim: Claim, said: Said): Promise<OwnIntroduction> {
  return inTransaction(deps.db, async (tx) => {
    const held = await requireSide(tx, claim, true)
    const { side } = held.own
    if (side.answer === said.answer) return viewed(tx, held)
    if (side.answer) throw refuse('introductions.answered')
    await write(tx, held, said)
    if (said.answer === 'yes') await agreed(tx, deps, held)
    return viewed(tx, held)
  }).catch((error: unknown) => {
    throw late(error)
  })
}

export async function write(tx: Database, { own, personId }: Held, said: Said): Promise<void> {
  const isYes = said.answer === 'yes'
  const { contactEmail, contactPhone } = own.organisation
  if (isYes && !sharesOf({ email: contactEmail, phone: contactPhone }).includes(said.share))
    throw refuse('introductions.not_reachable')
  await q.putAnswer(tx, own.side, {
    answer: said.answer,
    answeredBy: personId,
    known: isYes ? said.known : null,
    share: isYes ? said.share : null,
    ownAbout: isYes && said.about && said.about !== own.side.about ? said.about : null,
  })
}

/** After a yes: the second is asked by the worker when a day has passed; with two, they are introduced. */
export async function agreed(tx: Database, deps: Deps, held: Held): Promise<void> {
  const { whole, turn, other, personId } = held
  const { id, placeId } = whole.introduction
  const both = turn === 'second' && other.side.answer === 'yes'
  await record(tx, {
    placeId,
    actorId: personId,
    action: both ? 'introductions.both-yes' : 'introductions.agreed',
    subject: { kind: 'introduction', id },
  })
  if (!both) return
  await q.markBothYes(tx, id)
  const now = await q.wholeById(tx, id)
  if (now) await tellTogether(tx, deps.config, now)
}

/**
 * Takes a yes back within a day, before which nobody else is asked: so nobody can see that it was.
 *
 * @throws introductions.not_found · introductions.over · introductions.yes_stands
 */
export async function takeBack(deps: Deps, claim: Claim): Promise<OwnIntroduction> {
  return inTransaction(deps.db, async (tx) => {
    const held = await requireSide(tx, claim, true)
    if (held.own.side.answer === 'taken-back') return viewed(tx, held)
    if (held.own.side.answer !== 'yes') throw refuse('introductions.over')
    await q.changeSide(tx, held.own.side, { answer: 'taken-back' })
    return viewed(tx, held)
  }).catch((error: unknown) => {
    throw late(error)
  })
}

/**
 * Says what came of it. The broker reads it, the other side does not; the map shows that the two know each other once
 * both have said it may.
 *
 * @throws introductions.not_found · introductions.link_unknown · introductions.wrong_state
 */
export async function say(deps: Deps, claim: Claim, said: WhatCame): Promise<OwnIntroduction> {
  return inTransaction(deps.db, async (tx) => {
    const held = await requireSide(tx, claim, true)
    const { id, placeId, state } = held.whole.introduction
    if (!['both-yes', 'met', 'done'].includes(state)) throw refuse('introductions.wrong_state')
    await q.changeSide(tx, held.own.side, { outcome: said.outcome })
    if (state === 'both-yes' && said.outcome !== 'nothing-now')
      await q.change(tx, id, { state: 'met' })
    if (said.onMap)
      await sayTie(tx, {
        placeId,
        organisationId: held.own.organisation.id,
        otherId: held.other.organisation.id,
        known: knownAfter(said.outcome),
      })
    await record(tx, {
      placeId,
      actorId: held.personId,
      action: 'introductions.said-what-came',
      subject: { kind: 'introduction', id },
    })
    return viewed(tx, held)
  })
}
