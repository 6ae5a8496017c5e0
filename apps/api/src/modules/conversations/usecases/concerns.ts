import { type ConcernLine, openedConcern, type raising } from '@howcanwe/shared/conversations'
import * as z from 'zod/mini'
import { type Database, inTransaction, inTurn, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { type Actor, holds } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { groupById, newReference } from '../../codesign/index.ts'
import { peopleWithRole, person } from '../../identity/index.ts'
import { enqueue, wordsIn } from '../../notifications/index.ts'
import { type PlaceRow, placeById, requirePlace } from '../../places/index.ts'
import { open, putAway } from '../../vault/index.ts'
import { concernLetter, nobodyToReadLetter } from '../concerns.words.ts'
import { refuse } from '../conversations.errors.ts'
import * as q from '../queries/concerns.queries.ts'

/** The vault's name for what a concern says. */
export const CONCERN = 'conversations.concern'

type Raising = z.output<typeof raising>
type Opened = z.output<typeof openedConcern>
const sealed = z.omit(openedConcern, { id: true, at: true })
type Row = NonNullable<Awaited<ReturnType<typeof q.concernById>>>
type Needs = Pick<Deps, 'db' | 'config'>

/** Whom to ring, before anything is asked. */
export async function help(db: Database, placeId: string) {
  const place = await requirePlace(db, placeId)
  const lead = await q.leadOf(db, placeId)
  return {
    lead: lead ? { name: lead.name ?? '', phone: lead.phone, hours: lead.hours } : null,
    place: { name: place.contactName, phone: place.contactPhone },
  }
}

const TRIES = 40

async function addWithReference(tx: Database, placeId: string) {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const reference = newReference('en', attempt)
    const id = await q.addConcern(tx, { placeId, reference })
    if (id) return { id, reference }
  }
  throw new Error('no reference was free')
}

/** Where it was seen, as it stood then; only what really belongs together. */
async function seenIn(tx: Database, placeId: string, { groupId, messageId }: Raising) {
  const group = groupId ? await groupById(tx, groupId) : undefined
  if (!group || group.placeId !== placeId) return { group: null, message: null }
  const words = messageId && (await q.wordsOf(tx, { placeId, groupId: group.id, messageId }))
  return { group: group.name, message: words || null }
}

/**
 * Takes down that somebody may be at risk. All of it is sealed at once; the row, the trail and the letter say only that
 * it came. Nobody is asked who they are, and it is never refused because nobody is named to read it.
 *
 * @throws places.not_found
 */
export async function raise(
  deps: Deps,
  placeId: string,
  said: Raising,
): Promise<{ reference: string; hasLead: boolean }> {
  return inTransaction(deps.db, async (tx) => {
    const place = await requirePlace(tx, placeId)
    const { id, reference } = await addWithReference(tx, placeId)
    const { words, who, contact } = said
    const box = { words, who, contact, ...(await seenIn(tx, placeId, said)) }
    const context = { placeId, subjectId: id, field: CONCERN }
    await putAway(tx, deps.config.vaultKey, context, JSON.stringify(box))
    await trail(tx, { id, placeId }, 'conversations.concern-raised', null)
    return { reference, hasLead: await tell(deps, tx, place, { reference, again: false }) }
  })
}

const trail = (
  tx: Database,
  { id, placeId }: { id: string; placeId: string },
  action: 'conversations.concern-raised' | 'conversations.concern-settled',
  actorId: string | null,
) => record(tx, { placeId, actorId, action, subject: { kind: 'safeguarding_concern', id } })

/** @returns whether there is somebody who reads it */
async function tell(
  deps: Pick<Deps, 'config'>,
  tx: Database,
  place: PlaceRow,
  about: { reference: string; again: boolean },
): Promise<boolean> {
  const lead = await q.leadOf(tx, place.id)
  const page = `${deps.config.origin}/desk/safeguarding`
  const facts = { place: place.name, page, ...about }
  if (lead?.to) {
    const letter = wordsIn(concernLetter, lead.language, facts)
    await enqueue(tx, { placeId: place.id, to: lead.to, template: 'conversations.concern', letter })
  }
  if (!lead) await tellStewards(tx, place, facts)
  return lead !== undefined
}

