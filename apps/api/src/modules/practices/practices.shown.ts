import type { ActionOf } from '@howcanwe/shared/audit'
import type { Practice } from '@howcanwe/shared/practices'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../http/actor.ts'
import { record } from '../audit/index.ts'
import { thoseWhoMay } from './adoptions.queries.ts'
import { mayUse, mayWrite } from './practices.policy.ts'
import * as q from './practices.queries.ts'

/** A card as a list of everybody's shows it. */
export function inList({ card, organisation, usedBy }: q.CardRow, actor?: Actor): Practice {
  const { writtenBy: _, retiredAt: __, createdAt: ___, updatedAt: ____, ...said } = card
  return {
    ...said,
    usedBy,
    ours: [],
    organisation: { id: card.organisationId, name: organisation },
    can: { change: card.state !== 'retired' && mayWrite(actor, card.organisationId) },
  }
}

/** A card by itself, with what the reader's own organisations may say of it. */
export async function shown(
  db: Database,
  row: q.CardRow,
  actor: Actor | undefined,
): Promise<Practice> {
  const among = actor?.memberships.map((m) => m.organisationId) ?? []
  const mine = among.length > 0 ? await thoseWhoMay(db, row.card, among) : []
  const { mayCopy, state } = row.card
  return {
    ...inList(row, actor),
    ours: mine
      .filter((one) => one.uses || (state === 'listed' && mayUse(mayCopy, one.sector)))
      .map(({ organisationId, name, uses }) => ({ organisationId, name, uses })),
  }
}

export const trail = (
  tx: Database,
  actor: Actor,
  row: q.CardRow,
  what: ActionOf<'practices'>,
  more: object = {},
) =>
  record(tx, {
    placeId: row.card.placeId,
    actorId: actor.personId,
    action: `practices.${what}`,
    subject: { kind: 'practice', id: row.card.id },
    after: { state: row.card.state, version: row.card.version, ...more },
  })

export async function reread(tx: Database, cardId: string): Promise<q.CardRow> {
  const row = await q.cardById(tx, cardId)
  if (!row) throw new Error('a card was gone in its own transaction')
  return row
}
