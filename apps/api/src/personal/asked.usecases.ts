import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { type Database, inTransaction } from '../db/database.ts'
import { openAlarm, record } from '../modules/audit/index.ts'
import { people } from '../modules/identity/identity.table.ts'
import { callingCodeOf, erasedLetter, lockPerson, readPhone } from '../modules/identity/index.ts'
import { wordsIn } from '../modules/notifications/index.ts'
import { places } from '../modules/places/places.table.ts'
import { blockersOf } from './erase.queries.ts'
import { eraseHeld, type Needs } from './erase.usecases.ts'
import { whoOf } from './held.who.ts'
import { placeOf } from './quiet.queries.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A number that somebody only saved may be another's: it finds nobody. */
async function isReachedBy(db: Database, typed: string) {
  if (UUID.test(typed)) return eq(people.id, typed)
  if (typed.includes('@')) return eq(people.email, typed.toLowerCase())
  const zones = await db.selectDistinct({ timeZone: places.timeZone }).from(places)
  const numbers = zones.flatMap((z) => readPhone(typed, callingCodeOf(z.timeZone)) ?? [])
  return and(isNotNull(people.phoneVerifiedAt), inArray(people.phone, numbers))
}

/**
 * Whom an id, an address or a proven number means, among those who are not erased.
 *
 * @returns undefined for nobody, and where a number could mean two
 */
export async function whoIsMeant(db: Database, typed: string): Promise<string | undefined> {
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(and(isNull(people.erasedAt), await isReachedBy(db, typed.trim())))
  return rows.length === 1 ? rows[0]?.id : undefined
}

/**
 * Erases somebody who asked whoever runs the service, because they cannot sign in (Article 17): the same as by their own
 * press. The event that they asked is what the database wants to see of somebody long away (HW085).
 *
 * @returns what kept it from being done
 */
export const eraseWhoAsked = (
  deps: Needs,
  db: Database,
  id: string,
): Promise<'done' | 'blocked' | 'gone' | 'read-only'> =>
  inTransaction(db, async (tx) => {
    if (await openAlarm(tx)) return 'read-only'
    const row = await lockPerson(tx, id)
    if (!row) return 'gone'
    if ((await blockersOf(tx, id)).length > 0) return 'blocked'
    await record(tx, {
      placeId: null,
      actorId: null,
      action: 'identity.erasure-asked',
      subject: { kind: 'person', id },
    })
    const place = await placeOf(tx, whoOf(row))
    const contact = [place?.contactName, place?.contactPhone].filter(Boolean).join(', ')
    await eraseHeld(deps, tx, row, {
      asked: true,
      actorId: null,
      action: 'identity.erased-when-asked',
      placeId: place?.id ?? null,
      letter: (language) => wordsIn(erasedLetter, language, { place: place?.name ?? '', contact }),
    })
    return 'done'
  })
