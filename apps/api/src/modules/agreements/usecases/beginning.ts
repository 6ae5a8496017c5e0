import { type Agreement, PARTIES, type PossibleParties } from '@howcanwe/shared/agreements'
import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse } from '../agreements.errors.ts'
import { writeTo } from '../agreements.letters.ts'
import * as p from '../agreements.parties.queries.ts'
import * as q from '../agreements.queries.ts'
import { begunLetter } from '../agreements.words.ts'
import { ours, trail, within } from './holding.ts'
import { requireOwn, shown } from './view.ts'

/** What stands to the right and is handed in: the two of an introduction, once both have said yes. */
export interface Hands {
  introduced: (db: Database, introductionId: string) => Promise<string[]>
}

interface Source {
  organisationId: string
  from: 'joint-interest' | 'cohort' | 'introduction' | 'chosen'
  fromId?: string | null | undefined
}

type Begin = Source & { title: string; partyIds: readonly string[] }

/**
 * Whom the source brings: everybody in an answer together, a team and whoever asked, or two who both said yes. Only
 * one of them asks: to everybody else there is nothing, whether it exists or what the other said.
 */
async function broughtBy(db: Database, hands: Hands, of: Source): Promise<string[]> {
  const { from, fromId, organisationId } = of
  if (from === 'chosen') return []
  const read = {
    'joint-interest': p.partiesOfJoint,
    cohort: p.partiesOfTeam,
    introduction: hands.introduced,
  }
  const ids = fromId ? await read[from](db, fromId) : []
  if (!ids.includes(organisationId)) throw refuse('agreements.not_found')
  return ids
}

/** @throws agreements.party_unknown · agreements.resting */
async function requireWilling(tx: Database, placeId: string, ids: readonly string[]) {
  const here = await p.organisationsHere(tx, placeId, ids)
  if (here.length < ids.length) throw refuse('agreements.party_unknown')
  if (here.some((one) => one.state === 'paused')) throw refuse('agreements.resting')
}

/** @throws agreements.party_unknown for anybody the source does not bring · agreements.parties */
function partiesFrom(input: Begin, brought: readonly string[]): string[] {
  const { from, organisationId, partyIds } = input
  if (from !== 'chosen' && partyIds.some((id) => !brought.includes(id)))
    throw refuse('agreements.party_unknown')
  const others = from !== 'chosen' && partyIds.length === 0 ? brought : partyIds
  const ids = [...new Set([organisationId, ...others])]
  if (ids.length < PARTIES.min || ids.length > PARTIES.max) throw refuse('agreements.parties')
  return ids
}

/**
 * Begins a page between organisations of one place. Nothing holds before each has confirmed.
 *
 * @throws agreements.not_found · agreements.party_unknown · agreements.resting · agreements.parties
 */
export function begin(deps: Deps, hands: Hands, actor: Actor, input: Begin): Promise<Agreement> {
  return within(deps, async (tx) => {
    const placeId = placeOf(actor, input.organisationId)
    const ids = partiesFrom(input, await broughtBy(tx, hands, input))
    const others = ids.filter((id) => id !== input.organisationId)
    await requireWilling(tx, placeId, others)
    const agreementId = await q.put(tx, {
      placeId,
      title: input.title,
      source: input.from,
      sourceId: input.from === 'chosen' ? null : (input.fromId ?? null),
      begunBy: actor.personId,
    })
    await q.putParties(
      tx,
      ids.map((organisationId) => ({ placeId, agreementId, organisationId })),
    )
    const whole = await requireOwn(tx, actor, agreementId)
    await trail(tx, actor, whole, 'begun')
    const by = ours(whole, actor)
    const template = 'agreements.begun'
    await writeTo(tx, deps.config.origin, { whole, to: others, by, template, words: begunLetter })
    return shown(whole, actor)
  })
}

function placeOf(actor: Actor, organisationId: string): string {
  const membership = actor.memberships.find((m) => m.organisationId === organisationId)
  if (!membership) throw refuse('agreements.not_found')
  return membership.placeId
}

/**
 * Whom a page could be with, before anything is begun: those a source brings, or organisations of the place by name.
 *
 * @throws agreements.not_found to whoever belongs to none of them
 */
export async function parties(
  db: Database,
  hands: Hands,
  actor: Actor,
  of: Source & { q?: string | undefined },
): Promise<PossibleParties> {
  const placeId = placeOf(actor, of.organisationId)
  const { organisationId } = of
  if (of.from === 'chosen') {
    const items = of.q ? await p.organisationsNamed(db, { placeId, organisationId, q: of.q }) : []
    return { title: '', items }
  }
  const ids = await broughtBy(db, hands, of)
  const here = await p.organisationsHere(db, placeId, ids)
  const items = here.filter((one) => one.id !== organisationId)
  return { title: await p.titleOf(db, of.from, of.fromId ?? ''), items }
}
