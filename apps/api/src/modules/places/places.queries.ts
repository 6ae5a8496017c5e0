import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { placeAreas, places } from './places.table.ts'

export type PlaceRow = typeof places.$inferSelect

export const placeById = async (db: Database, id: string): Promise<PlaceRow | undefined> =>
  (await db.select().from(places).where(eq(places.id, id)))[0]

export const placeByHost = async (db: Database, host: string): Promise<PlaceRow | undefined> =>
  (await db.select().from(places).where(eq(places.host, host)))[0]

export const firstPlace = async (db: Database): Promise<PlaceRow | undefined> =>
  (await db.select().from(places).orderBy(asc(places.id)).limit(1))[0]

export const areasOf = (db: Database, placeId: string) =>
  db
    .select()
    .from(placeAreas)
    .where(eq(placeAreas.placeId, placeId))
    .orderBy(asc(placeAreas.position))

export const countAreas = async (db: Database, placeId: string, ids: string[]): Promise<number> =>
  (
    await db
      .select({ id: placeAreas.id })
      .from(placeAreas)
      .where(and(eq(placeAreas.placeId, placeId), inArray(placeAreas.id, ids)))
  ).length
