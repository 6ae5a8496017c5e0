import type { OwnPlace, openPlace as schema } from '@howcanwe/shared/codesign'
import type * as z from 'zod/mini'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { hashOf, newToken, same } from '../../identity/index.ts'
import { refuse } from '../codesign.errors.ts'
import { foldWords, isLinkTo, placeIn, wordsHash } from '../codesign.keys.ts'
import { DEVICE_DAYS, SHARED_DEVICE_MINUTES } from '../codesign.rules.ts'
import * as q from '../queries/voices.own.queries.ts'
import { shownPlace } from './voice.ts'

type Shown = z.output<typeof schema>
const DAY_MINUTES = 1_440

/**
 * Opens a place on a device with the words of a slip or the link of a letter. One device may hold several.
 *
 * @param deviceKey what the device holds already, if anything
 * @returns the place, and the key the device keeps from now on
 * @throws codesign.slip_unknown · codesign.too_many_tries after five wrong words for one reference in a day
 */
export async function openPlace(
  deps: Deps,
  shown: Shown,
  deviceKey: string | undefined,
): Promise<{ place: OwnPlace; key: string }> {
  // A wrong try is counted and stays counted, so the refusal comes after the transaction.
  const found = await inTransaction(deps.db, (tx) =>
    'link' in shown ? byLink(deps, tx, shown.link) : byWords(deps, tx, shown),
  )
  if (typeof found === 'string') throw refuse(found)
  const key = deviceKey ?? newToken()
  await q.openOnDevice(deps.db, {
    memberId: found.member.id,
    keyVersion: found.member.keyVersion,
    keyHash: hashOf(key),
    minutes: shown.sharedDevice ? SHARED_DEVICE_MINUTES : DEVICE_DAYS * DAY_MINUTES,
  })
  return { place: shownPlace(found), key }
}

type Found = q.PlaceRow | 'codesign.slip_unknown' | 'codesign.too_many_tries'

async function byLink(deps: Deps, tx: Database, link: string): Promise<Found> {
  const id = placeIn(link)
  const place = id ? await q.placeById(tx, id) : undefined
  return place && isLinkTo(deps.config, place.member, link) ? place : 'codesign.slip_unknown'
}

/** A reference nobody has and words that are wrong read the same. */
async function byWords(
  deps: Deps,
  tx: Database,
  { reference, words }: { reference: string; words: string },
): Promise<Found> {
  const all = await q.placesByReference(tx, foldWords(reference))
  const left = await q.takeTry(
    tx,
    all.map(({ member }) => member.id),
  )
  if (all.length > 0 && left.size === 0) return 'codesign.too_many_tries'
  const place = all.find(
    ({ member: m }) =>
      left.has(m.id) && m.wordsHash && same(m.wordsHash, wordsHash(deps.config, m.id, words)),
  )
  if (!place) return 'codesign.slip_unknown'
  await q.forgiveTries(tx, place.member.id)
  return place
}

/** Nothing opened on this device stays open. */
export const closeHere = async (deps: Deps, deviceKey: string | undefined): Promise<void> => {
  if (deviceKey) await q.closeDevice(deps.db, hashOf(deviceKey))
}
