import { invitationsContract } from '@howcanwe/shared/invitations'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { startWorld, type World } from '../../../test/support.ts'

export let world: World
export let here: SeededPlace
export let ines = ''
export let ruth = ''
export let council = ''
export let challengeId = ''
export let districts = 200
export let lad = ''

/** A place of its own district with a broker, a commissioner, her council and its open challenge, new for every test of a file. */
export function inTown(): void {
  beforeAll(async () => {
    world = await startWorld()
  })
  afterAll(() => world.close())
  beforeEach(async () => {
    const { seed } = world
    lad = `E09000${++districts}`
    here = await seed.place({ ladCodes: [lad], name: 'Northgate and Elmside' })
    ines = await seed.person({ name: 'Ines', roles: [{ placeId: here.id, role: 'broker' }] })
    ruth = await seed.person({ name: 'Ruth', roles: [{ placeId: here.id, role: 'commissioner' }] })
    council = await seed.organisation({
      place: here,
      name: `Council ${districts}`,
      kind: 'council',
      sector: 'public',
      members: [ruth],
    })
    challengeId = await seed.openChallenge({
      place: here,
      commissioner: ruth,
      council,
      slug: `breaks-${districts}`,
    })
  })
}

/** What follows in a test is about another challenge. */
export const turnTo = (id: string): void => {
  challengeId = id
}

type Kind = 'organisation' | 'register'
export const WHY = 'Carers in Northgate already come to you on Tuesdays.'
const as = (kind: Kind) => (id: string) => ({ kind, id, why: WHY })
export const organisation = as('organisation')
export const register = as('register')
export const invite = async (candidates: ReturnType<typeof organisation>[], person = ines) =>
  (await world.as(person))(invitationsContract.invite, {
    params: { challengeId },
    body: { candidates },
  })
export const invited = async () =>
  (await (await world.as(ines))(invitationsContract.list, { params: { challengeId } })).items

/** Rows that an invitation to this challenge leaves behind. */
export async function traces() {
  const count = async (query: ReturnType<typeof sql>) =>
    Number((await world.db.execute<{ n: string }>(query)).rows[0]?.n)
  return {
    invitations: await count(
      sql`select count(*) n from invitations where challenge_id = ${challengeId}`,
    ),
    trail: await count(
      sql`select count(*) n from audit_events where action = 'invitations.sent' and after->>'challengeId' = ${challengeId}`,
    ),
    letters: await count(
      sql`select count(*) n from outbox where template = 'invitations.invited' and place_id = ${here.id}`,
    ),
  }
}
export const NONE = { invitations: 0, trail: 0, letters: 0 }
