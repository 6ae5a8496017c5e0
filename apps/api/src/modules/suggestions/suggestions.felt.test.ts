import { sessionsContract } from '@howcanwe/shared/sessions'
import { suggestionsContract } from '@howcanwe/shared/suggestions'
import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { entered, town } from '../codesign/codesign.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

type Bloc = 'residents' | 'organisations' | 'public-bodies'
type Town = Awaited<ReturnType<typeof town>>

const seated = async (at: Town, bloc: Bloc, count: number): Promise<string[]> => {
  const ids = []
  for (let n = 0; n < count; n++) ids.push((await entered(world, at, { bloc })).member.id)
  return ids
}

/** A session of some days ago with what people said of it: 1 to 5, twice. */
async function heldAgo(at: Town, days: number, said: Record<string, [number, number]>) {
  const id = v7()
  await world.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(sql`
      insert into group_sessions (id, place_id, group_id, starts_at, ends_at, venue, getting_there, step_free, state)
      values (${id}, ${at.place.id}, ${at.groupId}, now() - ${days}::int * interval '1 day',
        now() - ${days}::int * interval '1 day' + interval '2 hours', 'Elmside Hall', '', true, 'held')`)
    for (const [memberId, [heard, changed]] of Object.entries(said))
      await tx.execute(sql`
        insert into session_felt (place_id, session_id, member_id, heard, changed)
        values (${at.place.id}, ${id}, ${memberId}, ${heard}, ${changed})`)
  })
  return id
}

async function pages(at: Town, sessionId: string) {
  const yusuf = await world.as(at.people.yusuf)
  const { felt } = await yusuf(sessionsContract.read, {
    params: { groupId: at.groupId, sessionId },
  })
  const influence = await yusuf(suggestionsContract.influence, { params: { groupId: at.groupId } })
  return { page: felt.shown, influence: influence.felt }
}

describe('one page taken from another leaves no answer of fewer than five (M23, T-13)', () => {
  it('the one officer beside five people of organisations', async () => {
    const at = await town(world, { places: 20 })
    const five = await seated(at, 'organisations', 5)
    const [officer = ''] = await seated(at, 'public-bodies', 1)
    const said = Object.fromEntries(five.map((id) => [id, [4, 4] as [number, number]]))
    const sessionId = await heldAgo(at, 9, { ...said, [officer]: [1, 1] })
    const { page, influence } = await pages(at, sessionId)
    expect(page?.all).toBeNull()
    expect(page?.blocs[1]?.mean).toMatchObject({ people: 5, heard: 4, changed: 4 })
    expect(influence.professionals).toEqual({ mean: 4, answers: 5 })
  })

  it('the one resident who came to the session before that of five', async () => {
    const at = await town(world, { places: 20 })
    const [first = '', ...five] = await seated(at, 'residents', 6)
    await heldAgo(at, 20, { [first]: [1, 2] })
    const said = Object.fromEntries(five.map((id) => [id, [5, 5] as [number, number]]))
    const sessionId = await heldAgo(at, 9, said)
    const { page, influence } = await pages(at, sessionId)
    expect(page?.blocs[0]?.mean).toMatchObject({ people: 5, heard: 5, changed: 5 })
    expect(influence.residents).toEqual({ mean: 5, answers: 5 })
  })
})
