import { HEARD, HOWS } from '@howcanwe/shared/alerts'
import { THEMES } from '@howcanwe/shared/places'
import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { born, bytea, instant, placeRef, primaryId } from '../../db/columns.ts'
import { challenges } from '../challenges/challenges.table.ts'
import { people } from '../identity/identity.table.ts'
import { places } from '../places/places.table.ts'

const personRef = () =>
  uuid('person_id')
    .notNull()
    .references(() => people.id, { onDelete: 'cascade' })

const undoable = {
  stoppedWith: uuid('stopped_with'),
  howBefore: text('how_before', { enum: HOWS }),
}
const isUndoable = sql`(stopped_with is null) = (how_before is null) and (stopped_with is null or how = 'never')`

/** How somebody wants to hear of something, where they said so; `hears` in the database knows what holds otherwise. */
export const hearingWishes = pgTable(
  'hearing_wishes',
  {
    personId: personRef(),
    what: text('what', { enum: HEARD }).notNull(),
    how: text('how', { enum: HOWS }).notNull(),
    changedAt: instant('changed_at').notNull().defaultNow(),
    /** The letter whose link stopped it, and what held before: so that the same link undoes it. */
    ...undoable,
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.what] }),
    check('hearing_wishes_what', sql`what in ('waiting', 'mine', 'new', 'closing', 'news')`),
    check('hearing_wishes_how', sql`how in ('at-once', 'daily', 'weekly', 'never')`),
    check('hearing_wishes_lists', sql`how <> 'at-once' or what not in ('closing', 'news')`),
    check('hearing_wishes_undo', isUndoable),
  ],
)

/** When somebody is left in peace, in whole hours of their place's clock; both the same: never. */
export const hearingHours = pgTable(
  'hearing_hours',
  {
    personId: personRef(),
    channel: text('channel', { enum: ['email', 'sms'] }).notNull(),
    quietFrom: integer('quiet_from').notNull(),
    quietUntil: integer('quiet_until').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.channel] }),
    check('hearing_hours_channel', sql`channel in ('email', 'sms')`),
    check('hearing_hours_hour', sql`quiet_from between 0 and 23 and quiet_until between 0 and 23`),
  ],
)

/** Letters of a kind that no longer go to an address which is nobody's own: by its fingerprint, never in words. */
export const letterStops = pgTable(
  'letter_stops',
  {
    id: primaryId(),
    addressHash: bytea('address_hash').notNull(),
    kind: text('kind').notNull(),
    /** For whom they were; others who share the address go on getting theirs. */
    organisationId: uuid('organisation_id'),
    /** The letter whose link stopped them: the same link undoes it. */
    stoppedWith: uuid('stopped_with'),
    stoppedAt: instant('stopped_at').notNull().defaultNow(),
  },
  (t) => [
    unique('letter_stops_once').on(t.addressHash, t.kind, t.organisationId).nullsNotDistinct(),
  ],
)

/** A search of the challenges of a place that somebody keeps; with no filter it follows the place. */
export const savedSearches = pgTable(
  'saved_searches',
  {
    id: primaryId(),
    placeId: placeRef().references(() => places.id),
    personId: personRef(),
    name: text('name').notNull(),
    q: text('q').notNull().default(''),
    themes: text('themes', { enum: THEMES }).array().notNull().default(sql`'{}'`),
    areaIds: uuid('area_ids').array().notNull().default(sql`'{}'`),
    how: text('how', { enum: HOWS }).notNull(),
    ...undoable,
    createdAt: born(),
  },
  (t) => [
    unique('saved_searches_once').on(t.personId, t.placeId, t.q, t.themes, t.areaIds),
    index('saved_searches_of_place').on(t.placeId),
    check('saved_searches_how', sql`how in ('at-once', 'daily', 'weekly', 'never')`),
    check('saved_searches_undo', isUndoable),
    check('saved_searches_short', sql`char_length(name) <= 60 and char_length(q) <= 200`),
  ],
)

/** A challenge that has been held against everybody's searches and groups: each once, when it opens. */
export const alertedChallenges = pgTable('alerted_challenges', {
  challengeId: uuid('challenge_id')
    .primaryKey()
    .references(() => challenges.id, { onDelete: 'cascade' }),
  foundAt: instant('found_at').notNull().defaultNow(),
  /** When it is tried again, where that failed; null once it is done. */
  againAt: instant('again_at'),
})

/** A challenge that fits somebody: by a saved search, or without one by what their group does. Told once. */
export const alertHits = pgTable(
  'alert_hits',
  {
    id: primaryId(),
    placeId: placeRef(),
    personId: personRef(),
    challengeId: uuid('challenge_id').notNull(),
    searchId: uuid('search_id').references(() => savedSearches.id, { onDelete: 'cascade' }),
    foundAt: instant('found_at').notNull().defaultNow(),
    toldAt: instant('told_at'),
  },
  (t) => [
    unique('alert_hits_once').on(t.personId, t.challengeId, t.searchId).nullsNotDistinct(),
    foreignKey({
      columns: [t.placeId, t.challengeId],
      foreignColumns: [challenges.placeId, challenges.id],
    }).onDelete('cascade'),
    index('alert_hits_untold').on(t.placeId, t.personId).where(sql`told_at is null`),
  ],
)

/** When the next collected letter of somebody in a place is due: stored when it begins, so that nobody is searched for. */
export const digestTurns = pgTable(
  'digest_turns',
  {
    personId: personRef(),
    placeId: placeRef().references(() => places.id),
    dueAt: instant('due_at').notNull(),
    /** What was new before this has been told, or came before they did. */
    dailyAt: instant('daily_at').notNull().defaultNow(),
    weeklyAt: instant('weekly_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.placeId] }), index('digest_turns_due').on(t.dueAt)],
)

/** The letters that were collected: one for each person, place and day, or none where nothing was there to say. */
export const digests = pgTable(
  'digests',
  {
    personId: personRef(),
    placeId: placeRef().references(() => places.id),
    /** The day of the place it was for, YYYY-MM-DD. */
    onDay: text('on_day').notNull(),
    /** Null where there was nothing to say. */
    letterId: uuid('letter_id'),
    createdAt: born(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.placeId, t.onDay] })],
)
