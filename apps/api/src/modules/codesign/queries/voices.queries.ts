import { and, eq, ne, or, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../../db/database.ts'
import { people } from '../../identity/identity.table.ts'
import { supports } from '../../supporters/supporters.table.ts'
import type { ContactBy } from '../codesign.rules.ts'
import { groupMembers } from '../codesign.table.ts'

type Person = Record<'email' | 'phone' | 'phoneVerifiedAt', AnyPgColumn>

/** What somebody typed to join, in the place whose country a number without one belongs to. */
interface Given {
  by: ContactBy
  contact: string
  placeId: string
}

/** A contact that somebody has proven theirs; the same as `place_is_of` in the database. */
const isTheirs = (who: Person, { by, contact, placeId }: Given): SQL =>
  by === 'email'
    ? sql`${who.email} = ${contact}`
    : sql`${by} = 'phone' and ${who.phoneVerifiedAt} is not null
        and ${who.phone} = e164_of(${contact}, calling_code_of(${placeId}))`

/** Whether a contact is one that this person has proven theirs. */
export const isContactOf = async (db: Database, personId: string, given: Given): Promise<boolean> =>
  (
    await db
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, personId), isTheirs(people, given)))
  ).length > 0

const other = alias(people, 'other')

/**
 * Whoever has this contact, where somebody they help in groups, or who helps them, has a place in this group already:
 * a group hears one voice from the two.
 */
export const heldBack = async (db: Database, groupId: string, given: Given) =>
  (
    await db
      .select({ person: people, memberId: groupMembers.id })
      .from(people)
      .innerJoin(
        supports,
        and(
          eq(supports.state, 'active'),
          sql`${supports.until} > clock_timestamp()`,
          sql`'groups' = any (${supports.scopes})`,
          or(eq(supports.personId, people.id), eq(supports.supporterId, people.id)),
        ),
      )
      .innerJoin(
        other,
        sql`${other.id} = case when ${supports.personId} = ${people.id} then ${supports.supporterId} else ${supports.personId} end`,
      )
      .innerJoin(
        groupMembers,
        and(
          eq(groupMembers.groupId, groupId),
          ne(groupMembers.state, 'left'),
          sql`place_is_of(${groupMembers}, ${other})`,
        ),
      )
      .where(isTheirs(people, given))
      .limit(1)
  )[0]
