import { boolean, foreignKey, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { born, bytea, placeRef, primaryId } from '../../db/columns.ts'
import { groupMembers, groups } from './codesign.table.ts'

/**
 * The slip handed out when a contact that already has a place is given again, so that the answer looks like any
 * other (docs/decisions/0010). Holds nothing that was typed.
 */
export const groupEchoes = pgTable(
  'group_echoes',
  {
    id: primaryId(),
    placeId: placeRef(),
    groupId: uuid('group_id').notNull(),
    memberId: uuid('member_id').notNull(),
    reference: text('reference').notNull(),
    manageHash: bytea('manage_hash').notNull().unique(),
    /** The contact has no place: somebody who acts for this member gave their own (HW077). Nobody is asked about it. */
    heldBack: boolean('held_back').notNull().default(false),
    createdAt: born(),
  },
  (t) => [
    foreignKey({ columns: [t.placeId, t.groupId], foreignColumns: [groups.placeId, groups.id] }),
    foreignKey({
      columns: [t.placeId, t.memberId],
      foreignColumns: [groupMembers.placeId, groupMembers.id],
    }),
    uniqueIndex('echoes_reference').on(t.placeId, t.reference),
    index('echoes_of_group').on(t.groupId, t.createdAt),
  ],
)
