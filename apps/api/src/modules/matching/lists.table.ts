import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { placeRef } from '../../db/columns.ts'
import { organisations } from '../organisations/organisations.table.ts'

/*
 * What matching reads, laid out so that it is found quickly (docs/decisions/0026). Nothing here is typed by anybody:
 * triggers write it from the register, organisations, capacity, areas and practice cards; `match_rebuild()` writes it anew.
 */

const mask = (name: string) => bigint(name, { mode: 'bigint' })

/** Words, as the register's dictionary stems them, and how many listed entries use each. '' counts the entries. */
export const matchTerms = pgTable('match_terms', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  term: text('term').notNull().unique(),
  entries: integer('entries').notNull().default(0),
})

/** A register entry under every code it works in or sits in. */
export const matchLists = pgTable('match_lists', {
  /** GSS code: a district, or a county, region or country. */
  code: text('code').notNull(),
  entryId: uuid('entry_id').notNull(),
  /** More than a district. */
  wide: boolean('wide').notNull(),
  /** A bit for each theme, in the order they are published. */
  mask: mask('mask').notNull(),
  sector: text('sector').notNull(),
  /** For the order of the list (FR-04), never for a score. */
  small: boolean('small').notNull(),
  /** Something of theirs can be read. */
  known: boolean('known').notNull(),
  /** The first 31 bits of its id's sha256. */
  lot: bigint('lot', { mode: 'number' }).notNull(),
  /** Its terms, in order. */
  words: integer('words').array().notNull(),
})

/** How many entries of a wide code are alike to a score that reads no words; a row for each of their themes. */
export const matchCells = pgTable('match_cells', {
  code: text('code').notNull(),
  theme: smallint('theme').notNull(),
  mask: mask('mask').notNull(),
  sector: text('sector').notNull(),
  known: boolean('known').notNull(),
  entries: integer('entries').notNull(),
  smalls: integer('smalls').notNull(),
})

/** Which entries of a wide code use a word. */
export const matchPostings = pgTable('match_postings', {
  code: text('code').notNull(),
  term: integer('term').notNull(),
  entryId: uuid('entry_id').notNull(),
  mask: mask('mask').notNull(),
})

/** What a score reads of an organisation of a place. */
export const matchOrganisations = pgTable(
  'match_organisations',
  {
    organisationId: uuid('organisation_id')
      .primaryKey()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    placeId: placeRef(),
    /** Takes invitations: neither paused nor gone. */
    takesPart: boolean('takes_part').notNull(),
    /** The register entry it is, while it has not left. */
    entryId: uuid('entry_id'),
    mask: mask('mask').notNull(),
    /** A mask for each listed practice card. */
    cards: mask('cards').array().notNull(),
    sector: text('sector').notNull(),
    small: boolean('small').notNull(),
    lot: bigint('lot', { mode: 'number' }).notNull(),
    /** Terms of its areas. */
    areas: integer('areas').array().notNull(),
    /** Terms of the communities it reaches, by how. */
    trusted: integer('trusted').array().notNull(),
    weekly: integer('weekly').array().notNull(),
    members: integer('members').array().notNull(),
    /** Stems of each community it reaches. */
    reaches: jsonb('reaches').$type<string[][]>().notNull(),
    /** Where in the published list its answer stands, from 1. */
    lived: smallint('lived'),
    skills: integer('skills').notNull(),
    /** 0 none, 1 a room, 2 one without steps. */
    rooms: smallint('rooms').notNull(),
    hours: integer('hours'),
    backfill: boolean('backfill').notNull(),
    notBefore: text('not_before'),
    /** Null where nothing of theirs was read. */
    words: integer('words').array(),
  },
  (t) => [index('match_organisations_here').on(t.placeId, t.entryId)],
)
