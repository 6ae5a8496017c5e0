import type { ActionOf } from '@howcanwe/shared/audit'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { record } from '../../audit/index.ts'
import { asRefusal, refuse } from '../agreements.errors.ts'
import * as q from '../agreements.queries.ts'
import { belongs, requireOwn } from './view.ts'

/** One transaction; what the database refuses is said as a refusal. */
export async function within<T>(deps: Deps, work: (tx: Database) => Promise<T>): Promise<T> {
  try {
    return await inTransaction(deps.db, work)
  } catch (error) {
    throw asRefusal(error)
  }
}

export const trail = (
  tx: Database,
  actor: Actor,
  { row }: q.Whole,
  action: ActionOf<'agreements'>,
) =>
  record(tx, {
    placeId: row.placeId,
    actorId: actor.personId,
    action: `agreements.${action}`,
    subject: { kind: 'agreement', id: row.id },
    after: { version: row.version, state: row.state },
  })

/** Held until the transaction ends. @throws agreements.not_found also to whoever is no party */
export async function hold(tx: Database, actor: Actor, id: string): Promise<q.Whole> {
  await q.lockAgreement(tx, id)
  return requireOwn(tx, actor, id)
}

/** The name of the party whoever acts belongs to. */
export const ours = (of: q.Whole, actor: Actor): string =>
  of.parties.find(({ party }) => belongs(actor, party.organisationId))?.organisation.name ?? ''

/** @throws agreements.not_found where it is no party, or not theirs */
export function requireParty(of: q.Whole, actor: Actor, organisationId: string): void {
  const isIn = of.parties.some(({ party }) => party.organisationId === organisationId)
  if (!isIn || !belongs(actor, organisationId)) throw refuse('agreements.not_found')
}

/** @throws agreements.wrong_state unless it is being drafted · request.stale unless that is what they have in sight */
export function requireDraft({ row }: q.Whole, version: number): void {
  if (row.state !== 'drafting') throw refuse('agreements.wrong_state')
  if (row.version !== version) throw refuseRequest('request.stale', { currentVersion: row.version })
}
