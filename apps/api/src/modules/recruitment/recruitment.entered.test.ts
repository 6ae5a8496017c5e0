import { identityContract } from '@howcanwe/shared/identity'
import { recruitmentContract as contract, type EnterName } from '@howcanwe/shared/recruitment'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { audited, letters, tablesHolding } from '../codesign/codesign.fixture.ts'
import { drawing, name, opening, SENSITIVE } from './recruitment.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const written = (more: Partial<EnterName> = {}): EnterName => ({
  ...name('Elmside', { firstName: 'Mr Okafor', contactBy: 'someone' }),
  contact: `Ask at the library desk, ${Math.random()}`,
  saidBy: 'phone',
  readBack: true,
  ...more,
})

describe('Mr Okafor rang, and somebody wrote his name down for the draw (PE3, CD7)', () => {
  it('Yusuf does, and so does a broker of the place; who it was stays, and the other one sees how many', async () => {
    const t = await drawing(world)
    const enter = (call: typeof t.yusuf) =>
      call(contract.enterName, { params: t.params, body: written() })
    const [his, hers] = [await enter(t.yusuf), await enter(t.ines)]
    expect(his).toMatchObject({ firstName: 'Mr Okafor', slip: { reference: expect.any(String) } })
    expect(hers.slip.words).not.toBe(his.slip.words)
    await t.put('Northgate')
    const { rows } = await world.db.execute(sql`
      select entered_by, said_by, consent_version, exists (select 1 from consents c where c.subject_id = n.id
        and c.purpose = 'take-part' and c.wording_version = n.consent_version) as agreed
      from recruitment_names n join recruitments r on r.id = n.recruitment_id
      where r.group_id = ${t.groupId} and entered_by is not null order by n.created_at`)
    expect(rows).toEqual(
      [t.people.yusuf, t.people.ines].map((entered_by) => ({
        ...{ entered_by, said_by: 'phone', consent_version: '2026-11', agreed: true },
      })),
    )
    const trail = await audited(world, 'recruitment.entered', t.groupId)
    expect(trail.map(({ actor_id }) => actor_id)).toEqual([t.people.yusuf, t.people.ines])
    expect(trail.map(({ all }) => all).join()).not.toContain('Okafor')
    const desk = await t.ines(contract.desk, { params: t.params })
    expect(desk).toMatchObject({ names: 3, entered: 2, people: [] })
  })

  it('his slip’s words show his name and number on any phone, and take it out', async () => {
    const t = await drawing(world)
    const contact = 'Ask for Mr Okafor at the bakery'
    const { slip } = await t.yusuf(contract.enterName, {
      params: t.params,
      body: written({ contact }),
    })
    expect(slip.address).toMatch(/\/draw-slip$/)
    const body = {
      reference: slip.reference.toLowerCase(),
      words: slip.words.toLowerCase().replaceAll('-', ' '),
    }
    const { token } = await world.anyone(contract.openSlip, { body })
    const shown = await world.anyone(contract.slip, { body: { token } })
    expect(shown).toMatchObject({ firstName: 'Mr Okafor', outcome: 'waiting' })
    expect(await tablesHolding(world, slip.words)).toEqual([])
    await world.anyone(contract.takeOut, { body: { token } })
    expect(await tablesHolding(world, contact)).toEqual([])
    const gone = await refusal(world.anyone(contract.openSlip, { body }))
    expect(gone.code).toBe('recruitment.words_unknown')
  })

  it('after five wrong tries in a day the right words do not open it either', async () => {
    const t = await drawing(world)
    const { slip } = await t.yusuf(contract.enterName, { params: t.params, body: written() })
    const tryWith = (words: string) =>
      refusal(world.anyone(contract.openSlip, { body: { reference: slip.reference, words } }))
    for (let i = 0; i < 5; i++)
      expect((await tryWith('PLUM-1000-OTTER')).code).toBe('recruitment.words_unknown')
    expect((await tryWith(slip.words)).code).toBe('recruitment.too_many_tries')
  })

  it('he is written to where he can be, so that nobody is in a draw behind their own back', async () => {
    const t = await drawing(world)
    const contact = 'okafor-written@example.org'
    await t.yusuf(contract.enterName, {
      params: t.params,
      body: written({ contactBy: 'email', contact, saidBy: 'paper' }),
    })
    const [told] = await letters(world, 'recruitment.in', contact)
    expect(told?.body).toContain('Was this not you?')
    const again = t.ines(contract.enterName, {
      params: t.params,
      body: written({ contactBy: 'email', contact }),
    })
    expect((await refusal(again)).code).toBe('recruitment.contact_in')
  })

  it('a sensitive answer on his form takes a yes of its own, read back to him', async () => {
    const { categories } = opening()
    const t = await drawing(world, { categories: [...categories, SENSITIVE] })
    const answers = [{ category: SENSITIVE.name, feature: 'Yes' }]
    const enter = (more: Partial<EnterName>) =>
      t.yusuf(contract.enterName, { params: t.params, body: written({ answers, ...more }) })
    expect((await refusal(enter({}))).code).toBe('recruitment.consent_needed')
    const { slip } = await enter({ specialConsentVersion: '2026-11' })
    const { reference, words } = slip
    const { token } = await world.anyone(contract.openSlip, { body: { reference, words } })
    expect(await world.anyone(contract.slip, { body: { token } })).toMatchObject({
      hasSpecial: true,
    })
  })

  it('nobody does it without having read it back, after the last day, or who does not draw', async () => {
    const t = await drawing(world)
    const body = written()
    const unread = { ...body, readBack: false as unknown as true }
    const ask = (call: typeof t.yusuf, what = body) =>
      refusal(call(contract.enterName, { params: t.params, body: what }))
    expect((await ask(t.yusuf, unread)).code).toBe('request.invalid')
    expect((await ask(await world.as(t.people.noor))).code).toBe('recruitment.group_unknown')
    expect((await ask(await world.as(t.people.ruth))).code).toBe('auth.forbidden')
    await t.bringOn('-1 minute', '1 hour')
    expect((await ask(t.yusuf)).code).toBe('recruitment.closed')
  })

  it('who wrote it down cannot be changed afterwards, nor made up for a name somebody put in', async () => {
    const t = await drawing(world)
    await t.yusuf(contract.enterName, { params: t.params, body: written() })
    await t.put('Elmside')
    const set = (what: ReturnType<typeof sql>) =>
      world.appDb
        .execute(sql`update recruitment_names set ${what} where recruitment_id =
          (select id from recruitments where group_id = ${t.groupId})`)
        .then(() => 'done', sqlState)
    expect(await set(sql`entered_by = ${t.people.ines}, said_by = 'phone'`)).toBe('HW175')
    expect(await set(sql`entered_by = null, said_by = null`)).toBe('HW175')
  })

  it('whoever wrote names down finds that among what is held about them', async () => {
    const t = await drawing(world)
    await t.yusuf(contract.enterName, { params: t.params, body: written() })
    const { sections } = await t.yusuf(identityContract.everything)
    expect(JSON.stringify(sections)).toContain('draw-typed')
  })
})
