import { paymentsContract } from '@howcanwe/shared/payments'
import { sessionsContract as contract } from '@howcanwe/shared/sessions'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { letters } from '../codesign/codesign.fixture.ts'
import {
  hadNeedsBefore,
  isOverSince,
  refusedBy,
  say,
  townWithSession,
  voice,
} from './sessions.fixture.ts'
import { keepSessionClocks } from './usecases/clocks.ts'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.close())

type Town = Awaited<ReturnType<typeof townWithSession>>
const CHAIR = 'A chair with arms'
const step = (at: Town, to: 'confirmed' | 'held') =>
  at.yusuf(contract.step, { params: at.params, body: { to } })
const stateOf = async (at: Town) => (await at.yusuf(contract.read, { params: at.params })).state
const needsOf = async (at: Town) => (await at.yusuf(contract.plan, { params: at.params })).needs
const told = async () => (await letters(world, 'sessions.open-again')).length
const clocks = async () => {
  while (await keepSessionClocks(world));
}

/** One by one: arranged, and each person says that it fits. */
async function allFit(at: Town) {
  for (const { id: needId, state } of await needsOf(at)) {
    if (state === 'confirmed') continue
    const params = { ...at.params, needId }
    await at.yusuf(contract.setNeed, { params, body: { state: 'arranged', words: 'It is there' } })
    await at.yusuf(contract.setNeed, { params, body: { state: 'confirmed', words: '' } })
  }
}

/** The place has a rate, and Yusuf writes down who was there. */
async function paying(at: Town) {
  const sam = await world.as(at.people.sam)
  const from = { placeId: at.place.id, fromDay: '2020-01-01', source: 'Cabinet, 4 March' }
  for (const what of ['hour', 'half-day'] as const)
    await sam(paymentsContract.setRate, { body: { ...from, what, pence: 2_400 } })
  const settings = { receiptLimitPence: 1_000, vouchers: true, paysOrganisations: false }
  await sam(paymentsContract.setSettings, { body: { ...from, ...settings } })
  const pay = (memberId: string) =>
    at.yusuf(paymentsContract.attended, {
      params: at.params,
      body: { people: [{ memberId, minutes: 120, preparationMinutes: 0, payAs: 'minutes' }] },
    })
  return { pay }
}

describe('any need that is open (§2.11 [G])', () => {
  it('of somebody who has not answered keeps a session from being confirmed, until they say no', async () => {
    const at = await townWithSession(world)
    const rosa = await voice(world, at, { needs: CHAIR })
    expect((await refusal(step(at, 'confirmed'))).code).toBe('sessions.needs_open')
    expect(await needsOf(at)).toMatchObject([{ state: 'stated', open: true }])
    await say(rosa.phone, at.params, 'no')
    expect(await needsOf(at)).toMatchObject([{ open: false }])
    expect((await step(at, 'confirmed')).state).toBe('confirmed')
  })

  it('of somebody on the waiting list counts as well: a seat may be theirs any hour', async () => {
    const at = await townWithSession(world, { capacity: 1 })
    const first = await voice(world, at)
    const next = await voice(world, at, { needs: CHAIR })
    await say(first.phone, at.params, 'yes')
    expect((await say(next.phone, at.params, 'yes')).me?.reply).toBe('waiting')
    expect((await refusal(step(at, 'confirmed'))).code).toBe('sessions.needs_open')
    await allFit(at)
    await step(at, 'confirmed')
    await say(first.phone, at.params, 'no')
    expect((await next.phone(contract.read, { params: at.params })).me?.reply).toBe('yes')
    expect(await stateOf(at)).toBe('confirmed')
  })

  it('of somebody who joins afterwards opens the check again, and Yusuf is told once', async () => {
    const at = await townWithSession(world)
    await step(at, 'confirmed')
    await voice(world, at, { needs: CHAIR })
    expect(await stateOf(at)).toBe('access-check')
    await Promise.all([clocks(), clocks()])
    expect(await told()).toBe(1)
  })

  it('of somebody who comes after all, written down for them, opens it again, and Yusuf is told', async () => {
    const at = await townWithSession(world)
    const rosa = await voice(world, at, { needs: CHAIR })
    await say(rosa.phone, at.params, 'no')
    await step(at, 'confirmed')
    await at.yusuf(contract.replyFor, {
      params: { ...at.params, memberId: rosa.id },
      body: { answer: 'yes', brings: false },
    })
    expect([await stateOf(at), await told()]).toEqual(['access-check', 1])
  })

  it('keeps a session from counting as held, until it is said whether it was there; pay does not wait', async () => {
    const at = await townWithSession(world)
    const rosa = await voice(world, at, { needs: CHAIR })
    await isOverSince(world, at.sessionId, 1)
    await hadNeedsBefore(world)
    expect((await refusal(step(at, 'held'))).code).toBe('sessions.needs_open')
    const { pay } = await paying(at)
    expect(await pay(rosa.id)).toEqual({ items: 1 })
    expect(await stateOf(at)).toBe('announced')
    const [need] = await needsOf(at)
    await at.yusuf(contract.setNeed, {
      params: { ...at.params, needId: need?.id ?? '' },
      body: { state: 'not-met', words: 'Sorry. We bring one from the hall next time.' },
    })
    expect((await step(at, 'held')).state).toBe('held')
  })

  it('said after a session began is of the next one', async () => {
    const at = await townWithSession(world)
    await isOverSince(world, at.sessionId, 1)
    await voice(world, at, { needs: CHAIR })
    expect((await step(at, 'held')).state).toBe('held')
  })

  it('cannot be passed by writing into the tables [G]', async () => {
    const at = await townWithSession(world)
    const rosa = await voice(world, at, { needs: CHAIR })
    const other = await voice(world, at)
    await say(other.phone, at.params, 'no')
    const set = (state: string) => () =>
      world.db.execute(sql`update group_sessions set state = ${state} where id = ${at.sessionId}`)
    expect(await refusedBy(set('confirmed'))).toBe('HW194')
    const giveAway = () =>
      world.db.execute(
        sql`update access_needs set member_id = ${other.id} where member_id = ${rosa.id}`,
      )
    expect(await refusedBy(giveAway)).toBe('HW191')
    await world.db.execute(sql`update access_needs set created_at = now() + interval '1 year'`)
    expect(await refusedBy(set('confirmed'))).toBe('HW194')
    await isOverSince(world, at.sessionId, 1)
    await hadNeedsBefore(world)
    expect(await refusedBy(set('held'))).toBe('HW194')
    const asHeld = () =>
      world.db.execute(sql`insert into group_sessions (id, place_id, group_id, starts_at, ends_at, venue, getting_there, step_free, state, held_at)
        values (gen_random_uuid(), ${at.place.id}, ${at.groupId}, now() - interval '3 hours', now() - interval '1 hour', 'Hall', '', true, 'notes-shared', now())`)
    expect(await refusedBy(asHeld)).toBe('HW194')
  })
})

