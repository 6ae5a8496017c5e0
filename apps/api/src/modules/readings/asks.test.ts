import { readingsContract as contract, MOST_ASKS } from '@howcanwe/shared/readings'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { askTools, NONE } from './asks.fixture.ts'
import { type ReadingTown, readingTools, readingTown } from './readings.fixture.ts'

let world: World
let town: ReadingTown
let tools: ReturnType<typeof readingTools>
let asking: ReturnType<typeof askTools>
beforeAll(async () => {
  world = await startWorld()
  town = await readingTown(world)
  tools = readingTools(world, town)
  asking = askTools(world, town, tools)
})
afterAll(() => world.close())
beforeEach(async () => {
  await tools.begin()
  await tools.forgetLetters()
})

describe('Ruth asks small groups to read her challenge before it opens (CH5, J-04)', () => {
  it('by email: the question, how many read it, minutes, until when, the link, who to ring, and that it counts for nothing', async () => {
    const circle = await asking.group({
      name: 'Tuesday Circle',
      contactName: 'Amina',
      contactEmail: 'circle@example.org',
    })
    const desk = await asking.ask([circle])
    expect(desk).toMatchObject({ left: 11, asked: [{ name: 'Tuesday Circle' }] })
    const [letter, ...more] = await tools.lettersTo('circle')
    expect(more).toEqual([])
    expect(letter?.subject).toContain('How can we make a break from caring')
    for (const said of [
      'Hello Amina',
      'Ruth Okafor, Northgate Council is about to ask',
      'two residents and two small groups',
      'somebody at Tuesday Circle',
      `about ${desk.minutes} minutes`,
      `http://localhost:3000/read/${tools.now.id}`,
      'neither for nor against you',
      'Ines, 020 7946 0000',
    ])
      expect(letter?.body).toContain(said)
    expect(letter?.body).toMatch(/until \w+day \d{1,2} \w+ \d{4}\./)
    expect(desk.minutes).toBeLessThanOrEqual(15)
    expect(await asking.traces()).toEqual({ asks: 1, trail: 1, letters: 1 })
  })

  it('whoever reads Dutch is asked in Dutch', async () => {
    const lead = await world.seed.person({ language: 'nl' })
    await asking.ask([await asking.group({ members: [lead], contactEmail: 'buurt@example.org' })])
    const [letter] = await tools.lettersTo('buurt')
    expect(letter?.body).toContain('twee bewoners en twee kleine groepen')
    expect(letter?.body).toContain('niet voor en niet tegen')
  })

  it('by text, where a group has no address and its lead signed in with a number', async () => {
    const amina = await world.seed.person({
      email: null,
      phone: '+447700900123',
      phoneVerifiedAt: new Date(),
    })
    const group = { members: [amina], contactEmail: null, contactPhone: '020 7946 0001' }
    await asking.ask([await asking.group(group)])
    const { rows } = await world.db.execute<{ body: string }>(
      sql`select body from outbox where recipient = '+447700900123'`,
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.body).toContain(`http://localhost:3000/read/${tools.now.id}`)
  })

  it('the broker can ask too, and both see whom', async () => {
    const name = `Choir ${someId()}`
    await asking.ask([await asking.group({ name })], town.ines)
    for (const who of [town.ruth, town.ines])
      expect((await asking.asks(who)).asked.map((one) => one.name)).toEqual([name])
  })

  it('the trail holds ids and no name; readers are told how many were asked, and no name either', async () => {
    const name = `Night Walkers ${someId()}`
    const walkers = await asking.group({ name })
    await asking.ask([walkers])
    const { rows } = await world.db.execute<{ line: string }>(sql`select to_jsonb(e)::text as line
      from audit_events e where action = 'readings.asked' and after->>'organisationId' = ${walkers}`)
    expect(rows).toHaveLength(1)
    expect(rows[0]?.line).not.toContain('Night')
    const page = await tools.read()
    expect(page.groupsAsked).toBe(1)
    expect(JSON.stringify(page)).not.toContain('Night')
  })

  it('a group that was asked reads like everybody else: nothing says afterwards that it was asked', async () => {
    const dele = await world.seed.person({ name: 'Dele' })
    const [asked, came] = [
      await asking.group({ members: [dele] }),
      await asking.group({ members: [town.amina] }),
    ]
    await asking.ask([asked])
    const { comment } = await tools.say(dele, { readsAs: 'organisation', organisationId: asked })
    const other = await tools.say(town.amina, { readsAs: 'organisation', organisationId: came })
    expect(Object.keys(comment)).toEqual(Object.keys(other.comment))
    expect((await tools.read()).counts.smallOrganisations).toBe(2)
  })

  it('one that cannot be asked refuses them all, and says which', async () => {
    const good = await asking.group()
    const cases: [string, string, string][] = [
      ['paused', await asking.group({ state: 'paused' }), 'readings.group_paused'],
      ['left', await asking.group({ state: 'left' }), 'readings.group_unknown'],
      ['large', await asking.group({ incomeBand: 'large' }), 'readings.group_unknown'],
      ['public', await asking.group({ sector: 'public' }), 'readings.group_unknown'],
      ['the council itself', town.council, 'readings.group_unknown'],
      ['hers', await asking.group({ members: [town.ruth] }), 'readings.group_unknown'],
      [
        'without email',
        await asking.group({ contactEmail: null, contactPhone: '1' }),
        'readings.group_unknown',
      ],
      [
        'elsewhere',
        await world.seed.organisation({ place: await world.seed.place() }),
        'readings.group_unknown',
      ],
      ['nobody', someId(), 'readings.group_unknown'],
      ['twice', good, 'readings.already_asked'],
    ]
    for (const [what, id, code] of cases) {
      const problem = await refusal(asking.ask([good, id]))
      expect([what, problem.code]).toEqual([what, code])
      expect(problem.errors).toEqual([
        { pointer: '#/body/organisationIds/1', code: code.replace('readings.', '') },
      ])
    }
    expect(await asking.traces()).toEqual(NONE)
  })

  it('nobody is asked twice, not even by two at once', async () => {
    const one = await asking.group()
    const both = await Promise.allSettled([asking.ask([one]), asking.ask([one], town.ines)])
    const refused = both.flatMap((b) => (b.status === 'rejected' ? [b.reason] : []))
    expect(refused).toEqual([expect.objectContaining({ code: 'readings.already_asked' })])
    expect((await refusal(asking.ask([one]))).code).toBe('readings.already_asked')
    expect(await asking.traces()).toEqual({ asks: 1, trail: 1, letters: 1 })
  })

  it('twelve groups are the most, not even by two at once', async () => {
    const many = await asking.groups(MOST_ASKS + 1)
    expect((await refusal(asking.ask(many))).status).toBe(400)
    await asking.ask(many.slice(0, 8))
    const rest = await Promise.allSettled([
      asking.ask(many.slice(8, 11)),
      asking.ask(many.slice(10, 13), town.ines),
    ])
    expect(rest.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { left } = await asking.asks()
    const spare = await asking.groups(left + 1)
    expect((await refusal(asking.ask(spare))).code).toBe('readings.asked_enough')
    if (left > 0) await asking.ask(spare.slice(0, left))
    expect(await asking.asks()).toMatchObject({ left: 0 })
    expect(await asking.traces()).toEqual({ asks: 12, trail: 12, letters: 12 })
  })
})

describe('who and when', () => {
  it.each([
    [
      'another council’s commissioner',
      () => world.seed.person({ roles: [{ placeId: town.place.id, role: 'commissioner' }] }),
      'challenges.not_found',
    ],
    [
      'the broker of another place',
      async () =>
        world.seed.person({ roles: [{ placeId: (await world.seed.place()).id, role: 'broker' }] }),
      'challenges.not_found',
    ],
    ['a member of a small group', async () => town.amina, 'auth.forbidden'],
    ['somebody who just signed in', async () => town.kayleigh, 'auth.forbidden'],
  ])('%s neither asks nor sees who was asked', async (_, who, code) => {
    const person = await who()
    const one = await asking.group()
    expect((await refusal(asking.asks(person))).code).toBe(code)
    expect((await refusal(asking.ask([one], person))).code).toBe(code)
    expect((await refusal(asking.askBrokers(person))).status).toBeGreaterThanOrEqual(403)
    expect(await asking.traces()).toEqual(NONE)
  })

  it('a stranger is asked to sign in first', async () => {
    const refused = await refusal(
      world.anyone(contract.asks, { params: { challengeId: tools.now.id } }),
    )
    expect(refused.code).toBe('auth.required')
  })

  it('a draft is not there, and once it is out or taken back nobody is asked', async () => {
    const one = await asking.group()
    expect((await refusal(asking.ask([one], town.ruth, await tools.draft()))).code).toBe(
      'challenges.not_found',
    )
    const council = { place: town.place, commissioner: town.ruth, council: town.council }
    const out = await world.seed.openChallenge(council)
    expect((await refusal(asking.ask([one], town.ruth, out))).code).toBe('readings.over')
    expect((await refusal(asking.askBrokers(town.ruth, out))).code).toBe('readings.over')
    expect(await asking.asks(town.ruth, out)).toMatchObject({ open: false, suggested: [] })
  })
})
