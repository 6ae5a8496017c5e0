import { type SQL, sql } from 'drizzle-orm'
import { people } from './identity.table.ts'

export type Ways = Pick<
  typeof people.$inferSelect,
  'email' | 'phone' | 'phoneVerifiedAt' | 'preferredChannel'
>

/**
 * Where letters to somebody go: their address, or their number where they asked for texts or have no address. Only a
 * number they have proven theirs.
 *
 * @returns an address, a number in E.164, or null for somebody who can only be rung or met
 */
export function reachOf({ email, phone, phoneVerifiedAt, preferredChannel }: Ways): string | null {
  const number = phoneVerifiedAt ? phone : null
  return preferredChannel === 'sms' ? (number ?? email) : (email ?? number)
}

/** The same, read by PostgreSQL from a row of `people`. */
export const reach: SQL<string | null> = sql<string | null>`(case
  when ${people.phoneVerifiedAt} is null then ${people.email}
  when ${people.preferredChannel} = 'sms' then ${people.phone}
  else coalesce(${people.email}, ${people.phone}) end)`
