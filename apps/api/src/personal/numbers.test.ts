import { codesignContract } from '@howcanwe/shared/codesign'
import { formatsContract as contract } from '@howcanwe/shared/formats'
import { identityContract } from '@howcanwe/shared/identity'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../test/support.ts'
import { join, town } from '../modules/codesign/codesign.fixture.ts'

let world: World
let t: Awaited<ReturnType<typeof town>>
beforeAll(async () => {
  world = await startWorld()
  t = await town(world)
})
afterAll(() => world.close())

const onDesk = async (contact: string) => {
  const yusuf = await world.as(t.people.yusuf)
  const { items } = await yusuf(codesignContract.members, { params: { groupId: t.groupId } })
  return items.find((m) => m.contact === contact)?.formats
}

describe('whose place it is, by number', () => {
  it.each([
    ['0151 496 0123', '+447514960123', '07514 960 123'],
    ['01482 123456', '+447482123456', '(07482) 123-456'],
    ['0191 498 0123', '+447914980123', '0044 7914 980123'],
  ])(
    'a place under the landline %s is not that of whoever proved the mobile %s',
    async (landline, phone, written) => {
      const id = await world.seed.person({ email: null, phone, phoneVerifiedAt: new Date() })
      await join(world.anyone, t.groupId, {
        contactBy: 'phone',
        contact: landline,
        needs: 'A chair',
      })
      const call = await world.as(id)
      const body = { formats: ['audio' as const], consentVersion: '2026-11' }
      expect(await call(contract.choose, { body }, { ifMatch: 1 })).toMatchObject({
        seenIn: [],
        notYetIn: [],
      })
      expect(await onDesk(landline)).toEqual([])
      const held = JSON.stringify(await call(identityContract.everything))
      expect(held).not.toContain(landline)
      expect(held).not.toContain('A chair')
      const places = sql`select p from places_of(${id}) p union select group_id from group_places_of(${id})`
      expect((await world.appDb.execute(places)).rows).toEqual([])
      await join(world.anyone, (await town(world)).groupId, {
        contactBy: 'phone',
        contact: written,
      })
      expect((await world.appDb.execute(places)).rows).toHaveLength(2)
      await call(identityContract.erase, { body: { word: 'erase' } })
      expect(await onDesk(landline)).toEqual([])
    },
  )

  it('a number without a country is one of the place’s own', async () => {
    const [dutch, british] = await Promise.all(
      ['+31612345678', '+44612345678'].map((phone) =>
        world.seed.person({ email: null, phone, phoneVerifiedAt: new Date() }),
      ),
    )
    const there = await town(world)
    await world.db.execute(
      sql`update places set time_zone = 'Europe/Amsterdam' where id = ${there.place.id}`,
    )
    await join(world.anyone, there.groupId, { contactBy: 'phone', contact: '06 12345678' })
    const groupsOf = async (id = '') => {
      const { notYetIn } = await (await world.as(id))(contract.mine)
      return notYetIn.map((g) => g.id)
    }
    expect(await groupsOf(dutch)).toEqual([there.groupId])
    expect(await groupsOf(british)).toEqual([])
  })
})
