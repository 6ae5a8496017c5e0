import { codesignContract } from '@howcanwe/shared/codesign'
import { decisionsContract as contract } from '@howcanwe/shared/decisions'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { letters } from '../codesign/codesign.fixture.ts'
import {
  answered,
  counted,
  first,
  type Hall,
  hall,
  of,
  opened,
  past,
  say,
} from './decisions.fixture.ts'
import { keepDecisions } from './index.ts'

let world: World
let h: Hall
beforeAll(async () => {
  world = await startWorld()
  h = await hall(world, [8, 2, 2])
})
afterAll(() => world.close())

const tick = () => keepDecisions({ db: world.appDb, config: world.config })
const ask = (i: number, decisionId: string) => {
  const one = of(h, 'residents')[i]
  if (!one) throw new Error('so many residents')
  return one.phone(contract.hold, {
    params: { decisionId },
    body: { version: 1, reason: 'We have not seen what it costs.' },
  })
}
const read = (decisionId: string) => h.yusuf(contract.read, { params: { decisionId } })
const all = { residents: [8, 0], organisations: [2, 0], 'public-bodies': [2, 0] } as const
const everybody = () => ({
  residents: [...all.residents] as [number, number],
  organisations: [...all.organisations] as [number, number],
  'public-bodies': [...all['public-bodies']] as [number, number],
})