/** What Yusuf sends when he changes a session, as the form is filled. */
const asItIs = async (at: Town) => {
  const s = await at.yusuf(contract.read, { params: at.params })
  const { venue, address, gettingThere, stepFree, link, breaks, capacity, paidMinutes } = s
  const minutes = (s.endsAt.getTime() - s.startsAt.getTime()) / 60_000
  const startsAt = s.startsAt.toISOString()
  return {
    startsAt,
    minutes,
    venue,
    address,
    gettingThere,
    stepFree,
    link,
    breaks,
    capacity,
    paidMinutes,
  }
}

/** Confirmed: one need fits, of another it was explained why it cannot be. */
async function confirmedTown() {
  const at = await townWithSession(world, { address: '1 Mill Lane', stepFree: true })
  const okafor = await voice(world, at, {
    needs: 'A ramp',
    contactBy: 'email',
    contact: 'okafor@example.org',
  })
  await allFit(at)
  await voice(world, at, { needs: CHAIR })
  const second = (await needsOf(at)).find(({ state }) => state === 'stated')
  await at.yusuf(contract.setNeed, {
    params: { ...at.params, needId: second?.id ?? '' },
    body: { state: 'explained', words: 'The hall has benches only' },
  })
  await step(at, 'confirmed')
  return { ...at, okafor }
}
const states = async (at: Town) => (await needsOf(at)).map(({ state }) => state).sort()

describe('a confirmed session that moves', () => {
  it.each([
    ['another venue', { venue: 'Library' }],
    ['another address', { address: '9 High Street' }],
    ['steps where there were none', { stepFree: false }],
    ['another day', { startsAt: new Date(Date.now() + 25 * 86_400_000).toISOString() }],
  ])('to %s: what fitted is asked again, and Yusuf is told', async (_, change) => {
    const at = await confirmedTown()
    const body = { ...(await asItIs(at)), ...change }
    expect((await at.yusuf(contract.change, { params: at.params, body })).state).toBe(
      'access-check',
    )
    expect(await states(at)).toEqual(['arranged', 'stated'])
    expect(await told()).toBe(1)
    expect((await refusal(step(at, 'confirmed'))).code).toBe('sessions.needs_open')
  })

  it.each([
    ['better directions', { gettingThere: 'Bus 12, then left' }],
    ['more seats', { capacity: 30 }],
    ['another break', { breaks: 'Tea at half past' }],
  ])('not, but has %s: what fitted still fits', async (_, change) => {
    const at = await confirmedTown()
    const body = { ...(await asItIs(at)), ...change }
    expect((await at.yusuf(contract.change, { params: at.params, body })).state).toBe('confirmed')
    expect([await states(at), await told()]).toEqual([['confirmed', 'explained'], 0])
  })

  it('stays confirmed by no way of writing it into the tables [G]', async () => {
    const at = await confirmedTown()
    await world.db.execute(
      sql`update group_sessions set venue = 'Cellar', step_free = false, state = 'confirmed' where id = ${at.sessionId}`,
    )
    expect(await stateOf(at)).toBe('access-check')
    expect(await states(at)).toEqual(['arranged', 'stated'])
    await clocks()
    expect(await told()).toBe(1)
  })
})
