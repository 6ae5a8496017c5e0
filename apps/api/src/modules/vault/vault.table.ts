import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { born, bytea, placeRef, primaryId } from '../../db/columns.ts'

/**
 * What only one named person may read (PE5): sealed in the application, so that a dump, a replica or a stray query
 * shows nothing. `subject` and `field` are part of the seal: a box moved to another row does not open.
 */
export const vaultBoxes = pgTable(
  'vault_boxes',
  {
    id: primaryId(),
    placeId: placeRef(),
    subjectId: uuid('subject_id').notNull(),
    field: text('field').notNull(),
    sealed: bytea('sealed').notNull(),
    createdAt: born(),
  },
  (t) => [unique('vault_one_box').on(t.subjectId, t.field), index('vault_by_place').on(t.placeId)],
)
