import { type Agreement, PARTIES } from '@howcanwe/shared/agreements'
import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { refuse } from '../agreements.errors.ts'
import { writeTo } from '../agreements.letters.ts'
import * as q from '../agreements.queries.ts'
import { begunLetter, changedAgreementLetter } from '../agreements.words.ts'
import { hold, ours, requireParty, trail, within } from './holding.ts'
import { belongs, requireOwn, shown } from './view.ts'

interface Begin {
  organisationId: string
  title: string
  from: 'joint-interest' | 'cohort' | 'introduction' | 'chosen'
  fromId: string | null
  partyIds: readonly string[]
}

/** Whom the source brings: everybody in an answer together, or a team and whoever asked. Only its own people take them. */
async function broughtBy(tx: Database, input: Begin): Promise<string[]> {
  const { from, fromId, organisationId } = input
  if (fromId === null || (from !== 'joint-interest' && from !== 'cohort')) return []
  const ids = await (from === 'cohort' ? q.partiesOfTeam : q.partiesOfJoint)(tx, fromId)
  if (!ids.includes(organisationId)) throw refuse('agreements.not_found')
  return ids
}

/**
 * Begins a page between organisations of one place. Nothing holds before each has confirmed.
 *
 * @throws agreements.not_found · agreements.party_unknown · agreements.parties
 */
export function begin(deps: Deps, actor: Actor, input: Begin): Promise<Agreement> {
  return within(deps, async (tx) => {
    const membership = actor.memberships.find((m) => m.organisationId === input.organisationId)
    if (!membership) throw refuse('agreements.not_found')
    const { placeId } = membership
    const brought = await broughtBy(tx, input)
    const ids = [...new Set([input.organisationId, ...brought, ...input.partyIds])]
    if (ids.length < PARTIES.min || ids.length > PARTIES.max) throw refuse('agreements.parties')
    if ((await q.organisationsHere(tx, placeId, ids)).length < ids.length)
      throw refuse('agreements.party_unknown')
    const agreementId = await q.put(tx, {
      placeId,
      title: input.title,
      source: input.from,
      sourceId: input.fromId,
      begunBy: actor.personId,
    })
    await q.putParties(
      tx,
      ids.map((organisationId) => ({ placeId, agreementId, organisationId })),
    )
    const whole = await requireOwn(tx, actor, agreementId)
    await trail(tx, actor, whole, 'begun')
    const to = ids.filter((id) => id !== input.organisationId)
    const by = ours(whole, actor)
    const template = 'agreements.begun'
    await writeTo(tx, deps.config.origin, { whole, to, by, template, words: begunLetter })
    return shown(whole, actor)
  })
}

/** Those who had confirmed hear once that something changed: after it nobody has. */
async function tellChanged(
  tx: Database,
  deps: Deps,
  { actor, before, after }: { actor: Actor; before: q.Whole; after: q.Whole },
): Promise<void> {
  if (after.row.version === before.row.version) return
  const to = before.parties
    .filter(({ party }) => party.confirmedVersion === before.row.version)
    .map(({ party }) => party.organisationId)
    .filter((id) => !belongs(actor, id))
  const by = ours(after, actor)
  const template = 'agreements.changed'
  const letter = { whole: after, to, by, template, words: changedAgreementLetter } as const
  await writeTo(tx, deps.config.origin, letter)
}

/**
 * What all parties say together; any of them writes it while it is drafted.
 *
 * @throws agreements.not_found · agreements.wrong_state · request.stale
 */
export function write(
  deps: Deps,
  actor: Actor,
  input: {
    agreementId: string
    version: number
    words: Pick<q.AgreementRow, 'title' | 'payDays'> & Partial<q.AgreementRow>
  },
): Promise<Agreement> {
  return within(deps, async (tx) => {
    const before = await hold(tx, actor, input.agreementId)
    if (before.row.state !== 'drafting') throw refuse('agreements.wrong_state')
    if (before.row.version !== input.version)
      throw refuseRequest('request.stale', { currentVersion: before.row.version })
    await q.change(tx, input.agreementId, input.words)
    const after = await requireOwn(tx, actor, input.agreementId)
    await tellChanged(tx, deps, { actor, before, after })
    return shown(after, actor)
  })
}

interface Box {
  interests: string
  role: string
  hoursPerMonth: number
  pence: number
  advance: boolean
}

/**
 * One party's own box, which only it writes.
 *
 * @throws agreements.not_found · agreements.wrong_state
 */
export function writeBox(
  deps: Deps,
  actor: Actor,
  input: { agreementId: string; organisationId: string; box: Box },
): Promise<Agreement> {
  const { box, ...of } = input
  return within(deps, async (tx) => {
    const before = await hold(tx, actor, of.agreementId)
    requireParty(before, actor, of.organisationId)
    if (before.row.state !== 'drafting') throw refuse('agreements.wrong_state')
    await q.changeParty(tx, of, box)
    const after = await requireOwn(tx, actor, of.agreementId)
    await tellChanged(tx, deps, { actor, before, after })
    return shown(after, actor)
  })
}
