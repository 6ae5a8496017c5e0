import { casesContract as contract } from '@howcanwe/shared/cases'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { someId, startWorld, type World } from '../../../test/support.ts'

export let world: World
export let here: SeededPlace
export let ines = ''
export let bea = ''
export let ruth = ''
export let council = ''
export let challengeId = ''

/** A place with two brokers, a commissioner, her council and its open challenge, new for every test of a file. */
export function inTown(): void {
  beforeAll(async () => {
    world = await startWorld()
  })
  afterAll(() => world.close())
  beforeEach(async () => {
    const { seed } = world
    here = await seed.place()
    ines = await seed.person({ name: 'Ines', roles: [{ placeId: here.id, role: 'broker' }] })
    bea = await seed.person({ name: 'Bea', roles: [{ placeId: here.id, role: 'broker' }] })
    ruth = await seed.person({ name: 'Ruth', roles: [{ placeId: here.id, role: 'commissioner' }] })
    council = await seed.organisation({
      place: here,
      name: `Council ${someId()}`,
      kind: 'council',
      sector: 'public',
      members: [ruth],
    })
    challengeId = await seed.openChallenge({ place: here, commissioner: ruth, council })
  })
}

/** What follows in a test is about another challenge. */
export const turnTo = (id: string): void => {
  challengeId = id
}

export const start = async (more: Partial<Parameters<typeof body>[0]> = {}, person = ines) =>
  (await world.as(person))(contract.start, { params: { placeId: here.id }, body: body(more) })
const body = (more: {
  title?: string
  nextAction?: string
  dueOn?: string
  challengeId?: string
}) => ({
  subject: { kind: 'challenge' as const, challengeId: more.challengeId ?? challengeId },
  title: more.title ?? 'Who reaches men over 60?',
  nextAction: more.nextAction ?? 'Ring the lunch club',
  dueOn: more.dueOn ?? '2031-03-04',
})
export const LINE = {
  kind: 'call' as const,
  whoAsked: 'Mr Okafor',
  consentReference: 'said yes on the phone',
  minutes: 25,
  outcome: 'The lunch club would like to hear more.',
}

export const queueOf = async (person = ines) =>
  (await world.as(person))(contract.queue, { params: { placeId: here.id } })

export const joins = (personId: string, organisationId: string) =>
  world.db.execute(sql`insert into memberships (place_id, organisation_id, person_id, lead)
    values (${here.id}, ${organisationId}, ${personId}, false)`)
