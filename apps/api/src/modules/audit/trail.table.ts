import { sql } from 'drizzle-orm'
import {
  bigint,
  jsonb,
  pgSchema,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytea, instant, primaryId } from '../../db/columns.ts'
import type { BrokenChain } from './audit.rules.ts'

/** What only the database itself writes. The application's login may read here and no more (`db/roles.ts`). */
export const trail = pgSchema('trail')

/** How many events there are. Below 2^53 for longer than anyone will run this. */
const count = (name: string) => bigint(name, { mode: 'number' })

/** The newest link of each chain: the row a commit locks while it adds one. */
export const trailHeads = trail.table('heads', {
  /** A place, or the nil UUID for what belongs to none. */
  chain: uuid('chain').primaryKey(),
  size: count('size').notNull(),
  hash: bytea('hash').notNull(),
})

/**
 * One row an event (`trust.md` §4.4): its number in its place's chain, and a SHA-256 over the event and the row before.
 * docs/audit.md says byte for byte what is hashed.
 */
export const trailLinks = trail.table(
  'links',
  {
    chain: uuid('chain').notNull(),
    /** From 1, without gaps. */
    seq: count('seq').notNull(),
    eventId: uuid('event_id').notNull().unique(),
    /** When the change was committed, by the database's clock. */
    at: instant('at').notNull(),
    /** Sixteen random bytes, so that nobody guesses details from their hash. Null once the details are forgotten. */
    salt: bytea('salt'),
    detailCommit: bytea('detail_commit').notNull(),
    prev: bytea('prev').notNull(),
    hash: bytea('hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.chain, t.seq] })],
)

/** How long a chain was at a moment, and its newest hash. Copies of these outside are what binds an insider. */
export const trailCheckpoints = trail.table(
  'checkpoints',
  {
    chain: uuid('chain').notNull(),
    size: count('size').notNull(),
    hash: bytea('hash').notNull(),
    /** The address of the installation that said so. */
    origin: text('origin').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.chain, t.size] })],
)

/** The last checkpoint that was mailed to a place's contact. */
export const trailWitnesses = pgTable('trail_witnesses', {
  chain: uuid('chain').primaryKey(),
  size: count('size').notNull(),
  sentAt: instant('sent_at').notNull(),
})

/**
 * The record did not fit its copy outside (`trust.md` §4.4). While one of these is not settled, nothing can be changed.
 * Rows stay, are settled once, and only after an event of the record says so; a trigger keeps that.
 */
export const trailAlarms = pgTable(
  'trail_alarms',
  {
    id: primaryId(),
    raisedAt: instant('raised_at').notNull().defaultNow(),
    chains: jsonb('chains').$type<BrokenChain[]>().notNull(),
    settledAt: instant('settled_at'),
  },
  () => [
    uniqueIndex('trail_alarms_one_at_a_time')
      .on(sql`(settled_at is null)`)
      .where(sql`settled_at is null`),
  ],
)
