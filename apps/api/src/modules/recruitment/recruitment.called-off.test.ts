import { codesignContract } from '@howcanwe/shared/codesign'
import { recruitmentContract as contract } from '@howcanwe/shared/recruitment'
import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { forgetOld } from '../../retention/index.ts'
import { letters, wish } from '../codesign/codesign.fixture.ts'
import { drawing, name, opening, SENSITIVE } from './recruitment.fixture.ts'
import { closeNames } from './usecases/closing.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const why = 'The council has taken the question back, so there is nothing left to decide here.'
type Drawing = Awaited<ReturnType<typeof drawing>>
const off = (t: Drawing, call = t.yusuf) =>
  call(contract.callOff, { params: t.params, body: { why } })

describe('a draw that is called off before it is drawn (CD7)', () => {
  it('everybody in the pool is told why, word for word; whom no letter reaches stands on a list to ring', async () => {
    const t = await drawing(world)
    const { token } = await t.put('Elmside', { contact: 'off-told@example.org' })
    await t.put('Elmside', { contact: 'off-nl@example.org', language: 'nl' })
    const leaves = await t.put('Elmside', { contact: 'off-left@example.org' })
    await world.anyone(contract.takeOut, { body: { token: leaves.token } })
    const ask = 'Ask for Dora at the library desk'
    await t.put('Northgate', { firstName: 'Dora', contactBy: 'someone', contact: ask })
    const desk = await off(t)
    expect(desk.recruitment).toMatchObject({ state: 'called-off', calledOff: { why } })
    expect(desk.people).toMatchObject([{ firstName: 'Dora', ring: ask, outcome: 'called-off' }])
    const told = await letters(world, 'recruitment.called-off')
    expect(told.map(({ recipient }) => recipient).toSorted()).toEqual([
      'off-nl@example.org',
      'off-told@example.org',
    ])
    for (const { body } of told) expect(body).toContain(why)
    expect(told.find(({ recipient }) => recipient === 'off-nl@example.org')?.body).toContain(
      'Er wordt niets getrokken',
    )
    const slip = await world.anyone(contract.slip, { body: { token } })
    expect(slip).toMatchObject({ outcome: 'called-off', calledOffWhy: why })
    expect(await t.read()).toMatchObject({ state: 'called-off', calledOff: { why } })
  })

  it('nobody draws it all the same: not by the page, not the worker, not with the database in hand (HW178)', async () => {
    const t = await drawing(world)
    await t.many({ Elmside: 6, Northgate: 6 })
    await t.close()
    await off(t, t.ines)
    await t.announce().catch(() => undefined)
    for (const call of [t.yusuf, t.ines])
      expect((await refusal(t.type(call))).code).toBe('recruitment.wrong_state')
    const confirm = t.yusuf(contract.confirm, { params: t.params, body: {} })
    expect((await refusal(confirm)).code).toBe('recruitment.wrong_state')
    const { closesAt, publicAt, publicSource } = opening()
    const body = { closesAt, publicAt, publicSource }
    const again = await refusal(t.yusuf(contract.moveDates, { params: t.params, body }))
    expect(again.code).toBe('recruitment.wrong_state')
    await closeNames({ db: world.appDb, config: world.config })
    const secrets = await world.db.execute(sql`
      select 1 from vault_boxes where subject_id = (select id from recruitments where group_id = ${t.groupId})`)
    expect(secrets.rows).toEqual([])
    const by = (statement: SQL) =>
      world.appDb.execute(statement).then(
        () => 'done',
        (error) => sqlState(error),
      )
    const its = sql`group_id = ${t.groupId}`
    const names = sql`recruitment_id = (select id from recruitments where ${its})`
    for (const state of ['open', 'closed', 'drawn', 'confirmed'])
      expect(await by(sql`update recruitments set state = ${state} where ${its}`)).toBe('HW178')
    expect(await by(sql`update recruitments set result = '{}' where ${its}`)).toBe('HW178')
    expect(
      await by(sql`update recruitments set called_off_why = repeat('x', 30) where ${its}`),
    ).toBe('HW178')
    for (const state of ['drawn', 'not-drawn'])
      expect(await by(sql`update recruitment_names set state = ${state} where ${names}`)).toBe(
        'HW178',
      )
    const members = await t.yusuf(codesignContract.members, { params: t.params })
    expect(members.items).toEqual([])
  })

  it('an all-in draw that was called off seats nobody either (HW178)', async () => {
    const t = await drawing(world)
    await t.many({ Elmside: 3 })
    await t.close()
    await off(t)
    const confirm = t.yusuf(contract.confirm, { params: t.params, body: {} })
    expect((await refusal(confirm)).code).toBe('recruitment.wrong_state')
    const seat = sql`update recruitment_names set state = 'drawn' where recruitment_id =
      (select id from recruitments where group_id = ${t.groupId})`
    expect(await world.appDb.execute(seat).then(() => 'done', sqlState)).toBe('HW178')
  })

  it('sensitive answers go at once, names and the rest a month later, as after any draw', async () => {
    const { categories } = opening()
    const t = await drawing(world, { categories: [...categories, SENSITIVE] })
    const answers = [{ category: SENSITIVE.name, feature: 'Yes' }]
    await t.put('Elmside', { answers, specialConsentVersion: '2026-11' })
    await off(t)
    const special = await world.db.execute(sql`select 1 from recruitment_special_answers s
      join recruitment_names n on n.id = s.name_id join recruitments r on r.id = n.recruitment_id
      where r.group_id = ${t.groupId}`)
    expect(special.rows).toEqual([])
    const named = async () =>
      (
        await world.db.execute(sql`select 1 from recruitment_names n join recruitments r on r.id = n.recruitment_id
          where r.group_id = ${t.groupId} and n.first_name <> ''`)
      ).rows.length
    await forgetOld(world.db)
    expect(await named()).toBe(1)
    await world.db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`)
      await tx.execute(sql`update recruitments set called_off_at = called_off_at - interval '31 days'
        where group_id = ${t.groupId}`)
    })
    await forgetOld(world.db)
    expect(await named()).toBe(0)
  })

  it('is not called off once a sheet has come up, nor twice, nor by anybody who does not draw, nor without a reason', async () => {
    const t = await drawing(world)
    await t.many({ Elmside: 6, Northgate: 6 })
    const noor = await world.as(t.people.noor)
    expect((await refusal(off(t, noor))).code).toBe('recruitment.group_unknown')
    const short = t.yusuf(contract.callOff, { params: t.params, body: { why: 'No' } })
    expect((await refusal(short)).code).toBe('request.invalid')
    await t.drawTwice()
    expect((await refusal(off(t))).code).toBe('recruitment.wrong_state')
    const byHand = sql`update recruitments set state = 'called-off', called_off_by = ${t.people.yusuf},
      called_off_why = ${why} where group_id = ${t.groupId}`
    expect(await world.appDb.execute(byHand).then(() => 'done', sqlState)).toBe('HW178')
    const other = await drawing(world)
    await off(other)
    expect((await refusal(off(other))).code).toBe('recruitment.wrong_state')
  })

  it('takes no name any more, lets people sit down, and makes room for a new draw', async () => {
    const t = await drawing(world)
    await t.put('Elmside')
    await off(t)
    expect((await refusal(t.put('Elmside'))).code).toBe('recruitment.closed')
    const join = await world.anyone(codesignContract.join, { params: t.params, body: wish() })
    expect(join).toHaveProperty('reference')
    const anew = await t.yusuf(contract.open, { params: t.params, body: opening() })
    expect(anew.recruitment.state).toBe('open')
    const put = world.anyone(contract.putIn, { params: t.params, body: name('Elmside') })
    expect(await put).toHaveProperty('token')
  })
})
