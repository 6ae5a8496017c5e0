import { and, asc, eq, isNotNull, isNull, not, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { people } from '../modules/identity/identity.table.ts'
import { places } from '../modules/places/places.table.ts'
import { blockersOf } from './erase.queries.ts'
import type { Who } from './held.queries.ts'
import { ERASED_AFTER_MONTHS, NOTICE_DAYS, TOLD_AFTER_MONTHS } from './quiet.rules.ts'

const months = (n: number): SQL => sql`make_interval(months => ${n}::int)`
const notice = sql`make_interval(days => ${NOTICE_DAYS}::int)`
const away = (n: number): SQL => sql`${people.lastSeenAt} <= clock_timestamp() - ${months(n)}`

/** They have asked for an email to sign in with, and it still works. */
const isOnTheWay = sql`exists (select from sign_in_requests r
  where (r.email = ${people.email} or r.phone = ${people.phone}) and r.expires_at > clock_timestamp())`

const DUE = {
  tell: and(isNull(people.erasedAt), isNull(people.dormantToldAt), away(TOLD_AFTER_MONTHS)),
  erase: and(
    isNull(people.erasedAt),
    isNotNull(people.dormantToldAt),
    sql`${people.dormantToldAt} <= clock_timestamp() - ${notice}`,
    away(ERASED_AFTER_MONTHS),
    not(isOnTheWay),
  ),
} as const
export type Due = keyof typeof DUE

/** In one go, so that letters do not wait for it. */
const MOST = 200

/** Whose turn it is; drawn by lot, so that those others count on never keep the rest from theirs. */
export const whoIsDue = async (db: Database, due: Due): Promise<string[]> =>
  (
    await db
      .select({ id: people.id })
      .from(people)
      .where(DUE[due])
      .orderBy(sql`random()`)
      .limit(MOST)
  ).map((row) => row.id)

/** The person, held, if it is still their turn and nobody else has them in hand: who signs in just now is left alone. */
export const takeDue = async (tx: Database, id: string, due: Due) =>
  (
    await tx
      .select()
      .from(people)
      .where(and(eq(people.id, id), DUE[due]))
      .for('no key update', { skipLocked: true })
  )[0]
export type QuietPerson = NonNullable<Awaited<ReturnType<typeof takeDue>>>

/** Writes down that they were told. @returns the moment from which they may be erased */
export async function markTold(tx: Database, id: string): Promise<Date> {
  const [row] = await tx
    .update(people)
    .set({ dormantToldAt: sql`clock_timestamp()` })
    .where(eq(people.id, id))
    .returning({
      from: sql<string>`greatest(${people.lastSeenAt} + ${months(ERASED_AFTER_MONTHS)}, ${people.dormantToldAt} + ${notice})`,
    })
  if (!row) throw new Error('a held row was not there')
  return new Date(row.from)
}

/** The letter said a day that does not hold: there will be another, with another day. */
export const takeLetterBack = (tx: Database, id: string) =>
  tx.update(people).set({ dormantToldAt: null }).where(eq(people.id, id))

const over = sql`('formed', 'none-chosen', 'withdrawn')`

/** Whether others still count on somebody: no clock ends that, however long they have been away. */
export async function isCountedOn(tx: Database, { id }: Who): Promise<boolean> {
  if ((await blockersOf(tx, id)).length > 0) return true
  const { rows } = await tx.execute<{ is: boolean }>(sql`
    select exists (select from role_grants
        where person_id = ${id} and ended_at is null and state in ('granted', 'suspended')
          and (until is null or until > clock_timestamp()))
      or exists (select from supports
        where ${id} in (person_id, supporter_id) and state = 'active' and until > clock_timestamp())
      or exists (select from groups g join challenges c on c.id = g.challenge_id
        where g.facilitator_id = ${id} and c.state not in ${over})
      or exists (select from interests i join challenges c on c.id = i.challenge_id
        where i.submitted_by = ${id} and i.state = 'submitted' and c.state not in ${over})
      or exists (select from group_members m join groups g on g.id = m.group_id
        join challenges c on c.id = g.challenge_id
        where m.id in (select places_of(${id}))
          and (c.state not in ${over} or exists (select from group_sessions s
            where s.group_id = g.id and s.state <> 'cancelled' and s.ends_at > clock_timestamp()))) as is`)
  return rows[0]?.is === true
}

/** The place that writes to somebody: where they have, or had, a part; else the first of the installation. */
export const placeOf = async (tx: Database, { id }: Who) =>
  (
    await tx
      .select()
      .from(places)
      .orderBy(
        sql`${places.id} in (
          select place_id from memberships where person_id = ${id}
          union all select place_id from role_grants where person_id = ${id}
          union all select place_id from group_members where id in (select places_of(${id}))) desc`,
        asc(places.id),
      )
      .limit(1)
  )[0]
