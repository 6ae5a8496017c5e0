import { type AmendmentKind, amendmentsContract } from '@howcanwe/shared/amendments'
import { challengesContract } from '@howcanwe/shared/challenges'
import type { CallArgs } from '@howcanwe/shared/http'
import { interestsContract } from '@howcanwe/shared/interests'
import { afterAll, beforeAll } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { startWorld, type World } from '../../../test/support.ts'

export type Changes = CallArgs<typeof amendmentsContract.amend>['body']['changes']

export let world: World
export let place: SeededPlace
export let ruth: string
export let dele: string
export let council: string
export let charity: string

/** A place with a commissioner, her council and a charity, for every test of a file. */
export function inTown(): void {
  beforeAll(async () => {
    world = await startWorld()
    place = await world.seed.place()
    ruth = await world.seed.person({
      name: 'Ruth',
      roles: [{ placeId: place.id, role: 'commissioner' }],
    })
    dele = await world.seed.person({ name: 'Dele' })
    council = await world.seed.organisation({
      place,
      name: 'Northgate Council',
      sector: 'public',
      members: [ruth],
    })
    charity = await world.seed.organisation({
      place,
      members: [dele],
      contactEmail: 'dele@youth.example',
    })
  })
  afterAll(() => world.close())
}

export const CLOSES = new Date(Date.now() + 30 * 86_400_000)
export const open = () =>
  world.seed.openChallenge({ place, commissioner: ruth, council, closesAt: CLOSES })
export const at = (challengeId: string) => ({ params: { challengeId } })
export const reason = 'The board decided on it last night.'
export const amend = async (
  id: string,
  kind: AmendmentKind,
  changes: Changes,
  { who = ruth, version = 1 } = {},
) =>
  (await world.as(who))(
    amendmentsContract.amend,
    { ...at(id), body: { kind, changes, reason } },
    { ifMatch: version },
  )
export const answer = async (id: string) =>
  (await world.as(dele))(interestsContract.express, {
    ...at(id),
    body: {
      organisationId: charity,
      why: 'We know forty carers who never had a Saturday.',
      bring: [],
      bringNote: '',
      hoursPerMonth: 6,
      fromWhen: null,
      need: [],
      needNote: '',
      together: 'alone',
      togetherWith: '',
      conflict: false,
      conflictNote: '',
    },
  })
export const read = (id: string) => world.anyone(challengesContract.read, { params: { slug: id } })
export const log = async (id: string) => (await world.anyone(amendmentsContract.log, at(id))).items
