import { invitationsContract } from '@howcanwe/shared/invitations'
import type { IncomeBand } from '@howcanwe/shared/organisations'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { registerEntry } from '../../../test/register-entry.ts'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'

let world: World
let here: SeededPlace
let ines = ''
let sam = ''
let challengeId = ''
let districts = 700
let lad = ''

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  const { seed } = world
  lad = `E09000${++districts}`
  here = await seed.place({ ladCodes: [lad] })
  ines = await seed.person({ name: 'Ines', roles: [{ placeId: here.id, role: 'broker' }] })
  sam = await seed.person({ name: 'Sam', roles: [{ placeId: here.id, role: 'broker' }] })
  const ruth = await seed.person({ roles: [{ placeId: here.id, role: 'commissioner' }] })
  challengeId = await seed.openChallenge({ place: here, commissioner: ruth })
})

const WHY = 'Carers in Northgate already come to you on Tuesdays.'
interface One {
  kind: 'organisation' | 'register'
  id: string
}
/** Organisations that fit: they share a theme with the question. */
const some = (count: number, incomeBand: IncomeBand): Promise<One[]> =>
  Promise.all(
    Array.from({ length: count }, async () => ({
      kind: 'organisation' as const,
      id: await world.seed.organisation({ place: here, incomeBand }),
    })),
  )
const invite = async (candidates: readonly One[], person = ines) =>
  (await world.as(person))(invitationsContract.invite, {
    params: { challengeId },
    body: { candidates: candidates.map((one) => ({ ...one, why: WHY })) },
  })
const count = async () =>
  (await (await world.as(ines))(invitationsContract.list, { params: { challengeId } })).items.length

const row = (organisationId: string) =>
  sql`(${someId()}::uuid, ${here.id}::uuid, ${challengeId}::uuid, ${organisationId}::uuid, 'because', 'by-hand', ${ines}::uuid)`
const put = (ids: readonly string[]) =>
  world.appDb.execute(sql`
    insert into invitations (id, place_id, challenge_id, organisation_id, why, channel, invited_by)
    values ${sql.join(ids.map(row), sql`, `)}`)
/** What is said to be ticked, and to be unticked. */
const ways = (more: number, fewer: number) => [
  { pointer: '#/body/candidates', code: 'small_missing', limit: more },
  { pointer: '#/body/candidates', code: 'large_too_many', limit: fewer },
]

describe('of every ten invitations, the small have their share (FR-05)', () => {
  it('the tenth has to keep the share, and Ines is told how many are missing', async () => {
    const large = await some(12, 'large')
    const small = await some(6, 'micro')
    await invite([...large.slice(0, 6), ...small.slice(0, 3)])
    const problem = await refusal(invite(large.slice(6, 7)))
    expect(problem.code).toBe('invitations.unbalanced')
    expect(problem.errors).toEqual(ways(1, 1))
    expect(await count()).toBe(9)
    await invite(small.slice(3, 4))
    expect(await count()).toBe(10)
    await invite(large.slice(6, 11))
    expect(await count()).toBe(15)
  })

  it('nine large ones do not take the room of the small: what is sent is not taken back', async () => {
    const large = await some(9, 'large')
    const small = await some(9, 'micro')
    const problem = await refusal(invite(large))
    expect(problem.code).toBe('invitations.unbalanced')
    expect(problem.errors).toEqual(ways(5, 4))
    await invite(large.slice(0, 5))
    expect((await refusal(invite(large.slice(5, 6)))).code).toBe('invitations.unbalanced')
    await invite(small.slice(0, 5))
    expect(await count()).toBe(10)
    await invite(large.slice(5, 9))
    expect(await count()).toBe(14)
  })

  it('where the tenth was out of reach before this was looked at, small ones go, and bring the next', async () => {
    const large = await some(12, 'large')
    const small = await some(12, 'micro')
    await put(large.slice(0, 9).map((one) => one.id))
    expect((await refusal(invite(large.slice(9, 10)))).errors).toEqual(ways(1, 1))
    await invite(small.slice(0, 1))
    await invite(small.slice(1, 10))
    await invite(large.slice(9, 10))
    expect(await count()).toBe(20)
  })

  it('a batch over two tenths goes when its best order keeps both, and goes out in that order', async () => {
    const large = await some(12, 'large')
    const small = await some(12, 'none')
    const { items } = await invite([...large.slice(0, 10), ...small.slice(0, 10)])
    expect(items.map((i) => i.incomeBand)).toEqual([
      ...Array(10).fill('none'),
      ...Array(10).fill('large'),
    ])
    const problem = await refusal(invite([...large.slice(10), ...(await some(8, 'major'))]))
    expect(problem.errors).toEqual(ways(2, 2))
    expect(await count()).toBe(20)
  })

  it('an entry of the register that does not say what it takes in counts as small', async () => {
    const large = await some(9, 'large')
    const silent = await registerEntry(world.db, { areas: [lad], incomeBand: null })
    await invite(large)
    await invite([{ kind: 'register', id: silent }])
    expect(await count()).toBe(10)
  })

  it('two brokers at once do not slip past the tenth together', async () => {
    const large = await some(12, 'large')
    const small = await some(6, 'small')
    await invite([...large.slice(0, 4), ...small.slice(0, 1)])
    const both = await Promise.allSettled([
      invite([...large.slice(4, 6), ...small.slice(1, 2)], ines),
      invite([...large.slice(6, 8), ...small.slice(2, 3)], sam),
    ])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({
      reason: { code: 'invitations.unbalanced' },
    })
    expect(await count()).toBe(8)
  })
})