describe('residents stop the clock (§4.2, hold)', () => {
  it('the second of eight stops it for ten working days, and one extra session is owed', async () => {
    const id = await opened(h)
    expect(await ask(0, id)).toMatchObject({
      state: 'open',
      versions: [{ hold: { calls: 1, needed: 2 } }],
    })
    const held = await ask(1, id)
    const hold = held.versions[0]?.hold
    expect(held.state).toBe('held')
    const days = ((hold?.until?.getTime() ?? 0) - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(11)
    expect(days).toBeLessThan(20)
    expect((await refusal(say(first(h, 'residents'), id, 'yes'))).code).toBe('decisions.closed')
    const told = await letters(world, 'codesign.decision-held')
    expect(told[0]?.body).toMatch(/one extra session[\s\S]*paid/)
    const closes = held.versions[0]?.closesAt?.getTime() ?? 0
    expect(closes).toBeGreaterThan(hold?.until?.getTime() ?? 0)
  })

  it('goes on by itself when it is over, and is not stopped twice', async () => {
    const id = await opened(h)
    await ask(0, id)
    await ask(1, id)
    await past(
      world,
      sql`update decision_versions set held_until = clock_timestamp() where decision_id = ${id}`,
    )
    while (await tick());
    expect((await read(id)).state).toBe('open')
    expect((await refusal(ask(2, id))).code).toBe('decisions.held_before')
  })

  it('two at the same moment stop it once', async () => {
    const id = await opened(h)
    const both = await Promise.allSettled([ask(0, id), ask(1, id), ask(2, id)])
    expect(both.filter((one) => one.status === 'fulfilled').length).toBeGreaterThanOrEqual(2)
    expect((await read(id)).state).toBe('held')
  })

  it('an officer does not stop it', async () => {
    const id = await opened(h)
    const officer = first(h, 'public-bodies').phone(contract.hold, {
      params: { decisionId: id },
      body: { version: 1, reason: 'We have not seen what it costs.' },
    })
    expect((await refusal(officer)).code).toBe('decisions.not_yours')
  })
})

describe('the body that has the last word answers by name in twenty working days (§4.2, answer)', () => {
  const withBody = async () => {
    const id = await opened(h, { bodyDecides: true })
    await answered(h, id, everybody())
    return h.yusuf(contract.close, { params: { decisionId: id }, body: {} })
  }
  const respond = (id: string, answer: 'accept' | 'not', who = h.ruth) =>
    who(contract.respond, {
      params: { decisionId: id },
      body: { answer, reasons: 'Full council set the budget in March.', objections: [] },
    })

  it('Ruth is asked, reminded and late in public; then she answers', async () => {
    const { id, state, body } = await withBody()
    expect([state, body?.name, body?.late]).toEqual(['consented', 'Ruth', false])
    expect((await h.ruth(contract.waiting)).items.map((one) => one.id)).toContain(id)
    await past(
      world,
      sql`update decisions set answer_by = clock_timestamp() - interval '1 hour' where id = ${id}`,
    )
    while (await tick());
    expect(await letters(world, 'codesign.decision-answer-late')).toHaveLength(1)
    const shown = await world.anyone(contract.published, { params: { groupId: h.groupId } })
    expect(shown.items.find((one) => one.id === id)?.body).toMatchObject({
      late: true,
      answer: null,
    })
    await respond(id, 'accept')
    expect(await read(id)).toMatchObject({
      state: 'decided',
      body: { answer: 'accept', name: 'Ruth' },
    })
  })

  it('nobody else answers for it', async () => {
    const { id } = await withBody()
    const other = await world.seed.person({
      name: 'Joan',
      roles: [{ placeId: h.placeId, role: 'commissioner' }],
    })
    const joan = respond(id, 'accept', await world.as(other))
    expect((await refusal(joan)).code).toBe('decisions.not_found')
  })

  it('overriding twice, a co-production group is shown to be asked for advice', async () => {
    await past(world, sql`update groups set rung = 'co-production' where id = ${h.groupId}`)
    const page = () => world.anyone(codesignContract.read, { params: { groupId: h.groupId } })
    await respond((await withBody()).id, 'not')
    expect(await page()).toMatchObject({ rung: 'co-production', lived: null })
    await respond((await withBody()).id, 'not')
    // Whoever thinks of joining reads it before they do.
    expect(await page()).toMatchObject({
      rung: 'co-production',
      lived: { rung: 'engagement', overrides: 2 },
    })
    const shown = await world.anyone(contract.published, { params: { groupId: h.groupId } })
    expect(shown).toMatchObject({
      overrides: 2,
      group: { declared: 'co-production', experienced: 'engagement' },
    })
    expect(shown.influence.reasoned).toEqual({ num: 2, den: 3 })
  })
})

it('what nobody closes is counted by the clock, and the day to look again is remembered', async () => {
  const id = await opened(h)
  await answered(h, id, { residents: [8, 0], organisations: [2, 0], 'public-bodies': [1, 0] })
  await past(
    world,
    sql`update decision_versions set closes_at = clock_timestamp() - interval '7 days' where decision_id = ${id}`,
  )
  while (await tick());
  expect(await read(id)).toMatchObject({ state: 'decided', versions: [{ result: 'consented' }] })
  await past(
    world,
    sql`update decision_versions set review_on = current_date - 1 where decision_id = ${id}`,
  )
  while (await tick());
  expect(await letters(world, 'codesign.decision-review')).toHaveLength(1)
})

it('a final no has every objection answered in writing, and a member takes back only their own', async () => {
  const id = await opened(h)
  const params = { decisionId: id }
  const [one, two] = of(h, 'residents')
  if (!one || !two) throw new Error('two residents')
  const objected = await one.phone(contract.object, {
    params,
    body: { version: 1, kind: 'harm', text: 'People who work nights cannot ring by day.' },
  })
  const again = one.phone(contract.object, {
    params,
    body: { version: 1, kind: 'harm', text: 'And they sleep by day as well.' },
  })
  expect((await refusal(again)).code).toBe('decisions.objected')
  const objectionId = objected.versions[0]?.objections[0]?.id ?? ''
  const theirs = two.phone(contract.takeBack, { params: { ...params, objectionId }, body: {} })
  expect((await refusal(theirs)).code).toBe('decisions.not_found')
  await answered(h, id, everybody())
  expect(await counted(world, h, id)).toMatchObject({
    state: 'objected',
    versions: [{ result: 'not-consented' }],
  })
})
