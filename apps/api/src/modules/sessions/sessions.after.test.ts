import { sessionsContract as contract } from '@howcanwe/shared/sessions'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { letters } from '../codesign/codesign.fixture.ts'
import { isOverSince, say, townWithSession, voice } from './sessions.fixture.ts'
import { keepSessionClocks } from './usecases/clocks.ts'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.close())

const byEmail = (name: string) => ({
  firstName: name,
  contactBy: 'email' as const,
  contact: `${name.toLowerCase()}@example.org`,
})
const clocks = async () => {
  while (await keepSessionClocks(world));
}
type Town = Awaited<ReturnType<typeof townWithSession>>
const startsIn = (at: Town, hours: number) =>
  world.db.execute(sql`update group_sessions set starts_at = now() + make_interval(secs => ${hours * 3600}),
    ends_at = now() + make_interval(secs => ${(hours + 2) * 3600}), papers_due_at = null where id = ${at.sessionId}`)

describe('calling a session off', () => {
  it.each([
    [40, true],
    [60, false],
  ])(
    '%i hours before is late: %s, and everybody who has not said no is told or rung',
    async (hours, late) => {
      const at = await townWithSession(world)
      const two = await voice(world, at, byEmail('Two'))
      const rung = await voice(world, at, { firstName: 'Rosa' })
      const not = await voice(world, at, byEmail('No'))
      await voice(world, at, byEmail('Quiet'))
      await voice(world, at, { firstName: 'Derek' })
      await voice(world, at, { ...byEmail('Ruth'), bloc: 'public-bodies' })
      await say(two.phone, at.params, 'yes')
      await say(rung.phone, at.params, 'maybe')
      await say(not.phone, at.params, 'no')
      await startsIn(at, hours)
      const seen = await at.yusuf(contract.cancel, { params: at.params, body: { why: 'Flood' } })
      expect(seen).toMatchObject({ state: 'cancelled', cancelledLate: late })
      const told = await letters(world, 'sessions.cancelled')
      const saysPaid = Object.fromEntries(
        told.map(({ recipient, body }) => [recipient, body.includes('paid as if you had come')]),
      )
      expect(saysPaid).toEqual({
        'two@example.org': late,
        'quiet@example.org': late,
        'ruth@example.org': false,
      })
      const { rings } = await at.yusuf(contract.plan, { params: at.params })
      const ring = rings.filter(({ about }) => about === 'cancelled').map((r) => r.firstName)
      expect(ring.sort()).toEqual(['Derek', 'Rosa'])
      const again = at.yusuf(contract.cancel, { params: at.params, body: { why: 'Flood' } })
      expect((await refusal(again)).code).toBe('sessions.wrong_state')
    },
  )
})

it('a change moves the calendar file on, tells everybody who has not said no, and leaves their answers', async () => {
  const at = await townWithSession(world)
  const two = await voice(world, at, byEmail('Two'))
  const not = await voice(world, at, byEmail('No'))
  await voice(world, at, { ...byEmail('Quiet'), needs: 'A ramp' })
  await voice(world, at, { firstName: 'Derek' })
  await say(two.phone, at.params, 'yes')
  await say(not.phone, at.params, 'no')
  const ics = async () => (await world.app.inject(`/api/v1/groups/${at.groupId}/calendar.ics`)).body
  expect(await ics()).toContain('SEQUENCE:0')
  const body = {
    startsAt: new Date(Date.now() + 25 * 86_400_000).toISOString(),
    minutes: 90,
    venue: 'Library',
    address: null,
    gettingThere: '',
    stepFree: true,
    link: null,
    breaks: 'Tea after 45 minutes',
    capacity: 12,
    paidMinutes: 150,
  }
  const seen = await at.yusuf(contract.change, { params: at.params, body })
  expect(seen).toMatchObject({ venue: 'Library', coming: { residents: 1 }, seatsLeft: 11 })
  expect(await ics()).toContain('SEQUENCE:1')
  const told = async (name: string) => letters(world, 'sessions.changed', `${name}@example.org`)
  expect((await told('two'))[0]?.body).toContain('Your answer stays as it was.')
  expect((await told('quiet'))[0]?.body).toContain('You have not said yet whether you come.')
  expect((await told('quiet'))[0]?.body).toContain('What you told us you need is being checked')
  expect(await told('no')).toEqual([])
  const { rings } = await at.yusuf(contract.plan, { params: at.params })
  expect(rings).toContainEqual(
    expect.objectContaining({ firstName: 'Derek', about: 'changed', rung: false }),
  )
  await at.yusuf(contract.change, { params: at.params, body: { ...body, paidMinutes: 180 } })
  expect(await ics()).toContain('SEQUENCE:1')
  await at.yusuf(contract.cancel, { params: at.params, body: { why: 'Flood' } })
  const off = await ics()
  expect(off).toContain('SEQUENCE:2')
  expect(off).toContain('STATUS:CANCELLED')
})

/** A session that was held an hour ago. */
async function heldTown(people = 1) {
  const at = await townWithSession(world)
  const voices = []
  for (let i = 0; i < people; i++) voices.push(await voice(world, at, byEmail(`Person${i}`)))
  await isOverSince(world, at.sessionId, 1)
  const step = (to: 'held' | 'closed') =>
    at.yusuf(contract.step, { params: at.params, body: { to } })
  await step('held')
  return { ...at, voices, step }
}
const notes = (at: Pick<Town, 'yusuf' | 'params'>, share: boolean) =>
  at.yusuf(contract.writeNotes, { params: at.params, body: { notes: 'We talked.', share } })