describe('the database itself', () => {
  const said = (work: Promise<unknown>) => work.then(() => 'went', sqlState)

  const counted = (all: number, small: number) =>
    world.appDb.execute(sql`
      insert into invitation_balances (challenge_id, place_id, eligible_all, eligible_small)
      values (${challengeId}::uuid, ${here.id}::uuid, ${all}, ${small})
      on conflict (challenge_id) do update set eligible_all = ${all}, eligible_small = ${small}`)
  const ids = async (...of: Parameters<typeof some>) => (await some(...of)).map((one) => one.id)

  it('refuses the tenth while nobody has counted, and when the stored counts say no (HW125)', async () => {
    const large = await ids(11, 'large')
    const [small = ''] = await ids(1, 'micro')
    expect(await said(put(large.slice(0, 10)))).toBe('HW125')
    expect(await said(put(large.slice(0, 9)))).toBe('went')
    expect(await said(put(large.slice(9, 10)))).toBe('HW125')
    expect(await said(put([small]))).toBe('HW125')
    await counted(10, 1)
    expect(await said(put(large.slice(9, 10)))).toBe('HW125')
    expect(await said(put([small]))).toBe('went')
  })

  it('refuses the larger one that takes the room of the small, one by one, in one go, and in any order (HW125)', async () => {
    const large = await ids(12, 'large')
    const small = await ids(10, 'micro')
    await counted(20, 10)
    expect(await said(put(large.slice(0, 6)))).toBe('HW125')
    expect(await said(put([...large.slice(0, 6), ...small.slice(0, 4)]))).toBe('HW125')
    for (const one of large.slice(0, 5)) expect(await said(put([one]))).toBe('went')
    expect(await said(put(large.slice(5, 6)))).toBe('HW125')
    expect(await said(put([...small.slice(0, 4), ...large.slice(5, 6)]))).toBe('HW125')
    expect(await said(put(small.slice(0, 5)))).toBe('went')
    expect(await said(put(large.slice(5, 11)))).toBe('HW125')
    expect(await said(put(large.slice(5, 10)))).toBe('went')
    expect(await count()).toBe(15)
  })

  it('keeps room only for as many small ones as fit', async () => {
    const large = await ids(10, 'large')
    await counted(4, 2)
    expect(await said(put(large.slice(0, 8)))).toBe('went')
    expect(await said(put(large.slice(8, 9)))).toBe('HW125')
  })

  it('lets small ones go where the tenth is lost, and a larger one only when the next can be reached', async () => {
    const large = await ids(12, 'large')
    const small = await ids(3, 'none')
    await put(large.slice(0, 9))
    await counted(20, 10)
    expect(await said(put(large.slice(9, 10)))).toBe('HW125')
    expect(await said(put(small.slice(0, 1)))).toBe('went')
    expect(await said(put(large.slice(9, 11)))).toBe('HW125')
    expect(await said(put(large.slice(9, 10)))).toBe('went')
    expect(await said(put(large.slice(10, 11)))).toBe('HW125')
    expect(await said(put(small.slice(1)))).toBe('went')
  })

  it('lets two writers past one after the other only', async () => {
    const large = (await some(10, 'large')).map((one) => one.id)
    await put(large.slice(0, 8))
    const both = await Promise.all(large.slice(8).map((id) => said(put([id]))))
    expect(both.sort()).toEqual(['HW125', 'went'])
  })

  it('keeps invitations as they were sent (HW127), and asks nobody who pauses (HW126)', async () => {
    const [one] = await some(1, 'large')
    const paused = await world.seed.organisation({ place: here, state: 'paused' })
    await put([one?.id ?? ''])
    const other = await world.seed.organisation({ place: here })
    expect(await said(put([paused]))).toBe('HW126')
    for (const change of [
      sql`delete from invitations where challenge_id = ${challengeId}`,
      sql`update invitations set organisation_id = ${other} where challenge_id = ${challengeId}`,
    ])
      expect(await said(world.appDb.execute(change))).toBe('HW127')
  })
})
