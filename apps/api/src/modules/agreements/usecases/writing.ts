import { type Agreement, PARTIES, REVIEW_MONTHS } from '@howcanwe/shared/agreements'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { record } from '../../audit/index.ts'
import { commit, release } from '../../organisations/index.ts'
import { asRefusal, refuse } from '../agreements.errors.ts'
import { writeTo } from '../agreements.letters.ts'
import * as q from '../agreements.queries.ts'
import {
  begunLetter,
  changedAgreementLetter,
  endedAgreementLetter,
  liveLetter,
} from '../agreements.words.ts'
import { belongs, missingOf, requireOwn, shown } from './view.ts'

async function within<T>(deps: Deps, work: (tx: Database) => Promise<T>): Promise<T> {
  try {
    return await inTransaction(deps.db, work)
  } catch (error) {
    throw asRefusal(error)
  }
}

const trail = (tx: Database, actor: Actor, { row }: q.Whole, action: string) =>
  record(tx, {
    placeId: row.placeId,
    actorId: actor.personId,
    action: `agreements.${action}`,
    subject: { kind: 'agreement', id: row.id },
    after: { version: row.version, state: row.state },
  })

async function hold(tx: Database, actor: Actor, id: string): Promise<q.Whole> {
  await q.lockAgreement(tx, id)
  return requireOwn(tx, actor, id)
}

const ours = (of: q.Whole, actor: Actor): string =>
  of.parties.find(({ party }) => belongs(actor, party.organisationId))?.organisation.name ?? ''

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

function requireParty(of: q.Whole, actor: Actor, organisationId: string): void {
  const isIn = of.parties.some(({ party }) => party.organisationId === organisationId)
  if (!isIn || !belongs(actor, organisationId)) throw refuse('agreements.not_found')
}

/**
 * Confirms the words as they were read. With the last one it is lived: what was confirmed is kept word for word, and
 * three months later everybody is asked whether it still fits.
 *
 * @throws agreements.not_found · agreements.wrong_state · agreements.not_complete · request.stale
 */
export function confirm(
  deps: Deps,
  actor: Actor,
  input: { agreementId: string; organisationId: string; version: number },
): Promise<Agreement> {
  const { version, ...of } = input
  return within(deps, async (tx) => {
    const before = await hold(tx, actor, of.agreementId)
    requireParty(before, actor, of.organisationId)
    if (before.row.state !== 'drafting') throw refuse('agreements.wrong_state')
    if (before.row.version !== version)
      throw refuseRequest('request.stale', { currentVersion: before.row.version })
    if (missingOf(before).some((one) => one !== 'confirm')) throw refuse('agreements.not_complete')
    const said = { confirmedVersion: version, confirmedBy: actor.personId }
    await q.changeParty(tx, of, { ...said, confirmedAt: new Date() })
    const after = await requireOwn(tx, actor, of.agreementId)
    await trail(tx, actor, after, 'confirmed')
    if (missingOf(after).length > 0) return shown(after, actor)
    return live(tx, deps, actor, after)
  })
}

/** Hours that an answer has not set aside already are promised with it, and free again when it ends (OR3). */
async function setHoursAside(tx: Database, deps: Deps, { row, parties }: q.Whole): Promise<void> {
  if (row.source === 'joint-interest' || row.source === 'cohort') return
  for (const { party } of parties)
    await commit(tx, deps, {
      placeId: row.placeId,
      organisationId: party.organisationId,
      source: { kind: 'agreement', id: row.id },
      hoursPerMonth: party.hoursPerMonth,
      fromDay: null,
      untilDay: null,
    })
}

async function live(tx: Database, deps: Deps, actor: Actor, of: q.Whole): Promise<Agreement> {
  const { id, placeId, version } = of.row
  await q.putVersion(tx, { placeId, agreementId: id, version, content: { ...of } })
  await q.change(tx, id, {
    state: 'live',
    liveSince: q.fromNow,
    reviewDueAt: q.inMonths(REVIEW_MONTHS),
    reviewTold: null,
  })
  const whole = await requireOwn(tx, actor, id)
  await setHoursAside(tx, deps, whole)
  await trail(tx, actor, whole, 'live')
  const to = whole.parties.map(({ party }) => party.organisationId)
  const letter = { whole, to, by: ours(whole, actor), words: liveLetter }
  await writeTo(tx, deps.config.origin, { ...letter, template: 'agreements.live' })
  return shown(whole, actor)
}

/**
 * Keeps it for three months more, drafts it again, or ends it; any party may. Changed, it holds again when all have
 * confirmed the new words.
 *
 * @throws agreements.not_found · agreements.wrong_state
 */
export function review(
  deps: Deps,
  actor: Actor,
  input: { agreementId: string; outcome: 'renewed' | 'changed' | 'ended' },
): Promise<Agreement> {
  const { agreementId: id, outcome } = input
  return within(deps, async (tx) => {
    const before = await hold(tx, actor, id)
    if (before.row.state !== 'live') throw refuse('agreements.wrong_state')
    if (outcome === 'renewed') {
      const reviewDueAt = q.inMonths(REVIEW_MONTHS)
      await q.change(tx, id, { reviewDueAt, reviewTold: null })
    } else {
      const state = outcome === 'changed' ? 'drafting' : 'ended'
      const version = outcome === 'changed' ? before.row.version + 1 : before.row.version
      await q.change(tx, id, { state, version, reviewDueAt: null, reviewTold: null })
    }
    if (outcome !== 'renewed') await release(tx, { kind: 'agreement', id })
    const whole = await requireOwn(tx, actor, id)
    await trail(tx, actor, whole, outcome)
    const by = ours(whole, actor)
    const to = whole.parties.map((p) => p.organisation.id).filter((one) => !belongs(actor, one))
    const ended = { template: 'agreements.ended', words: endedAgreementLetter } as const
    const changed = { template: 'agreements.changed', words: changedAgreementLetter } as const
    if (outcome !== 'renewed')
      await writeTo(tx, deps.config.origin, {
        ...{ whole, to, by },
        ...(outcome === 'ended' ? ended : changed),
      })
    return shown(whole, actor)
  })
}
