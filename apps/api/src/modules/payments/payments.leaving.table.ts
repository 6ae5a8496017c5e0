import { LEAVING_CHOICES } from '@howcanwe/shared/payments'
import { sql } from 'drizzle-orm'
import { check, foreignKey, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant, placeRef } from '../../db/columns.ts'
import { groupMembers } from '../codesign/codesign.table.ts'

/** What somebody who leaves wants done with everything still owed to them: it also holds for what is counted later. */
export const payLeavings = pgTable(
  'pay_leavings',
  {
    placeId: placeRef(),
    memberId: uuid('member_id').primaryKey(),
    choice: text('choice', { enum: LEAVING_CHOICES }).notNull(),
    charityName: text('charity_name').notNull().default(''),
    saidAt: instant('said_at').notNull().defaultNow(),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.memberId],
      foreignColumns: [groupMembers.placeId, groupMembers.id],
    }),
    check(
      'pay_leavings_choice',
      sql`choice in ('all', 'charity', 'nothing') and (choice = 'charity') = (btrim(charity_name) <> '')
        and char_length(charity_name) <= 120`,
    ),
  ],
)
