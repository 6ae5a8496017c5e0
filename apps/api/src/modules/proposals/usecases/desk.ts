import type { ActionOf } from '@howcanwe/shared/audit'
import type { Received } from '@howcanwe/shared/http'
import type { DeskProposal, proposalsContract } from '@howcanwe/shared/proposals'
import { type Database, inTransaction, inTurn } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { record } from '../../audit/index.ts'
import { refuse } from '../proposals.errors.ts'
import { pageOf, tellAsker } from '../proposals.letters.ts'
import { brokersHere, hasList } from '../proposals.policy.ts'
import { GATHER_DAYS, lastDay } from '../proposals.rules.ts'
import { publishedLetter, returnedLetter } from '../proposals.words.ts'
import * as q from '../queries/proposals.queries.ts'
import { backIfSo } from './backing.ts'
import { onDesk } from './view.ts'

const DAY_MS = 86_400_000

/** What waits for somebody of the place. @throws auth.forbidden */
export async function deskList(
  db: Database,
  actor: Actor,
  placeId: string,
): Promise<DeskProposal[]> {
  if (!hasList(actor, placeId)) throw refuseRequest('auth.forbidden')
  const rows = await q.deskRows(db, placeId, brokersHere(actor, placeId))
  return inTurn(rows, (row) => onDesk(db, actor, row))
}

/** One to read, held for this broker. @throws proposals.not_found · proposals.wrong_state */
async function requireUnread(tx: Database, actor: Actor, id: string): Promise<q.Row> {
  const row = await q.lockById(tx, id)
  if (!row || !brokersHere(actor, row.placeId)) throw refuse('proposals.not_found')
  if (row.state !== 'to-read') throw refuse('proposals.wrong_state')
  return row
}

/** The same row as it stands now, for its desk. */
export async function again(tx: Database, actor: Actor, id: string): Promise<DeskProposal> {
  const row = await q.byId(tx, id)
  if (!row) throw refuse('proposals.not_found')
  return onDesk(tx, actor, row)
}

/**
 * Read for safety: everybody may read it from now on, and support is gathered.
 *
 * @throws proposals.not_found · proposals.wrong_state
 */
export async function publish(deps: Deps, actor: Actor, id: string): Promise<DeskProposal> {
  return inTransaction(deps.db, async (tx) => {
    const row = await requireUnread(tx, actor, id)
    const gatherUntil = new Date((await q.now(tx)).getTime() + GATHER_DAYS * DAY_MS)
    await q.change(tx, id, {
      ...{ state: 'gathering', readerId: actor.personId, readAt: await q.now(tx), gatherUntil },
      ...{ publishedAt: await q.now(tx), remindedLateAt: null },
    })
    await noted(tx, actor, row, 'published')
    await tellAsker(tx, deps.config, row, {
      template: 'proposals.published',
      words: publishedLetter,
      facts: ({ timeZone }) => ({
        page: pageOf(deps.config, id),
        needed: row.needed,
        until: lastDay(row.language, timeZone, gatherUntil),
      }),
    })
    await backIfSo(tx, deps.config, id)
    return again(tx, actor, id)
  })
}

/** Goes back with a named reason, never in silence. @throws proposals.not_found · proposals.wrong_state */
export async function giveBack(
  deps: Deps,
  actor: Actor,
  id: string,
  said: Received<typeof proposalsContract.giveBack>['body'],
): Promise<DeskProposal> {
  return inTransaction(deps.db, async (tx) => {
    const row = await requireUnread(tx, actor, id)
    await q.change(tx, id, {
      ...{ state: 'returned', readerId: actor.personId },
      ...{ returnReason: said.reason, returnNote: said.note },
    })
    await noted(tx, actor, row, 'returned', { reason: said.reason })
    await tellAsker(tx, deps.config, row, {
      template: 'proposals.returned',
      words: returnedLetter,
      facts: (place) => ({ ...said, reader: actor.displayName ?? place.contactName }),
    })
    return again(tx, actor, id)
  })
}

export const noted = (
  tx: Database,
  actor: Actor | null,
  row: { id: string; placeId: string },
  action: ActionOf<'proposals'>,
  after: Record<string, unknown> = {},
) =>
  record(tx, {
    placeId: row.placeId,
    actorId: actor?.personId ?? null,
    action: `proposals.${action}`,
    subject: { kind: 'proposal', id: row.id },
    after,
  })
