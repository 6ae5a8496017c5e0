import { amendmentsContract } from '@howcanwe/shared/amendments'
import { interestsContract as contract } from '@howcanwe/shared/interests'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'

let world: World
let town: SeededPlace
let ruth: string
let council: string
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

async function newTown() {
  town = await world.seed.place()
  ruth = await world.seed.person({ roles: [{ placeId: town.id, role: 'commissioner' }] })
  council = await world.seed.organisation({ place: town, kind: 'council', members: [ruth] })
}

/** A challenge with answers that took these seconds each. */
async function answeredIn(seconds: (number | undefined)[]): Promise<string> {
  const challengeId = await world.seed.openChallenge({ place: town, commissioner: ruth, council })
  for (const secondsTaken of seconds) {
    const person = await world.seed.person()
    const organisationId = await world.seed.organisation({ place: town, members: [person] })
    await (await world.as(person))(contract.express, {
      params: { challengeId },
      body: {
        organisationId,
        ...{ why: 'Nine of us look after someone.', bring: [], bringNote: '' },
        ...{ hoursPerMonth: 12, fromWhen: null, need: [], needNote: '' },
        ...{ together: 'alone' as const, togetherWith: '', conflict: false, conflictNote: '' },
        ...(secondsTaken === undefined ? {} : { secondsTaken }),
      },
    })
  }
  return challengeId
}
const times = (challengeId?: string) =>
  world.anyone(contract.answerTimes, {
    params: { placeId: town.id },
    query: challengeId ? { challengeId } : {},
  })
const MINUTES = [4, 6, 8, 10, 20].map((minutes) => minutes * 60)

it('anybody reads how long half of all needed, and nine in ten, once the challenge has closed (M4)', async () => {
  await newTown()
  const challengeId = await answeredIn(MINUTES)
  expect(await times(challengeId)).toEqual({ place: null, challenge: null })
  await world.seed.passDeadline(challengeId)
  const five = { count: 5, p50Seconds: 480, p90Seconds: 960 }
  expect(await times(challengeId)).toEqual({ place: five, challenge: five })
  expect(await times()).toEqual({ place: five, challenge: null })
})

it('nobody can count along with a challenge that stands still past its closing time', async () => {
  await newTown()
  const challengeId = await answeredIn(MINUTES)
  await (await world.as(ruth))(amendmentsContract.pause, {
    params: { challengeId },
    body: {
      reason: 'The school is closed after the flood.',
      until: new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10),
    },
  })
  await world.seed.passDeadline(challengeId)
  expect(await times(challengeId)).toEqual({ place: null, challenge: null })
})

it('four answers are not a number, and two challenges of four are one for the place', async () => {
  await newTown()
  const one = await answeredIn(MINUTES.slice(0, 4))
  await world.seed.passDeadline(one)
  expect(await times(one)).toEqual({ place: null, challenge: null })
  const other = await answeredIn(MINUTES.slice(0, 4))
  await world.seed.passDeadline(other)
  const both = await times(other)
  expect([both.place?.count, both.challenge]).toEqual([8, null])
})

it('a page left open overnight, a slip, a silent clock and answers taken back are not counted', async () => {
  await newTown()
  const challengeId = await answeredIn([...MINUTES, 19, 14_401, undefined, 600])
  const { rows } = await world.db.execute<{ seconds: number | null }>(
    sql`select seconds_taken as seconds from interests where challenge_id = ${challengeId} order by id`,
  )
  expect(rows.map((row) => row.seconds)).toEqual([...MINUTES, null, null, null, 600])
  await world.db.execute(
    sql`update interests set state = 'withdrawn' where challenge_id = ${challengeId} and seconds_taken = 600
      and id = (select max(id::text)::uuid from interests where challenge_id = ${challengeId})`,
  )
  await world.seed.passDeadline(challengeId)
  expect((await times(challengeId)).challenge?.count).toBe(5)
})

it('a place speaks of its last twelve months, a challenge of itself', async () => {
  await newTown()
  const challengeId = await answeredIn(MINUTES)
  await world.db.execute(
    sql`update interests set received_at = received_at - interval '13 months' where challenge_id = ${challengeId}`,
  )
  await world.seed.passDeadline(challengeId)
  expect(await times(challengeId)).toMatchObject({ place: null, challenge: { count: 5 } })
})

it('a place that does not exist is not known, and a challenge of another place has no number here', async () => {
  await newTown()
  const challengeId = await answeredIn(MINUTES)
  await world.seed.passDeadline(challengeId)
  await newTown()
  expect(await times(challengeId)).toEqual({ place: null, challenge: null })
  const unknown = world.anyone(contract.answerTimes, { params: { placeId: someId() }, query: {} })
  expect((await refusal(unknown)).code).toBe('places.not_found')
})
