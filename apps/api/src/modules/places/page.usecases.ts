import type { PlacePage } from '@howcanwe/shared/places/page'
import type { Database } from '../../db/database.ts'
import { areasOf, type PlaceRow } from './places.queries.ts'
import { rowHere, shown } from './places.usecases.ts'
import { pledgesOf } from './pledges.queries.ts'

/** Who may ask questions in a place; organisations live further right. */
export type PublicBodiesOf = (
  db: Database,
  placeId: string,
) => Promise<PlacePage['publicBodies'][number][]>

const complaintsOf = (row: PlaceRow): PlacePage['complaints'] =>
  row.complaintsName === null
    ? null
    : { name: row.complaintsName, phone: row.complaintsPhone, email: row.complaintsEmail }

/** The public page of the place a host name belongs to (PL1). @throws places.none_yet */
export async function placePage(
  db: Database,
  host: string,
  publicBodiesOf: PublicBodiesOf,
): Promise<PlacePage> {
  const row = await rowHere(db, host)
  const [areas, publicBodies, pledges] = await Promise.all([
    areasOf(db, row.id),
    publicBodiesOf(db, row.id),
    pledgesOf(db, row.id),
  ])
  const { contact, pay } = shown(row, areas)
  return {
    ...row,
    contact,
    pay,
    areas: areas.map(({ name }) => name),
    complaints: complaintsOf(row),
    publicBodies,
    pledges,
  }
}
