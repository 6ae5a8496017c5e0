import type { alertsContract, How, SavedSearch } from '@howcanwe/shared/alerts'
import type { Received } from '@howcanwe/shared/http'
import { constraintOf, type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { areasBelong, requirePlace } from '../../places/index.ts'
import { refuse } from '../alerts.errors.ts'
import type { savedSearches } from '../alerts.table.ts'
import * as q from '../queries/hearing.queries.ts'

type Row = typeof savedSearches.$inferSelect
type Input = Received<typeof alertsContract.saveSearch>['body']

export const shownSearch = ({ id, name, q: words, themes, areaIds, how }: Row): SavedSearch => ({
  id,
  name,
  q: words,
  themes,
  areaIds,
  how,
})

/** The same filters in another order are the same search. */
const sorted = <T extends string>(values: readonly T[]): T[] => [...new Set(values)].toSorted()

const trail = (tx: Database, actor: Actor, row: Row, what: 'saved' | 'changed' | 'dropped') =>
  record(tx, {
    placeId: row.placeId,
    actorId: actor.personId,
    action: `alerts.search-${what}`,
    subject: { kind: 'search', id: row.id },
  })

/** @throws alerts.saved_already · alerts.too_many_searches for what the database refused */
function asRefusal(error: unknown): unknown {
  if (constraintOf(error) === 'saved_searches_once') return refuse('alerts.saved_already')
  return sqlState(error) === 'HW131' ? refuse('alerts.too_many_searches') : error
}

/**
 * Keeps a search of the challenges of a place; one without any filter follows the place.
 *
 * @throws places.not_found · alerts.area_unknown · alerts.saved_already · alerts.too_many_searches
 */
export async function saveSearch(
  db: Database,
  actor: Actor,
  placeId: string,
  input: Input,
): Promise<SavedSearch> {
  const work = async (tx: Database) => {
    await requirePlace(tx, placeId)
    const areaIds = sorted(input.areaIds)
    if (!(await areasBelong(tx, placeId, areaIds))) throw refuse('alerts.area_unknown')
    const { name, q: words, how } = input
    const { personId } = actor
    const themes = sorted(input.themes)
    const row = await q.putSearch(tx, { placeId, personId, name, q: words, themes, areaIds, how })
    if (!row) throw new Error('a search was not saved')
    await q.windTurns(tx, personId)
    await trail(tx, actor, row, 'saved')
    return shownSearch(row)
  }
  try {
    return await inTransaction(db, work)
  } catch (error) {
    throw asRefusal(error)
  }
}

/** @throws alerts.search_not_found also for somebody else's */
export const changeSearch = (db: Database, actor: Actor, id: string, how: How) =>
  inTransaction(db, async (tx) => {
    const row = await q.changeSearch(tx, { id, personId: actor.personId }, how)
    if (!row) throw refuse('alerts.search_not_found')
    await q.windTurns(tx, actor.personId)
    await trail(tx, actor, row, 'changed')
    return shownSearch(row)
  })

/** @throws alerts.search_not_found also for somebody else's */
export const dropSearch = (db: Database, actor: Actor, id: string) =>
  inTransaction(db, async (tx) => {
    const row = await q.dropSearch(tx, { id, personId: actor.personId })
    if (!row) throw refuse('alerts.search_not_found')
    await trail(tx, actor, row, 'dropped')
    return undefined
  })
