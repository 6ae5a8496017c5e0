import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytea, instant, placeRef, primaryId } from '../../db/columns.ts'
import { groupMembers } from '../codesign/codesign.table.ts'
import { people } from '../identity/identity.table.ts'

/**
 * Who somebody was who has left and is still owed money, so that they do not approve it themselves (four eyes): the
 * accounts that were theirs, or the keyed hash of their contact. Gone with the last of the money.
 */
export const payFormers = pgTable(
  'pay_formers',
  {
    id: primaryId(),
    placeId: placeRef(),
    memberId: uuid('member_id').notNull(),
    personId: uuid('person_id').references(() => people.id),
    contactHash: bytea('contact_hash'),
    leftAt: instant('left_at').notNull().defaultNow(),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.memberId],
      foreignColumns: [groupMembers.placeId, groupMembers.id],
    }),
    uniqueIndex('pay_formers_once').on(t.memberId, t.personId),
    index('pay_formers_of_person').on(t.personId).where(sql`person_id is not null`),
    check('pay_formers_one', sql`(person_id is null) <> (contact_hash is null)`),
  ],
)
