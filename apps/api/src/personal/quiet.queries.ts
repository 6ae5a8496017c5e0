import { and, asc, eq, isNotNull, isNull, not, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { people } from '../modules/identity/identity.table.ts'
import { reach } from '../modules/identity/index.ts'
import { places } from '../modules/places/places.table.ts'
import { blockersOf } from './erase.queries.ts'
import type { Who } from './held.who.ts'
import { ERASED_AFTER_MONTHS, NOTICE_DAYS, TOLD_AFTER_MONTHS } from './quiet.rules.ts'

const months = (n: number): SQL => sql`make_interval(months => ${n}::int)`
const notice = sql`make_interval(days => ${NOTICE_DAYS}::int)`
const away = (n: number): SQL => sql`${people.lastSeenAt} <= clock_timestamp() - ${months(n)}`

/** They have asked for an email to sign in with, and it still works. */
const isOnTheWay = sql`exists (select from sign_in_requests r
  where (r.email = ${people.email} or r.phone = ${people.phone}) and r.expires_at > clock_timestamp())`

/** They can be written to, and there is a place that writes. Whoever can only be rung or met no clock erases. */
const canBeTold = sql`(${reach} is not null and exists (select from places))`

/** What told them was given up, or is not there: a month later they are told anew. */
const neverArrived = sql`(${people.dormantToldAt} <= clock_timestamp() - ${notice} and not exists (
  select from outbox o where o.id = ${people.dormantLetterId} and o.dead_at is null))`

/** The letter left, long enough ago. When it did stays known after its words are forgotten. */
const arrived = sql`exists (select from outbox o
  where o.id = ${people.dormantLetterId} and o.template = 'identity.quiet'
    and o.sent_at >= ${people.dormantToldAt} and o.sent_at <= clock_timestamp() - ${notice})`

const untold = and(
  isNull(people.erasedAt),
  or(isNull(people.dormantToldAt), neverArrived),
  away(TOLD_AFTER_MONTHS),
)

const DUE = {
  tell: and(untold, canBeTold),
  erase: and(
    isNull(people.erasedAt),
    isNotNull(people.dormantToldAt),
    canBeTold,
    arrived,
    away(ERASED_AFTER_MONTHS),
    not(isOnTheWay),
  ),
} as const
export type Due = keyof typeof DUE

/** How many have been away so long and cannot be written to: the place rings them, or lets them be. */
export const unreachable = (db: Database): Promise<number> =>
  db.$count(people, and(untold, not(canBeTold)))

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

/** Which letter told them. */
export const keepLetter = (tx: Database, id: string, dormantLetterId: string) =>
  tx.update(people).set({ dormantLetterId }).where(eq(people.id, id))

/** The letter said a day that does not hold: there will be another, with another day. */
export const takeLetterBack = (tx: Database, id: string) =>
  tx.update(people).set({ dormantToldAt: null, dormantLetterId: null }).where(eq(people.id, id))

/** A team that was formed has only begun: it is not among them. */
const over = sql`('none-chosen', 'withdrawn')`

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
        where i.submitted_by = ${id} and i.state in ('submitted', 'chosen') and c.state not in ${over})
      or exists (select from memberships m join organisations o on o.id = m.organisation_id and o.state <> 'left'
        join cohort_organisations t on t.organisation_id = o.id
        where m.person_id = ${id} and not exists (select from memberships x
          where x.organisation_id = o.id and x.person_id <> m.person_id))
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
