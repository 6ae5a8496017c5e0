import { and, eq, ne, or, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../../db/database.ts'
import { people } from '../../identity/identity.table.ts'
import { supports } from '../../supporters/supporters.table.ts'
import type { ContactBy } from '../codesign.rules.ts'
import { groupMembers } from '../codesign.table.ts'

type Person = Record<'email' | 'phone' | 'phoneVerifiedAt', AnyPgColumn>

/** A contact that somebody has proven theirs; the same as `group_places_of` in the database. */
const isTheirs = (who: Person, by: SQL, contact: SQL): SQL =>
  sql`(${by} = 'email' and ${contact} = ${who.email} or ${by} = 'phone' and ${who.phoneVerifiedAt} is not null
    and right(regexp_replace(${contact}, '[^0-9]', '', 'g'), 9) = right(${who.phone}, 9))`

const placeIsOf = (who: Person): SQL =>
  isTheirs(who, sql`${groupMembers.contactBy}`, sql`${groupMembers.contact}`)

/** Whether a contact is one that this person has proven theirs. */
export const isContactOf = async (
  db: Database,
  personId: string,
  given: { by: ContactBy; contact: string },
): Promise<boolean> =>
  (
    await db
      .select({ id: people.id })
      .from(people)
      .where(
        and(
          eq(people.id, personId),
          isTheirs(people, sql`${given.by}::text`, sql`${given.contact}::text`),
        ),
      )
  ).length > 0

const other = alias(people, 'other')

/**
 * Whoever has this contact, where somebody they help in groups, or who helps them, has a place in this group already:
 * a group hears one voice from the two.
 */
export const heldBack = async (
  db: Database,
  groupId: string,
  given: { by: ContactBy; contact: string },
) =>
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
        and(eq(groupMembers.groupId, groupId), ne(groupMembers.state, 'left'), placeIsOf(other)),
      )
      .where(isTheirs(people, sql`${given.by}::text`, sql`${given.contact}::text`))
      .limit(1)
  )[0]
