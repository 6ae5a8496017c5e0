import { interestsContract as contract } from '@howcanwe/shared/interests'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { startWorld, type World } from '../../../test/support.ts'

export let world: World
export let town: SeededPlace
export let ruth: string
export let council: string
export let broker: string
export let facilitator: string
export let amina: string
export let carers: string
export let challengeId: string

/** A place with a commissioner and her council, for every test of a file; each test has a challenge and carers of its own. */
export function inTown(): void {
  beforeAll(async () => {
    world = await startWorld()
    const { seed } = world
    town = await seed.place({ name: 'Northgate and Elmside' })
    ruth = await seed.person({
      name: 'Ruth',
      roles: [{ placeId: town.id, role: 'commissioner' }],
    })
    council = await seed.organisation({
      place: town,
      name: 'Northgate Council',
      kind: 'council',
      sector: 'public',
      incomeBand: 'not-a-charity',
      members: [ruth],
    })
    broker = await seed.person({ roles: [{ placeId: town.id, role: 'broker' }] })
    facilitator = await seed.person({ roles: [{ placeId: town.id, role: 'facilitator' }] })
  })
  afterAll(() => world.close())
  beforeEach(async () => {
    amina = await world.seed.person({ name: 'Amina' })
    carers = await world.seed.organisation({ place: town, members: [amina], contactName: 'Amina' })
    challengeId = await world.seed.openChallenge({ place: town, commissioner: ruth, council })
  })
}

/** From here on it is this organisation that answers. */
export function answerFor(id: string): void {
  carers = id
}

/** From here on it is about this challenge. */
export function turnTo(id: string): void {
  challengeId = id
}

export const answers = {
  why: 'Nine of us look after someone, and none of us has had a Saturday off this year.',
  bring: ['caring-support', 'outreach'] as ('caring-support' | 'outreach')[],
  bringNote: 'Forty carers who trust us.',
  hoursPerMonth: 12,
  fromWhen: '2027-04-01',
  need: ['backfill-pay'] as 'backfill-pay'[],
  needNote: '',
  together: 'find-us-partners' as const,
  togetherWith: '',
  conflict: false,
  conflictNote: '',
}

export const send = async (person = amina, more: object = {}) =>
  (await world.as(person))(contract.express, {
    params: { challengeId },
    body: { organisationId: carers, ...answers, ...more },
  })
export const rowsOf = async <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
  (await world.db.execute<T>(query)).rows
export const trailOf = (id: string) =>
  rowsOf<{ action: string; actor_id: string; before: unknown; after: unknown }>(
    sql`select action, actor_id, before, after from audit_events where subject_id = ${id} order by id`,
  )
export const lettersTo = async (organisationId: string) =>
  rowsOf<{ template: string; subject: string; body: string }>(
    sql`select template, subject, body from outbox where recipient =
      (select contact_email from organisations where id = ${organisationId}) order by id`,
  )
export const storedCount = async () =>
  (await rowsOf(sql`select id from interests where challenge_id = ${challengeId}`)).length
