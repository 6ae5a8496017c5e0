import type { alertsContract, Hearing } from '@howcanwe/shared/alerts'
import type { Received } from '@howcanwe/shared/http'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { person } from '../../identity/index.ts'
import { requirePlace } from '../../places/index.ts'
import * as q from '../queries/hearing.queries.ts'
import { shownSearch } from './searches.ts'

type Change = Received<typeof alertsContract.change>['body']

/** When texts and emails rest where somebody has not said: nobody is woken by a text, and emails wait by themselves. */
const USUAL = [
  { channel: 'email', from: 0, until: 0 },
  { channel: 'sms', from: 21, until: 8 },
] as const

/**
 * What somebody hears about in a place.
 *
 * @throws places.not_found
 */
export async function hearingOf(db: Database, actor: Actor, placeId: string): Promise<Hearing> {
  await requirePlace(db, placeId)
  const me = await person(db, actor.personId)
  const hours = await q.hoursOf(db, actor.personId)
  const quiet = USUAL.map((usual) => {
    const said = hours.find((h) => h.channel === usual.channel)
    return said ? { channel: said.channel, from: said.quietFrom, until: said.quietUntil } : usual
  })
  return {
    wishes: await q.wishesOf(db, actor.personId),
    quiet,
    channel: me?.preferredChannel ?? 'email',
    language: me?.language === 'nl' ? 'nl' : 'en',
    searches: (await q.searchesOf(db, actor.personId, placeId)).map(shownSearch),
  }
}

/** What was being collected follows the new wish: it leaves now, goes, or waits for another morning. */
export async function wish(
  tx: Database,
  personId: string,
  one: NonNullable<Change['wishes']>[number],
): Promise<void> {
  await q.putWish(tx, personId, one)
  await followWish(tx, personId, one)
}

/** Letters that are being collected follow a wish. */
export async function followWish(
  tx: Database,
  personId: string,
  one: NonNullable<Change['wishes']>[number],
): Promise<void> {
  if (one.what !== 'waiting' && one.what !== 'mine') return
  if (one.how === 'never') await q.dropCollected(tx, personId, one.what)
  if (one.how === 'at-once') await q.releaseCollected(tx, personId, one.what)
}

/**
 * Changes part of what somebody hears about.
 *
 * @throws places.not_found
 */
export async function changeHearing(
  db: Database,
  actor: Actor,
  placeId: string,
  change: Change,
): Promise<Hearing> {
  return inTransaction(db, async (tx) => {
    await requirePlace(tx, placeId)
    const { personId } = actor
    for (const one of change.wishes ?? []) await wish(tx, personId, one)
    for (const hours of change.quiet ?? []) await q.putHours(tx, personId, hours)
    await q.windTurns(tx, personId)
    await record(tx, {
      placeId,
      actorId: personId,
      action: 'alerts.hearing-changed',
      subject: { kind: 'person', id: personId },
    })
    return hearingOf(tx, actor, placeId)
  })
}
