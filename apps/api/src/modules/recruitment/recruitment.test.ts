import { codesignContract } from '@howcanwe/shared/codesign'
import { recruitmentContract as contract } from '@howcanwe/shared/recruitment'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { letters, tablesHolding, wish } from '../codesign/codesign.fixture.ts'
import { drawing, FIGURE, name, opening, SENSITIVE } from './recruitment.fixture.ts'
import {
  type Box,
  commitmentTo,
  drawn,
  hashOf,
  seedOf,
  sheetOf,
} from './recruitment.lottery.rules.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

describe('Yusuf looks for six people by draw (CD7)', () => {
  it('and the whole way can be checked by somebody outside with the published file (S-07, T12)', async () => {
    const t = await drawing(world)
    const before = await t.read()
    expect(before).toMatchObject({ state: 'open', applied: null, secret: null, boxHash: null })
    await t.many({ Elmside: 7, Northgate: 13 })
    await t.close()
    const closed = await t.read()
    expect(closed).toMatchObject({ state: 'closed', way: 'lottery', applied: 20, sheets: 1000 })
    expect(closed).toMatchObject({ commitment: before.commitment, secret: null, seed: null })
    // Three of seven and three of thirteen stand on each sheet; turns differ by a sheet at most (M29).
    expect(closed).toMatchObject({ lowest: 230, highest: 429, fairness: 53 })
    expect(before).toMatchObject({ lowest: null, highest: null, fairness: null })
    await t.announce()
    expect(await t.type(t.yusuf)).toMatchObject({ figureTyped: 'me' })
    expect((await t.read()).secret).toBeNull()
    expect(await t.type(t.ines, ` ${FIGURE.replaceAll(' ', '  ')} `)).toMatchObject({
      recruitment: { state: 'drawn', publicValue: FIGURE },
    })
    const file = await world.anyone(contract.box, { params: t.params })
    const box: Box = JSON.parse(file.box)
    expect(hashOf(box)).toBe(closed.boxHash)
    expect(commitmentTo(file.secret ?? '')).toBe(before.commitment)
    const seed = seedOf(file.secret ?? '', FIGURE)
    expect(file).toMatchObject({ seed, sheet: sheetOf(seed, 1000) })
    const { rows } = await world.db.execute<{ number: number }>(sql`
      select n.number from recruitment_names n join recruitments r on r.id = n.recruitment_id
      where r.group_id = ${t.groupId} and n.state = 'drawn' order by number`)
    expect(rows.map(({ number }) => number)).toEqual(drawn(box, seed))
    expect(rows).toHaveLength(6)
    expect(JSON.stringify(file)).not.toContain('Kayleigh')
  })

  it('those who came up get a place and a letter, the others a kind letter with a next step', async () => {
    const t = await drawing(world)
    const slips = await t.many({ Elmside: 6, Northgate: 6 })
    const desk = await t.drawTwice()
    expect(desk.people.every(({ outcome }) => outcome === 'drawn')).toBe(true)
    const ines = await t.ines(contract.desk, { params: t.params })
    expect(ines.people).toEqual([])
    const mine = await t.yusuf(contract.desk, { params: t.params })
    expect(mine.people).toHaveLength(6)
    await t.ines(contract.confirm, { params: t.params, body: {} })
    const { items } = await t.yusuf(codesignContract.members, { params: t.params })
    expect(items).toHaveLength(6)
    expect(items.every(({ contactDueAt }) => contactDueAt !== null)).toBe(true)
    const told = await letters(world, 'recruitment.not-drawn')
    expect(told).toHaveLength(6)
    expect(told[0]?.body).toContain('It was chance')
    expect(told[0]?.body).toContain('/groups')
    const outcomes = []
    for (const { token } of slips)
      outcomes.push((await world.anyone(contract.slip, { body: { token } })).outcome)
    expect(outcomes.toSorted()).toEqual([...Array(6).fill('drawn'), ...Array(6).fill('not-drawn')])
  })

  it('too few from Elmside: all of them are in, the lack is shown, and their seat stays free (T12)', async () => {
    const t = await drawing(world)
    await t.many({ Elmside: 2, Northgate: 12 })
    await t.close()
    const [letter] = await letters(world, 'recruitment.closed')
    expect(letter?.body).toBeTruthy()
    const desk = await t.yusuf(contract.desk, { params: t.params })
    expect(desk.shortages).toEqual([
      { category: 'Where do you live?', feature: 'Elmside', floor: 3, applied: 2 },
    ])
    const shown = await t.read()
    expect(shown.held).toBe(1)
    expect(shown.categories[0]?.features).toMatchObject([
      { name: 'Elmside', short: true, applied: null, chance: null },
      { name: 'Northgate', short: false, applied: null },
    ])
    await t.announce()
    await t.type(t.ines)
    const drawnDesk = await t.type(t.yusuf)
    expect(drawnDesk.recruitment.drawn).toBe(5)
    expect(drawnDesk.people).toHaveLength(5)
  })

  it('or gives more time for it, as long as nobody can know the figure', async () => {
    const t = await drawing(world)
    await t.many({ Elmside: 2, Northgate: 8 })
    await t.close()
    const { closesAt, publicAt, publicSource } = opening()
    const body = { closesAt, publicAt, publicSource }
    const more = await t.yusuf(contract.moveDates, { params: t.params, body })
    expect(more.recruitment).toMatchObject({ state: 'open', boxHash: null, sheets: 0 })
    await t.put('Elmside')
    await t.close()
    expect((await t.yusuf(contract.desk, { params: t.params })).shortages).toEqual([])
    await t.announce()
    const late = await refusal(t.yusuf(contract.moveDates, { params: t.params, body }))
    expect(late.code).toBe('recruitment.figure_known')
  })

  it('with as many names as seats nobody is drawn, and a person confirms', async () => {
    const t = await drawing(world)
    await t.many({ Elmside: 3, Northgate: 2 })
    await t.close()
    expect(await t.read()).toMatchObject({ way: 'all-in', boxHash: null, applied: 5 })
    const done = await t.yusuf(contract.confirm, { params: t.params, body: {} })
    expect(done.recruitment).toMatchObject({ state: 'confirmed', drawn: 5, seed: null })
    const { items } = await t.yusuf(codesignContract.members, { params: t.params })
    expect(items).toHaveLength(5)
  })

  it('two people who type different figures draw nothing, and start anew', async () => {
    const t = await drawing(world)
    await t.many({ Elmside: 5, Northgate: 5 })
    await t.close()
    const early = await refusal(t.type(t.yusuf))
    expect(early.code).toBe('recruitment.figure_not_yet')
    await t.announce()
    await t.type(t.yusuf, '1 2 3')
    expect(await t.type(t.yusuf, '1 2 3')).toMatchObject({ recruitment: { state: 'closed' } })
    const differ = await refusal(t.type(t.ines, '1 2 4'))
    expect(differ.code).toBe('recruitment.figures_differ')
    expect(await t.type(t.ines, '1 2 3')).toMatchObject({
      figureTyped: 'me',
      recruitment: { state: 'closed', secret: null },
    })
  })

  it('while it runs nobody sits down beside it; afterwards the free seats are open again (HW177)', async () => {
    const t = await drawing(world)
    const join = () => world.anyone(codesignContract.join, { params: t.params, body: wish() })
    expect((await refusal(join())).code).toBe('codesign.by_draw')
    await t.many({ Elmside: 3 })
    await t.close()
    await t.yusuf(contract.confirm, { params: t.params, body: {} })
    expect(await join()).toHaveProperty('reference')
  })
})

