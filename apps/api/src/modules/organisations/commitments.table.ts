import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, placeRef, primaryId } from '../../db/columns.ts'
import { organisations } from './organisations.table.ts'

export const COMMITMENT_STATES = ['reserved', 'committed', 'released', 'expired'] as const
export const COMMITMENT_SOURCES = ['interest', 'joint-interest', 'agreement'] as const

/** Hours a month an organisation has set aside (§2.3, CapacityWindow): answers sent reserve, being chosen commits. */
export const capacityCommitments = pgTable(
  'capacity_commitments',
  {
    id: primaryId(),
    placeId: placeRef(),
    organisationId: uuid('organisation_id').notNull(),
    sourceKind: text('source_kind', { enum: COMMITMENT_SOURCES }).notNull(),
    sourceId: uuid('source_id').notNull(),
    hoursPerMonth: integer('hours_per_month').notNull(),
    fromDay: text('from_day'),
    untilDay: text('until_day'),
    /** When its last day is over in the place; null where nobody has said. */
    endsAt: instant('ends_at'),
    state: text('state', { enum: COMMITMENT_STATES }).notNull(),
    reservedAt: instant('reserved_at'),
    committedAt: instant('committed_at'),
    endedAt: instant('ended_at'),
    /** When the organisation was told that this goes beyond 80 % of its spare hours (T7); null where it does not. */
    warnedAt: instant('warned_at'),
    /** When its brokers were told the same: never before they may know of the answer. */
    brokerToldAt: instant('broker_told_at'),
  },
  (t) => [
    unique('capacity_commitments_once').on(t.organisationId, t.sourceKind, t.sourceId),
    foreignKey({
      columns: [t.placeId, t.organisationId],
      foreignColumns: [organisations.placeId, organisations.id],
    }).onDelete('cascade'),
    check('capacity_commitments_hours', sql`hours_per_month between 0 and 2000`),
    index('capacity_commitments_due').on(t.endsAt).where(sql`state in ('reserved', 'committed')`),
    index('capacity_commitments_to_tell')
      .on(t.warnedAt)
      .where(sql`warned_at is not null and broker_told_at is null`),
  ],
)
