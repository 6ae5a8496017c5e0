import { bigint, pgSchema, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, instant } from '../../db/columns.ts'

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
