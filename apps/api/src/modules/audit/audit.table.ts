import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant, primaryId } from '../../db/columns.ts'

/**
 * The trail (TR2): who did what to which thing, when. States and references, never words a person wrote and never a
 * name. Append-only: a trigger refuses UPDATE, DELETE and TRUNCATE.
 */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: primaryId(),
    /** Null for what happens before a place is known, such as signing in. */
    placeId: uuid('place_id'),
    at: instant('at').notNull().defaultNow(),
    /** Null where the clock or a stranger acted. */
    actorId: uuid('actor_id'),
    /** `noun.past-tense`: challenges.opened */
    action: text('action').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: uuid('subject_id').notNull(),
    before: jsonb('before').$type<Record<string, unknown>>(),
    after: jsonb('after').$type<Record<string, unknown>>(),
    requestId: text('request_id'),
  },
  (t) => [
    index('audit_by_subject').on(t.subjectId, t.id),
    index('audit_by_place').on(t.placeId, t.id),
  ],
)