describe('after a session', () => {
  it('the sheet is typed in, notes are the group’s once shared, and everybody gets the two questions', async () => {
    const at = await heldTown(2)
    const [one] = at.voices
    if (!one) throw new Error('somebody was there')
    const plan = await at.yusuf(contract.attend, { params: at.params, body: { came: [one.id] } })
    expect(plan.people.map(({ came }) => came)).toEqual([true, false])
    await notes(at, false)
    expect((await one.phone(contract.read, { params: at.params })).notes).toBeNull()
    expect((await notes(at, true)).state).toBe('notes-shared')
    expect((await one.phone(contract.read, { params: at.params })).notes).toBe('We talked.')
    expect(await letters(world, 'sessions.notes')).toHaveLength(2)
  })

  it('notes that are not there in five working days are late for everybody to see, and Yusuf is reminded', async () => {
    const at = await heldTown(1)
    await world.db.execute(
      sql`update group_sessions set notes_due_at = now() - interval '1 hour' where id = ${at.sessionId}`,
    )
    await clocks()
    expect(await letters(world, 'sessions.notes-due')).toHaveLength(1)
    const seen = await at.voices[0]?.phone(contract.read, { params: at.params })
    expect(seen?.notesLate).toBe(true)
  })

  it('two sessions in a row that led to nothing are a nudge to stop, change or test (CD9, M38)', async () => {
    const at = await heldTown(1)
    await notes(at, true)
    expect(await letters(world, 'sessions.nudge')).toHaveLength(0)
    await world.db.execute(sql`insert into group_sessions (id, place_id, group_id, starts_at, ends_at, venue, getting_there, step_free, state, held_at)
      values (gen_random_uuid(), ${at.place.id}, ${at.groupId}, now() - interval '30 days', now() - interval '30 days' + interval '1 hour', 'Hall', '', true, 'closed', now())`)
    const list = () => at.yusuf(contract.list, { params: { groupId: at.groupId } })
    expect((await list()).ledger).toMatchObject({ held: 2, doing: 0, talkingShop: true })
    const body = { kind: 'test' as const, text: 'Tea at ten', who: 'Rosa', itemId: null }
    await at.yusuf(contract.addOutcome, { params: at.params, body })
    expect((await list()).ledger).toMatchObject({ doing: 1, talkingShop: false })
  })
})

describe('was I heard, did it change anything (CD8, M23)', () => {
  it('is said in two taps, once, and can be changed for a week', async () => {
    const at = await heldTown(1)
    const phone = at.voices[0]?.phone
    if (!phone) throw new Error('somebody was there')
    const feel = (heard: number, changed: number) =>
      phone(contract.feel, { params: at.params, body: { heard, changed } })
    await feel(2, 1)
    expect((await feel(4, 3)).felt.mine).toEqual({ heard: 4, changed: 3 })
    const { rows } = await world.db.execute(sql`select 1 from session_felt`)
    expect(rows).toHaveLength(1)
    await world.db.execute(sql`alter table group_sessions disable trigger group_sessions_course`)
    await isOverSince(world, at.sessionId, 24 * 7 + 1)
    await world.db.execute(sql`alter table group_sessions enable trigger group_sessions_course`)
    expect((await refusal(feel(5, 5))).code).toBe('sessions.not_that_week')
  })

  it('is typed in for whoever rang or left a strip, once, and never over what somebody said themselves', async () => {
    const at = await heldTown(2)
    const [rosa, own] = at.voices
    if (!rosa || !own) throw new Error('two were there')
    const type = (memberId: string) =>
      at.yusuf(contract.feelFor, {
        params: { ...at.params, memberId },
        body: { heard: 5, changed: 1 },
      })
    expect(await type(rosa.id)).toEqual({ typed: true })
    await own.phone(contract.feel, { params: at.params, body: { heard: 2, changed: 2 } })
    for (const { id } of [rosa, own])
      expect((await refusal(type(id))).code).toBe('sessions.felt_already')
    const { rows } = await world.db.execute(
      sql`select heard, changed from session_felt order by heard`,
    )
    expect(rows).toEqual([
      { heard: 2, changed: 2 },
      { heard: 5, changed: 1 },
    ])
    expect(JSON.stringify(await at.yusuf(contract.plan, { params: at.params }))).not.toContain(
      'heard',
    )
    expect((await refusal(type(someId()))).code).toBe('codesign.member_not_found')
  })

  it('is shown to the group after the week, from five answers on', async () => {
    const at = await heldTown(5)
    for (const [i, { phone }] of at.voices.entries())
      await phone(contract.feel, { params: at.params, body: { heard: 1 + i, changed: 2 } })
    const read = () => at.yusuf(contract.read, { params: at.params })
    expect((await read()).felt.shown).toBeNull()
    await world.db.execute(sql`alter table group_sessions disable trigger group_sessions_course`)
    await isOverSince(world, at.sessionId, 24 * 7 + 1)
    await world.db.execute(sql`alter table group_sessions enable trigger group_sessions_course`)
    const all = { people: 5, heard: 3, changed: 2 }
    expect((await read()).felt.shown).toMatchObject({
      all,
      blocs: [{ bloc: 'residents', mean: all }, { mean: null }, { mean: null }],
    })
  })
})
