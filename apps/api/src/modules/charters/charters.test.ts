import { chartersContract as contract } from '@howcanwe/shared/charters'
import { codesignContract } from '@howcanwe/shared/codesign'
import type { Call } from '@howcanwe/shared/http'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDevice } from '../../../test/device.ts'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { atOnce } from '../../../test/waiting.ts'
import { sqlState } from '../../db/database.ts'
import { entered, letters, town } from '../codesign/codesign.fixture.ts'
import { charterText } from './charters.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

type Bloc = 'residents' | 'organisations' | 'public-bodies'

/** A group with people in their voices, each with their place open on a device of their own. */
async function group(seats: Partial<Record<Bloc, number>>) {
  const at = await town(world)
  const devices: Record<Bloc, Call[]> = { residents: [], organisations: [], 'public-bodies': [] }
  const members: string[] = []
  for (const [bloc, count] of Object.entries(seats) as [Bloc, number][])
    for (let i = 0; i < count; i++) {
      const { member, slip } = await entered(world, at, { bloc })
      const device = await aDevice(world)
      const { reference, words } = slip
      await device(codesignContract.openPlace, { body: { with: { reference, words } } })
      devices[bloc].push(device)
      members.push(member.id)
    }
  const params = { groupId: at.groupId }
  const yusuf = await world.as(at.people.yusuf)
  const asked = async (more = {}) => {
    await yusuf(contract.write, { params, body: charterText(more) })
    return yusuf(contract.ask, { params, body: {} })
  }
  const say = (device: Call, answer: 'agree' | 'not-yet', words = '', version = 1) =>
    device(contract.answer, { params, body: { version, answer, words } })
  const settle = () => yusuf(contract.settle, { params, body: {} })
  return { ...at, devices, members, params, yusuf, asked, say, settle }
}

const stateOf = async (groupId: string) =>
  (await world.db.execute<{ state: string }>(sql`select state from groups where id = ${groupId}`))
    .rows[0]?.state

describe('a group agrees its charter (CD1)', () => {
  it('when every seated voice can live with it, the group is convened and says so in public', async () => {
    const g = await group({ residents: 2, 'public-bodies': 1 })
    await g.asked()
    for (const device of [...g.devices.residents, ...g.devices['public-bodies']])
      await g.say(device, 'agree')
    expect((await g.settle()).state).toBe('agreed')
    expect(await stateOf(g.groupId)).toBe('convened')
    const { agreed } = await world.anyone(contract.read, { params: g.params })
    expect(agreed?.text.rules).toContain('One person speaks at a time')
  })
  it('officers alone do not make it so: residents who cannot live with it are a no [G]', async () => {
    const g = await group({ residents: 2, 'public-bodies': 3 })
    await g.asked()
    for (const device of g.devices['public-bodies']) await g.say(device, 'agree')
    expect((await refusal(g.settle())).code).toBe('charters.not_agreed')
    const [one, other] = g.devices.residents
    if (!one || !other) throw new Error('two residents sit here')
    await g.say(one, 'agree')
    const seen = await g.say(other, 'not-yet', 'Meet before school is out')
    expect(seen.wishes).toEqual([{ bloc: 'residents', words: 'Meet before school is out' }])
    expect((await refusal(g.settle())).code).toBe('charters.not_agreed')
    const direct = world.appDb.execute(
      sql`update charters set state = 'agreed', agreed_at = clock_timestamp() where group_id = ${g.groupId} and state = 'asked'`,
    )
    expect(await direct.catch((error: unknown) => sqlState(error))).toBe('HW241')
  })
  it('reworded, everybody is asked anew; nobody’s yes is taken along', async () => {
    const g = await group({ residents: 2 })
    await g.asked()
    for (const device of g.devices.residents) await g.say(device, 'agree')
    const again = await g.asked({ meeting: 'Mondays' })
    expect(again.charter.version).toBe(2)
    expect(again.voices.find(({ bloc }) => bloc === 'residents')).toMatchObject({ agree: 0 })
    expect((await refusal(g.settle())).code).toBe('charters.not_agreed')
  })
  it('a yes pressed on the wording before is a yes to no other', async () => {
    const g = await group({ residents: 1 })
    await g.asked()
    await g.asked({ fixed: 'Everything but the colour of the chairs' })
    const [kayleigh = world.anyone] = g.devices.residents
    expect((await refusal(g.say(kayleigh, 'agree'))).code).toBe('charters.reworded')
    const [memberId = ''] = g.members
    const typed = g.yusuf(contract.typeAnswer, {
      params: { ...g.params, memberId },
      body: { version: 1, answer: 'agree', words: '', readBack: true },
    })
    expect((await refusal(typed)).code).toBe('charters.reworded')
    expect((await refusal(g.settle())).code).toBe('charters.not_agreed')
    await g.say(kayleigh, 'agree', '', 2)
    expect((await g.settle()).state).toBe('agreed')
  })
  it('nor is it while the wording is being taken away', async () => {
    const g = await group({ residents: 1 })
    await g.asked()
    const [kayleigh = world.anyone] = g.devices.residents
    const [, answered] = await atOnce<unknown>(
      world,
      sql`select from charters where group_id = ${g.groupId} for update`,
      [
        () => g.yusuf(contract.write, { params: g.params, body: charterText({ rules: 'None' }) }),
        () => g.say(kayleigh, 'agree'),
      ],
    )
    expect(answered).toMatchObject({ reason: { problem: { code: 'charters.not_asked' } } })
  })
  it('members read it only once they are asked, and only what others wish, never who', async () => {
    const g = await group({ residents: 2 })
    await g.yusuf(contract.write, { params: g.params, body: charterText() })
    const [one, other] = g.devices.residents
    if (!one || !other) throw new Error('two residents sit here')
    expect((await one(contract.open, { params: g.params })).open).toBeNull()
    await g.yusuf(contract.ask, { params: g.params, body: {} })
    await g.say(one, 'not-yet', 'Too long')
    const seen = await other(contract.open, { params: g.params })
    expect(seen.open?.wishes).toEqual([{ bloc: 'residents', words: 'Too long' }])
    expect(JSON.stringify(seen)).not.toContain(g.members[0])
    expect((await refusal(world.anyone(contract.open, { params: g.params }))).code).toBe(
      'codesign.no_place_here',
    )
  })
  it('what somebody says by telephone is typed in, read back, and counts', async () => {
    const g = await group({ residents: 1 })
    await g.asked()
    const [memberId = ''] = g.members
    await g.yusuf(contract.typeAnswer, {
      params: { ...g.params, memberId },
      body: { version: 1, answer: 'agree', words: '', readBack: true },
    })
    expect((await g.settle()).state).toBe('agreed')
  })
  it('the trail says that somebody answered for them, and never what', async () => {
    const g = await group({ residents: 1 })
    await g.asked()
    const [memberId = ''] = g.members
    await g.yusuf(contract.typeAnswer, {
      params: { ...g.params, memberId },
      body: { version: 1, answer: 'not-yet', words: 'A secret wish', readBack: true },
    })
    const { rows } = await world.db.execute(
      sql`select 1 from audit_events e where to_jsonb(e)::text ~ 'A secret wish|not-yet'`,
    )
    expect(rows).toEqual([])
  })
  it('everybody who can be written to is asked by letter with their own way in', async () => {
    const g = await group({ residents: 1 })
    await entered(world, g, { contactBy: 'email', contact: `charter-${g.groupId}@example.org` })
    await g.asked()
    const [letter] = await letters(world, 'charters.asked', `charter-${g.groupId}@example.org`)
    expect(letter?.body).toContain('/my-place#')
  })
})

