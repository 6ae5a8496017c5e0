import { recruitmentContract as contract } from '@howcanwe/shared/recruitment'
import { supportersContract } from '@howcanwe/shared/supporters'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { letters } from '../codesign/codesign.fixture.ts'
import { askJoy, helped, pair } from '../supporters/supporters.fixture.ts'
import { drawing, name } from './recruitment.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

async function twoAndADraw() {
  const two = await pair(world)
  const t = await drawing(world)
  const put = (call: typeof two.forHim, contact: string) =>
    call(contract.putIn, { params: t.params, body: name('Elmside', { contact }) })
  const inIt = async () => {
    const { rows } = await world.db.execute<{ contact: string }>(sql`
      select contact from recruitment_names n join recruitments r on r.id = n.recruitment_id
      where r.group_id = ${t.groupId}`)
    return rows.map(({ contact }) => contact)
  }
  return { ...two, t, put, inIt }
}

describe('Joy, who takes part for Mr Okafor, puts his name into the draw (§2.2, CD7)', () => {
  it('with his own address; he is told, and sees that she did it', async () => {
    const s = await twoAndADraw()
    const supportId = await helped(s)
    const { token } = await s.put(s.forHim, s.okafor.email)
    expect(await s.inIt()).toEqual([s.okafor.email])
    expect(await letters(world, 'recruitment.in', s.okafor.email)).toHaveLength(1)
    expect(await world.anyone(contract.slip, { body: { token } })).toMatchObject({
      outcome: 'waiting',
    })
    const acts = await s.okafor.call(supportersContract.acts, { params: { supportId } })
    expect(acts.items.map(({ action }) => action)).toEqual(['supporters.put-name-in'])
  })

  it('not with hers, which would be her own name in his', async () => {
    const s = await twoAndADraw()
    await helped(s)
    const own = await refusal(s.put(s.forHim, s.joy.email))
    expect(own.code).toBe('codesign.not_their_contact')
    expect(await s.inIt()).toEqual([])
  })

  it('and has no second chance beside it: signed in she reads so, and without an account it looks like any other', async () => {
    const s = await twoAndADraw()
    await helped(s)
    await s.put(s.forHim, s.okafor.email)
    const own = await refusal(s.put(s.joy.call, s.joy.email))
    expect(own.code).toBe('supporters.own_place')
    const quiet = await s.put(world.anyone, s.joy.email)
    expect(Object.keys(quiet)).toEqual(['reference', 'token'])
    expect(await letters(world, 'recruitment.held-back', s.joy.email)).toHaveLength(1)
    expect(await s.inIt()).toEqual([s.okafor.email])
  })

  it('who has a name in the draw cannot begin to help somebody who is in it too', async () => {
    const s = await twoAndADraw()
    await s.put(world.anyone, s.okafor.email)
    await s.put(world.anyone, s.joy.email)
    const { id } = await askJoy(s)
    const yes = s.joy.call(supportersContract.accept, { params: { supportId: id }, body: {} })
    expect((await refusal(yes)).code).toBe('supporters.own_place')
  })

  it('of the two at the same moment one name is in (HW077)', async () => {
    const s = await twoAndADraw()
    await helped(s)
    await Promise.allSettled([s.put(s.forHim, s.okafor.email), s.put(world.anyone, s.joy.email)])
    expect(await s.inIt()).toHaveLength(1)
  })

  it('who was asked for answers alone does not put names in', async () => {
    const s = await twoAndADraw()
    await helped(s, ['answers'])
    const { token } = await s.put(s.forHim, s.okafor.email)
    // As anybody could, who knows his address: it is not noted as done for him.
    expect(token).toBeTruthy()
    const { rows } = await world.db.execute(sql`
      select 1 from audit_events where action = 'supporters.put-name-in' and actor_id = ${s.okafor.id}`)
    expect(rows).toEqual([])
  })
})