describe('Kayleigh puts her name in', () => {
  it('and sees her own number and chance once names are closed', async () => {
    const t = await drawing(world)
    const [mine] = await t.many({ Elmside: 10, Northgate: 10 })
    const token = mine?.token ?? ''
    const slip = () => world.anyone(contract.slip, { body: { token } })
    expect(await slip()).toMatchObject({ number: null, chance: null, outcome: 'waiting' })
    await t.close()
    const after = await slip()
    expect(after.chance).toBe(300)
    const { box } = await world.anyone(contract.box, { params: t.params })
    expect((JSON.parse(box) as Box).numbers).toContain(after.number)
  })

  it('once: whoever gives her address again learns nothing, and she gets a letter', async () => {
    const t = await drawing(world)
    const same = name('Elmside')
    const first = await world.anyone(contract.putIn, { params: t.params, body: same })
    const again = await world.anyone(contract.putIn, { params: t.params, body: same })
    expect(Object.keys(again)).toEqual(Object.keys(first))
    expect(await letters(world, 'recruitment.already-in', same.contact)).toHaveLength(1)
    const gone = await refusal(world.anyone(contract.slip, { body: { token: again.token } }))
    expect(gone.code).toBe('recruitment.slip_unknown')
  })

  it('and takes it out: nothing she said is left, and if her number comes up the seat stays free', async () => {
    const t = await drawing(world)
    await t.many({ Elmside: 2, Northgate: 7 })
    const { token } = await t.put('Elmside', { contact: 'draw-leaves@example.org' })
    await t.close()
    await world.anyone(contract.takeOut, { body: { token } })
    await t.announce()
    await t.type(t.ines)
    const desk = await t.type(t.yusuf)
    // All three of Elmside stand on every sheet.
    expect(desk.people).toHaveLength(5)
    const { rows } = await world.db.execute(sql`
      select first_name, contact, answers from recruitment_names where state = 'out'`)
    expect(rows).toEqual([{ first_name: '', contact: '', answers: {} }])
    expect(await tablesHolding(world, 'draw-leaves@example.org')).toEqual([])
  })

  it('and answers a sensitive question only with a yes of its own, which she can take back (ICO)', async () => {
    const { categories } = opening()
    const t = await drawing(world, { categories: [...categories, SENSITIVE] })
    const answers = [
      { category: 'Where do you live?', feature: 'Elmside' },
      { category: SENSITIVE.name, feature: 'Yes' },
    ]
    const without = await refusal(t.put('Elmside', { answers }))
    expect(without.code).toBe('recruitment.consent_needed')
    const { token } = await t.put('Elmside', { answers, specialConsentVersion: '2026-11' })
    const held = async () =>
      (await world.db.execute(sql`select 1 from recruitment_special_answers`)).rows.length
    expect(await held()).toBe(1)
    const back = await world.anyone(contract.takeBack, { body: { token } })
    expect(back).toMatchObject({ hasSpecial: false, outcome: 'waiting' })
    expect(await held()).toBe(0)
    const kept = await tablesHolding(world, 'disabled person')
    expect(kept).toEqual(['recruitments'])
  })

  it('and what was said so is deleted for everybody when the draw is over', async () => {
    const { categories } = opening()
    const t = await drawing(world, { categories: [...categories, SENSITIVE] })
    for (const feature of ['Yes', 'Yes', 'No']) {
      const answers = [{ category: SENSITIVE.name, feature }]
      await t.put('Elmside', { answers, specialConsentVersion: '2026-11' })
    }
    await t.close()
    await t.yusuf(contract.confirm, { params: t.params, body: {} })
    const left = await world.db.execute(sql`select 1 from recruitment_special_answers`)
    expect(left.rows).toEqual([])
  })
})

describe('what cannot be opened', () => {
  it('targets no group of that size keeps, more seats than places, dates in the wrong order', async () => {
    const t = await drawing(world)
    await t.many({ Elmside: 3 })
    await t.close()
    await t.yusuf(contract.confirm, { params: t.params, body: {} })
    const open = (more: Parameters<typeof opening>[0]) =>
      refusal(t.yusuf(contract.open, { params: t.params, body: opening(more) }))
    const area = opening().categories[0]
    const features = (area?.features ?? []).map((feature) => ({ ...feature, min: 4 }))
    const codes = [
      (await open({ categories: [{ ...SENSITIVE, features }] })).code,
      (await open({ seats: 12 })).code,
      (await open({ publicAt: opening().closesAt })).code,
    ]
    expect(codes).toEqual([
      'recruitment.targets_impossible',
      'recruitment.too_many_seats',
      'recruitment.dates_out_of_order',
    ])
  })

  it('is no business of anybody but those who run it', async () => {
    const t = await drawing(world)
    const noor = await world.as(t.people.noor)
    const no = await refusal(noor(contract.desk, { params: t.params }))
    expect(no.code).toBe('recruitment.group_unknown')
  })
})
