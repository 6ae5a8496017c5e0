import type { actorsContract, Known } from '@howcanwe/shared/actors'
import type { Received, Result } from '@howcanwe/shared/http'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { record } from '../../audit/index.ts'
import { refuse } from '../actors.errors.ts'
import * as q from '../actors.queries.ts'
import { holdsContact, type Saying } from '../actors.rules.ts'

type Entry = Result<typeof actorsContract.entry>
type Own = NonNullable<Awaited<ReturnType<typeof q.entryOf>>>

/** Its own people only. @throws actors.not_found */
async function requireOwn(db: Database, actor: Actor, organisationId: string): Promise<Own> {
  const isOwn = actor.memberships.some((m) => m.organisationId === organisationId)
  const row = isOwn ? await q.entryOf(db, organisationId) : undefined
  if (!row || row.organisation.state === 'left') throw refuse('actors.not_found')
  return row
}

async function shown(db: Database, { organisation: o, entry, profile }: Own): Promise<Entry> {
  const others = await q.othersFor(db, o.placeId, o.id)
  const sayings = await q.sayingsIn(db, o.placeId)
  const said = (one: string, other: string) =>
    sayings.find((s) => s.organisationId === one && s.otherId === other)?.known ?? null
  return {
    organisationId: o.id,
    name: o.name,
    shown: entry?.shown ?? o.sector === 'public',
    roleInIssue: entry?.roleInIssue ?? '',
    offers: entry?.offers ?? [],
    asks: entry?.asks ?? [],
    fromProfile: {
      skills: profile?.skills ?? [],
      rooms: profile?.premises.length ?? 0,
      possibleWith: profile?.possibleWith ?? [],
    },
    ties: others.map(({ id, name }) => ({
      organisationId: id,
      name,
      mine: said(o.id, id),
      theirs: said(id, o.id),
    })),
    version: entry?.version ?? 0,
  }
}

/** @throws actors.not_found */
export const entry = async ({ db }: Deps, actor: Actor, organisationId: string): Promise<Entry> =>
  shown(db, await requireOwn(db, actor, organisationId))

/** Stands on the map, or does not, and says what it says. @throws actors.not_found · actors.personal_contact */
export async function changeEntry(
  { db }: Deps,
  actor: Actor,
  seen: { organisationId: string; version: number },
  input: Received<typeof actorsContract.changeEntry>['body'],
): Promise<Entry> {
  if (holdsContact([input.roleInIssue, ...input.offers, ...input.asks]))
    throw refuse('actors.personal_contact')
  return inTransaction(db, async (tx) => {
    const own = await requireOwn(tx, actor, seen.organisationId)
    const { id, placeId } = own.organisation
    const row = { ...input, organisationId: id, placeId, saidBy: actor.personId }
    if (!(await q.putEntry(tx, row, seen.version)))
      throw refuseRequest('request.stale', { currentVersion: own.entry?.version ?? 0 })
    await record(tx, {
      placeId,
      actorId: actor.personId,
      action: 'actors.entry-changed',
      subject: { kind: 'organisation', id },
      before: { shown: own.entry?.shown ?? null },
      after: { shown: input.shown },
    })
    return shown(tx, await requireOwn(tx, actor, id))
  })
}

/** Says how well one organisation knows another, in the transaction of whoever asked it. */
export const sayTie = (tx: Database, saying: Saying & { placeId: string }) =>
  q.putSaying(tx, saying)

/** Says how well we know another that is on the map, or takes it back. @throws actors.not_found */
export async function changeTie(
  { db }: Deps,
  actor: Actor,
  about: { organisationId: string; otherId: string },
  known: Known | null,
): Promise<Entry> {
  return inTransaction(db, async (tx) => {
    const own = await requireOwn(tx, actor, about.organisationId)
    const { placeId } = own.organisation
    const others = await q.othersFor(tx, placeId, about.organisationId)
    if (!others.some((o) => o.id === about.otherId)) throw refuse('actors.not_found')
    if (known) await q.putSaying(tx, { ...about, placeId, known })
    else await q.dropSaying(tx, about.organisationId, about.otherId)
    await record(tx, {
      placeId,
      actorId: actor.personId,
      action: 'actors.tie-said',
      subject: { kind: 'organisation', id: about.organisationId },
      after: { otherId: about.otherId, known },
    })
    return shown(tx, own)
  })
}
