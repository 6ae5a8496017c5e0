import type { Bloc, OwnPlace, Room } from '@howcanwe/shared/codesign'
import type { Database } from '../../../db/database.ts'
import { hashOf } from '../../identity/index.ts'
import type { Knock } from '../codesign.cookies.ts'
import { refuse } from '../codesign.errors.ts'
import { runs } from '../codesign.policy.ts'
import { groupById } from '../queries/groups.queries.ts'
import * as q from '../queries/voices.own.queries.ts'

/** Somebody who takes part in a group, however they are known: what every use case inside a group asks for first. */
export interface Voice {
  memberId: string
  groupId: string
  placeId: string
  bloc: Bloc
  firstName: string
  reference: string
  language: string
  isResting: boolean
  /** How they came: a place opened on this device, an account, or somebody who acts for them. */
  by: 'device' | 'account' | 'supporter'
  /** Who really presses, where there is an account: for the trail. */
  actorId: string | null
}

const voiceOf = ({ member: m }: q.PlaceRow, by: Voice['by'], actorId: string | null): Voice => ({
  memberId: m.id,
  groupId: m.groupId,
  placeId: m.placeId,
  bloc: m.bloc,
  firstName: m.firstName,
  reference: m.reference,
  language: m.language,
  isResting: m.state === 'resting',
  by,
  actorId,
})

/** All places somebody can use here; with an account and a device both, the account goes first. */
async function placesOf(db: Database, { actor, deviceKey }: Knock, groupId?: string) {
  const own = actor ? await q.placesByAccount(db, actor.personId, groupId) : []
  // Whoever acts for somebody speaks for them alone, whatever was opened on the device.
  if (actor?.supporter || !deviceKey) return own.map((place) => ({ place, by: 'account' as const }))
  const opened = await q.placesOnDevice(db, hashOf(deviceKey), groupId)
  const known = new Set(own.map(({ member }) => member.id))
  return [
    ...own.map((place) => ({ place, by: 'account' as const })),
    ...opened
      .filter(({ member }) => !known.has(member.id))
      .map((place) => ({ place, by: 'device' as const })),
  ]
}

/** The voice somebody has in a group, if any. */
export async function voiceIn(
  db: Database,
  knock: Knock,
  groupId: string,
): Promise<Voice | undefined> {
  const [first] = await placesOf(db, knock, groupId)
  if (!first) return undefined
  const { actor } = knock
  if (first.by === 'device') return voiceOf(first.place, 'device', null)
  const actorId = actor?.supporter?.personId ?? actor?.personId ?? null
  return voiceOf(first.place, actor?.supporter ? 'supporter' : 'account', actorId)
}

/** @throws codesign.no_place_here */
export async function requireVoice(db: Database, knock: Knock, groupId: string): Promise<Voice> {
  const voice = await voiceIn(db, knock, groupId)
  if (!voice) throw refuse('codesign.no_place_here')
  return voice
}

/** One place of one's own by its id. @throws codesign.no_place_here also for somebody else's */
export async function requireOwnPlace(
  db: Database,
  knock: Knock,
  memberId: string,
): Promise<q.PlaceRow> {
  const own = (await placesOf(db, knock)).find(({ place }) => place.member.id === memberId)
  if (!own) throw refuse('codesign.no_place_here')
  return own.place
}

export const shownPlace = ({ member: m, groupName }: q.PlaceRow): OwnPlace => ({
  id: m.id,
  group: { id: m.groupId, name: groupName },
  reference: m.reference,
  firstName: m.firstName,
  bloc: m.bloc,
  ways: m.ways,
  state: m.state,
  claimed: m.personId !== null,
})

export const ownPlaces = async (db: Database, knock: Knock): Promise<OwnPlace[]> =>
  (await placesOf(db, knock)).map(({ place }) => shownPlace(place))

/**
 * A group from within, for whoever takes part and whoever runs it.
 *
 * @throws codesign.group_not_found · codesign.no_place_here
 */
export async function roomOf(db: Database, knock: Knock, groupId: string): Promise<Room> {
  const group = await groupById(db, groupId)
  if (!group) throw refuse('codesign.group_not_found')
  const [mine] = await placesOf(db, knock, groupId)
  const isFacilitator = knock.actor !== undefined && runs(knock.actor, group)
  if (!mine && !isFacilitator) throw refuse('codesign.no_place_here')
  return {
    group: { id: group.id, name: group.name, state: group.state },
    me: mine ? shownPlace(mine.place) : null,
    runs: isFacilitator,
    members: await q.countBlocs(db, groupId),
  }
}
