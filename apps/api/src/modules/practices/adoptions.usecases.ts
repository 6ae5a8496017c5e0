import type { Practice } from '@howcanwe/shared/practices'
import { type Database, inTransaction } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../http/actor.ts'
import * as adoptions from './adoptions.queries.ts'
import { refuse } from './practices.errors.ts'
import { maySee, mayUse } from './practices.policy.ts'
import { type CardRow, cardById } from './practices.queries.ts'
import { reread, shown, trail } from './practices.shown.ts'

interface About {
  actor: Actor
  cardId: string
  organisationId: string
}

/** The card, and one of the reader's own organisations that could say something of it. */
async function requireOne(tx: Database, about: About) {
  const row = await cardById(tx, about.cardId)
  if (!row || !maySee(about.actor, row.card)) throw refuse('practices.not_found')
  const mine = about.actor.memberships.some((m) => m.organisationId === about.organisationId)
  const [one] = mine ? await adoptions.thoseWhoMay(tx, row.card, [about.organisationId]) : []
  if (!one) throw refuse('practices.not_ours')
  return { row, one }
}

const said = (tx: Database, about: About, row: CardRow, what: 'adopted' | 'unadopted') =>
  trail(tx, about.actor, row, what, { organisationId: about.organisationId })

/**
 * "We use this too": once an organisation, never of its own card, and as whoever wrote it would have it.
 *
 * @throws practices.not_found · practices.not_ours · practices.wrong_state · practices.not_to_copy
 */
export async function adopt(deps: Deps, about: About): Promise<Practice> {
  const { cardId, organisationId, actor } = about
  return inTransaction(deps.db, async (tx) => {
    const { row, one } = await requireOne(tx, about)
    if (!mayUse(row.card.mayCopy, one.sector)) throw refuse('practices.not_to_copy')
    const came = await adoptions.adopt(tx, { cardId, organisationId, saidBy: actor.personId })
    if (came === 'not-listed') throw refuse('practices.wrong_state')
    if (came === 'said') await said(tx, about, row, 'adopted')
    return shown(tx, await reread(tx, cardId), actor)
  })
}

/** We do not use it any more, also where it is no longer done. @throws practices.not_found · practices.not_ours */
export async function unadopt(deps: Deps, about: About): Promise<Practice> {
  return inTransaction(deps.db, async (tx) => {
    const { row } = await requireOne(tx, about)
    if (await adoptions.unadopt(tx, about)) await said(tx, about, row, 'unadopted')
    return shown(tx, await reread(tx, about.cardId), about.actor)
  })
}
