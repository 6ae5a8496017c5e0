import { identityContract } from '@howcanwe/shared/identity'
import { recruitmentContract as contract } from '@howcanwe/shared/recruitment'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { forgetOld } from '../../retention/index.ts'
import { tablesHolding } from '../codesign/codesign.fixture.ts'
import { drawing, opening, SENSITIVE } from './recruitment.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

it('Kayleigh takes along what she said for a draw, and when she is erased it is gone everywhere', async () => {
  const { categories } = opening()
  const t = await drawing(world, { categories: [...categories, SENSITIVE] })
  const email = 'kayleigh-of-the-draw@example.org'
  const me = await world.seed.person({ name: 'Kayleigh', email })
  const answers = [
    { category: 'Where do you live?', feature: 'Elmside' },
    { category: SENSITIVE.name, feature: 'Yes' },
  ]
  const mine = { contact: email, firstName: 'Kay of the draw', answers }
  await t.put('Elmside', { ...mine, specialConsentVersion: '2026-11' })
  const call = await world.as(me)
  const { sections } = await call(identityContract.everything)
  const places = sections.find(({ section }) => section === 'places')?.rows
  expect(places).toMatchObject([
    {
      name: 'Kay of the draw',
      contact: email,
      text: `${SENSITIVE.name} Yes; Where do you live? Elmside`,
    },
  ])
  await call(identityContract.erase, { body: { word: 'erase' } })
  expect(await tablesHolding(world, 'Kay of the draw')).toEqual([])
  expect(await tablesHolding(world, email)).not.toContain('recruitment_names')
  const { rows } = await world.db.execute(sql`select 1 from recruitment_special_answers`)
  expect(rows).toEqual([])
})

it('names are forgotten a month after a draw was confirmed, and the numbers stay', async () => {
  const t = await drawing(world)
  await t.many({ Elmside: 4, Northgate: 5 })
  await t.drawTwice()
  await t.yusuf(contract.confirm, { params: t.params, body: {} })
  const left = async () => {
    const { rows } = await world.db.execute<{ named: number; numbered: number }>(sql`
      select count(*) filter (where n.first_name <> '')::int as named, count(*)::int as numbered
      from recruitment_names n join recruitments r on r.id = n.recruitment_id where r.group_id = ${t.groupId}`)
    return rows[0]
  }
  await forgetOld(world.db)
  expect(await left()).toEqual({ named: 9, numbered: 9 })
  await world.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(sql`
      update recruitments set confirmed_at = confirmed_at - interval '31 days' where group_id = ${t.groupId}`)
  })
  await forgetOld(world.db)
  expect(await left()).toEqual({ named: 0, numbered: 9 })
})
