import { ACTOR_KINDS, KNOWN } from '@howcanwe/shared/actors'
import { SECTORS } from '@howcanwe/shared/organisations'
import { THEMES } from '@howcanwe/shared/places'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { born, changed, placeRef, primaryId, version } from '../../db/columns.ts'
import { people } from '../identity/identity.table.ts'
import { organisations } from '../organisations/organisations.table.ts'
import { inArea, places } from '../places/places.table.ts'

const lines = (name: string) => text(name).array().notNull().default(sql`'{}'`)

/** Somebody in a place who has not registered, put on the map by a broker (PL3). Nobody's contact. */
export const actors = pgTable(
  'actors',
  {
    id: primaryId(),
    placeId: placeRef().references(() => places.id),
    name: text('name').notNull(),
    kind: text('kind', { enum: ACTOR_KINDS }).notNull(),
    sector: text('sector', { enum: SECTORS }).notNull(),
    roleInIssue: text('role_in_issue').notNull(),
    offers: lines('offers'),
    asks: lines('asks'),
    themes: text('themes', { enum: THEMES }).array().notNull().default(sql`'{}'`),
    addedBy: uuid('added_by')
      .notNull()
      .references(() => people.id),
    createdAt: born(),
    updatedAt: changed(),
    version: version(),
  },
  (t) => [
    unique('actors_tenant').on(t.placeId, t.id),
    uniqueIndex('actors_name_once').on(t.placeId, sql`lower(${t.name})`),
  ],
)

export const actorAreas = pgTable(
  'actor_areas',
  {
    placeId: placeRef(),
    actorId: uuid('actor_id').notNull(),
    areaId: uuid('area_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.actorId, t.areaId] }),
    foreignKey({
      columns: [t.placeId, t.actorId],
      foreignColumns: [actors.placeId, actors.id],
    }).onDelete('cascade'),
    inArea(t),
  ],
)

/** What an organisation lets the map say of it. Without a row, only public bodies are on it. */
export const mapEntries = pgTable(
  'map_entries',
  {
    organisationId: uuid('organisation_id').primaryKey(),
    placeId: placeRef(),
    shown: boolean('shown').notNull(),
    roleInIssue: text('role_in_issue').notNull(),
    offers: lines('offers'),
    asks: lines('asks'),
    saidBy: uuid('said_by')
      .notNull()
      .references(() => people.id),
    updatedAt: changed(),
    version: version(),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.organisationId],
      foreignColumns: [organisations.placeId, organisations.id],
    }).onDelete('cascade'),
  ],
)

/** How well one organisation says it knows another. A tie is public when both have said it. */
export const tieSayings = pgTable(
  'tie_sayings',
  {
    placeId: placeRef(),
    organisationId: uuid('organisation_id').notNull(),
    otherId: uuid('other_id').notNull(),
    known: text('known', { enum: KNOWN }).notNull(),
    updatedAt: changed(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.otherId] }),
    foreignKey({
      columns: [t.placeId, t.organisationId],
      foreignColumns: [organisations.placeId, organisations.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.placeId, t.otherId],
      foreignColumns: [organisations.placeId, organisations.id],
    }).onDelete('cascade'),
    index('tie_sayings_of_place').on(t.placeId),
    check('tie_sayings_two', sql`organisation_id <> other_id`),
  ],
)