async function tellStewards(
  tx: Database,
  place: PlaceRow,
  facts: { place: string; page: string; reference: string },
): Promise<void> {
  await inTurn(await peopleWithRole(tx, place.id, 'steward'), async ({ id }) => {
    const steward = await person(tx, id)
    if (!steward?.to) return
    const letter = wordsIn(nobodyToReadLetter, steward.language, facts)
    const template = 'conversations.concern-unread'
    await enqueue(tx, { placeId: place.id, to: steward.to, template, letter })
  })
}

const lineOf = ({ id, state, createdAt: at }: Row): ConcernLine => ({ id, state, at })

const isLead = async (db: Database, actor: Actor, placeId: string): Promise<boolean> =>
  !actor.supporter && (await q.leadOf(db, placeId))?.personId === actor.personId

/** @throws conversations.not_lead */
export async function concerns(db: Database, actor: Actor, placeId: string) {
  if (!(await isLead(db, actor, placeId))) throw refuse('conversations.not_lead')
  return { items: (await q.concernsOf(db, placeId)).map(lineOf) }
}

/** To everybody else a concern is not there. */
async function requireConcern(tx: Database, actor: Actor, id: string): Promise<Row> {
  const row = await q.concernById(tx, id)
  if (!row || !(await isLead(tx, actor, row.placeId)))
    throw refuse('conversations.concern_not_found')
  return row
}

/** Opens one; the opening is an event of its own. @throws conversations.concern_not_found */
export async function openConcern(
  deps: Deps,
  actor: Actor,
  { concernId, requestId }: { concernId: string; requestId: string },
): Promise<Opened> {
  return inTransaction(deps.db, async (tx) => {
    const row = await requireConcern(tx, actor, concernId)
    const context = { placeId: row.placeId, subjectId: row.id, field: CONCERN }
    const reader = { personId: actor.personId, requestId }
    const box = await open(tx, deps.config.vaultKey, context, reader)
    if (!box) throw refuse('conversations.concern_not_found')
    if (row.state === 'new') await q.setState(tx, row.id, 'read')
    return { id: row.id, at: row.createdAt, ...z.parse(sealed, JSON.parse(box.text)) }
  })
}

/** @throws conversations.concern_not_found */
export async function settle(deps: Deps, actor: Actor, concernId: string): Promise<ConcernLine> {
  return inTransaction(deps.db, async (tx) => {
    const row = await requireConcern(tx, actor, concernId)
    if (row.state !== 'read') return lineOf(row)
    const after = await q.setState(tx, row.id, 'settled')
    await trail(tx, row, 'conversations.concern-settled', actor.personId)
    return lineOf(after ?? row)
  })
}

/** @throws places.not_found also for another place's steward */
export async function leadChoices(db: Database, actor: Actor, placeId: string) {
  await requireSteward(db, actor, placeId)
  const lead = await q.leadOf(db, placeId)
  return {
    lead: lead
      ? { personId: lead.personId, name: lead.name ?? '', phone: lead.phone, hours: lead.hours }
      : null,
    choices: await q.choicesIn(db, placeId),
  }
}

async function requireSteward(db: Database, actor: Actor, placeId: string): Promise<void> {
  await requirePlace(db, holds(actor, 'steward', placeId) ? placeId : NO_PLACE)
}
const NO_PLACE = '00000000-0000-0000-0000-000000000000'

/** @throws places.not_found · conversations.lead_unfit */
export async function nameLead(
  deps: Deps,
  actor: Actor,
  given: { placeId: string; personId: string; phone: string; hours: string },
): Promise<{ named: true }> {
  const { placeId, personId: leadId, phone, hours } = given
  try {
    return await inTransaction(deps.db, async (tx) => {
      await requireSteward(tx, actor, placeId)
      await q.addLead(tx, { placeId, leadId, phone, hours, namedBy: actor.personId })
      await record(tx, {
        placeId,
        actorId: actor.personId,
        action: 'conversations.lead-named',
        subject: { kind: 'person', id: leadId },
      })
      return { named: true as const }
    })
  } catch (error) {
    if (sqlState(error) === 'HW237') throw refuse('conversations.lead_unfit')
    throw error
  }
}

/** Says once a day that a concern is unread. */
export async function keepConcerns(deps: Needs): Promise<boolean> {
  return inTransaction(deps.db, async (tx) => {
    const due = await q.takeUnread(tx)
    const place = due && (await placeById(tx, due.placeId))
    if (due && place) await tell(deps, tx, place, { reference: due.reference, again: true })
    return due !== undefined
  })
}