describe('a promise of say is kept (CD1, TR3)', () => {
  it('a lower step than people joined for is refused, by the product and by the database [G]', async () => {
    const g = await group({ residents: 1 })
    const lower = g.yusuf(contract.write, {
      params: g.params,
      body: charterText({ rung: 'consultation' }),
    })
    expect((await refusal(lower)).code).toBe('charters.rung_lower')
    const direct = world.appDb.execute(
      sql`update groups set rung = 'engagement' where id = ${g.groupId}`,
    )
    expect(await direct.catch((error: unknown) => sqlState(error))).toBe('HW243')
  })
  it('once agreed, what is fixed and decided is not changed behind the group’s back [G]', async () => {
    const g = await group({ residents: 1 })
    await g.asked()
    for (const device of g.devices.residents) await g.say(device, 'agree')
    await g.settle()
    for (const change of [
      sql`update groups set fixed = 'Everything' where id = ${g.groupId}`,
      sql`update groups set state = 'recruiting' where id = ${g.groupId}`,
      sql`delete from charters where group_id = ${g.groupId}`,
    ]) {
      const refused = await world.appDb.execute(change).catch((error: unknown) => sqlState(error))
      expect(['HW240', 'HW242']).toContain(refused)
    }
  })
  it('no group is convened without a charter it has agreed [G]', async () => {
    const g = await group({ residents: 1 })
    const direct = world.appDb.execute(
      sql`update groups set state = 'convened' where id = ${g.groupId}`,
    )
    expect(await direct.catch((error: unknown) => sqlState(error))).toBe('HW242')
  })
  it('whoever rests is not waited for, and does not answer', async () => {
    const g = await group({ residents: 2 })
    await g.asked()
    const [one, other] = g.devices.residents
    if (!one || !other) throw new Error('two residents sit here')
    const [, memberId = ''] = g.members
    await other(codesignContract.rest, { params: { memberId }, body: {} })
    expect((await refusal(g.say(other, 'agree'))).code).toBe('codesign.no_place_here')
    await g.say(one, 'agree')
    expect((await g.settle()).state).toBe('agreed')
  })
})
