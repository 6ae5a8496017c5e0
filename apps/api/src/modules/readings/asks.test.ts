import { challengesContract } from '@howcanwe/shared/challenges'
import { readingsContract as contract, MOST_ASKS } from '@howcanwe/shared/readings'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { type ReadingTown, readingTools, readingTown } from './readings.fixture.ts'

let world: World
let town: ReadingTown
let tools: ReturnType<typeof readingTools>
beforeAll(async () => {
  world = await startWorld()
  town = await readingTown(world)
  tools = readingTools(world, town)
})
afterAll(() => world.close())
beforeEach(async () => {
  await tools.begin()
  await tools.forgetLetters()
})

type Seeded = Parameters<World['seed']['organisation']>[0]
const group = (more: Partial<Seeded> = {}) =>
  world.seed.organisation({ place: town.place, ...more })
const groups = (count: number) => Promise.all(Array.from({ length: count }, () => group()))
const ask = async (organisationIds: string[], who = town.ruth, challengeId = tools.now.id) =>
  (await world.as(who))(contract.ask, { params: { challengeId }, body: { organisationIds } })
const asks = async (who = town.ruth, challengeId = tools.now.id) =>
  (await world.as(who))(contract.asks, { params: { challengeId } })
const askBrokers = async (who = town.ruth, challengeId = tools.now.id) =>
  (await world.as(who))(contract.askBrokers, { params: { challengeId }, body: {} })

/** Rows that asking for this challenge left behind. */
async function traces() {
  const count = async (query: ReturnType<typeof sql>) =>
    Number((await world.db.execute<{ n: string }>(query)).rows[0]?.n)
  return {
    asks: await count(
      sql`select count(*) n from reading_asks where challenge_id = ${tools.now.id}`,
    ),
    trail: await count(sql`select count(*) n from audit_events
      where action = 'readings.asked' and after->>'challengeId' = ${tools.now.id}`),
    letters: await count(
      sql`select count(*) n from outbox where template in ('readings.ask', 'readings.residents')`,
    ),
  }
}
const NONE = { asks: 0, trail: 0, letters: 0 }

describe('Ruth asks small groups to read her challenge before it opens (CH5, J-04)', () => {
  it('by email: the question, how many read it, minutes, until when, the link, who to ring, and that it counts for nothing', async () => {
    const circle = await group({
      name: 'Tuesday Circle',
      contactName: 'Amina',
      contactEmail: 'circle@example.org',
    })
    const desk = await ask([circle])
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
    expect(await traces()).toEqual({ asks: 1, trail: 1, letters: 1 })
  })

  it('whoever reads Dutch is asked in Dutch', async () => {
    const lead = await world.seed.person({ language: 'nl' })
    await ask([await group({ members: [lead], contactEmail: 'buurt@example.org' })])
    const [letter] = await tools.lettersTo('buurt')
    expect(letter?.body).toContain('twee bewoners en twee kleine groepen')
    expect(letter?.body).toContain('niet voor en niet tegen')
  })

  it('the broker can ask too, and both see whom', async () => {
    const name = `Choir ${someId()}`
    await ask([await group({ name })], town.ines)
    for (const who of [town.ruth, town.ines])
      expect((await asks(who)).asked.map((one) => one.name)).toEqual([name])
  })

  it('the trail holds ids and no name; readers are told how many were asked, and no name either', async () => {
    const name = `Night Walkers ${someId()}`
    const walkers = await group({ name })
    await ask([walkers])
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
    const [asked, came] = [await group({ members: [dele] }), await group({ members: [town.amina] })]
    await ask([asked])
    const { comment } = await tools.say(dele, { readsAs: 'organisation', organisationId: asked })
    const other = await tools.say(town.amina, { readsAs: 'organisation', organisationId: came })
    expect(Object.keys(comment)).toEqual(Object.keys(other.comment))
    expect((await tools.read()).counts.smallOrganisations).toBe(2)
  })

  it('one that cannot be asked refuses them all, and says which', async () => {
    const good = await group()
    const cases: [string, string, string][] = [
      ['paused', await group({ state: 'paused' }), 'readings.group_paused'],
      ['left', await group({ state: 'left' }), 'readings.group_unknown'],
      ['large', await group({ incomeBand: 'large' }), 'readings.group_unknown'],
      ['public', await group({ sector: 'public' }), 'readings.group_unknown'],
      ['the council itself', town.council, 'readings.group_unknown'],
      ['hers', await group({ members: [town.ruth] }), 'readings.group_unknown'],
      [
        'without email',
        await group({ contactEmail: null, contactPhone: '1' }),
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
      const problem = await refusal(ask([good, id]))
      expect([what, problem.code]).toEqual([what, code])
      expect(problem.errors).toEqual([
        { pointer: '#/body/organisationIds/1', code: code.replace('readings.', '') },
      ])
    }
    expect(await traces()).toEqual(NONE)
  })

  it('nobody is asked twice, not even by two at once', async () => {
    const one = await group()
    const both = await Promise.allSettled([ask([one]), ask([one], town.ines)])
    const refused = both.flatMap((b) => (b.status === 'rejected' ? [b.reason] : []))
    expect(refused).toEqual([expect.objectContaining({ code: 'readings.already_asked' })])
    expect((await refusal(ask([one]))).code).toBe('readings.already_asked')
    expect(await traces()).toEqual({ asks: 1, trail: 1, letters: 1 })
  })

  it('twelve groups are the most, not even by two at once', async () => {
    const many = await groups(MOST_ASKS + 1)
    expect((await refusal(ask(many))).status).toBe(400)
    await ask(many.slice(0, 8))
    const rest = await Promise.allSettled([
      ask(many.slice(8, 11)),
      ask(many.slice(10, 13), town.ines),
    ])
    expect(rest.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { left } = await asks()
    const spare = await groups(left + 1)
    expect((await refusal(ask(spare))).code).toBe('readings.asked_enough')
    if (left > 0) await ask(spare.slice(0, left))
    expect(await asks()).toMatchObject({ left: 0 })
    expect(await traces()).toEqual({ asks: 12, trail: 12, letters: 12 })
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
    const one = await group()
    expect((await refusal(asks(person))).code).toBe(code)
    expect((await refusal(ask([one], person))).code).toBe(code)
    expect((await refusal(askBrokers(person))).status).toBeGreaterThanOrEqual(403)
    expect(await traces()).toEqual(NONE)
  })

  it('a stranger is asked to sign in first', async () => {
    const refused = await refusal(
      world.anyone(contract.asks, { params: { challengeId: tools.now.id } }),
    )
    expect(refused.code).toBe('auth.required')
  })

  it('a draft is not there, and once it is out or taken back nobody is asked', async () => {
    const one = await group()
    expect((await refusal(ask([one], town.ruth, await tools.draft()))).code).toBe(
      'challenges.not_found',
    )
    const council = { place: town.place, commissioner: town.ruth, council: town.council }
    const out = await world.seed.openChallenge(council)
    expect((await refusal(ask([one], town.ruth, out))).code).toBe('readings.over')
    expect((await refusal(askBrokers(town.ruth, out))).code).toBe('readings.over')
    expect(await asks(town.ruth, out)).toMatchObject({ open: false, suggested: [] })
  })
})

describe('who is offered', () => {
  it('near ones first, among them whoever was asked least in twelve months; nobody who is asked, has read or wants no asking', async () => {
    const place = await world.seed.place()
    const sam = await world.seed.person({ roles: [{ placeId: place.id, role: 'commissioner' }] })
    const make = (name: string, more: Partial<Seeded> = {}) =>
      world.seed.organisation({ place, name, ...more })
    const far = { place: { ...place, areaIds: place.areaIds.slice(1) } }
    const busy = await make('Busy')
    await make('Far', { ...far, themes: ['animals'] })
    await make('By theme', far)
    await make('By area', { themes: ['animals'] })
    const old = await make('Asked long ago')
    for (const [name, more] of [
      ['Paused', { state: 'paused' }],
      ['Left', { state: 'left' }],
      ['Large', { incomeBand: 'large' }],
      ['Sam’s own', { members: [sam] }],
    ] as [string, Partial<Seeded>][])
      await make(name, more)
    await make('By phone', { contactEmail: null, contactPhone: '020 7946 0001' })
    const reader = await world.seed.person()
    const reads = await make('Reads', { members: [reader] })
    const council = await make('Council', { sector: 'public', members: [sam] })
    const start = async () => {
      const id = await world.seed.draft({ place, commissioner: sam, council })
      await world.seed.readThrough(id)
      return id
    }
    const before = await start()
    await ask([busy, old], sam, before)
    await world.db.execute(sql`alter table reading_asks disable trigger all`)
    await world.db.execute(sql`update reading_asks set asked_at = asked_at - interval '13 months'
      where organisation_id = ${old}`)
    await world.db.execute(sql`alter table reading_asks enable trigger all`)

    const challengeId = await start()
    await tools.say(reader, { readsAs: 'organisation', organisationId: reads }, challengeId)
    const desk = await asks(sam, challengeId)
    const names = desk.suggested.map(({ name }) => name)
    expect(names.slice(0, 3).toSorted()).toEqual(['Asked long ago', 'By area', 'By theme'])
    expect(names.slice(3)).toEqual(['Busy', 'Far'])
    expect(desk.suggested.map(({ askedBefore }) => askedBefore)).toEqual([0, 0, 0, 1, 0])
    expect(desk).toMatchObject({ byPhone: 1, left: 12, asked: [], residentsOn: null })
    expect(JSON.stringify(desk), 'no address, no number').not.toMatch(/@|7946/)
    await ask([busy], sam, challengeId)
    expect((await asks(sam, challengeId)).suggested.map(({ name }) => name)).not.toContain('Busy')
  })
})

describe('residents are asked by the broker, whose addresses stay there', () => {
  it('one press writes to the brokers, with link and words; the second is one too many', async () => {
    const desk = await askBrokers()
    expect(desk).toMatchObject({ left: 12, asked: [], can: { askBrokers: false } })
    expect(desk.residentsOn).toMatch(/^\d{4}-\d\d-\d\d$/)
    const [letter, ...more] = await tools.lettersTo('ines')
    expect(more).toEqual([])
    expect(letter?.body).toContain(`http://localhost:3000/read/${tools.now.id}`)
    expect(letter?.body).toContain('Ruth Okafor, Northgate Council asks you')
    expect((await refusal(askBrokers())).code).toBe('readings.already_asked')
    expect((await asks(town.ines)).residentsOn).toBe(desk.residentsOn)
    expect(await traces()).toEqual({ asks: 1, trail: 1, letters: 1 })
  })

  it('the broker does not hand them to herself', async () => {
    expect((await refusal(askBrokers(town.ines))).code).toBe('auth.forbidden')
    expect((await asks(town.ines)).can.askBrokers).toBe(false)
  })

  it('without a broker the place’s contact is written to; where there is none Ruth is told, and nothing is kept', async () => {
    for (const [contactEmail, code] of [
      ['desk@example.org', undefined],
      [null, 'readings.no_broker'],
    ] as const) {
      const place = await world.seed.place({ contactEmail })
      const sam = await world.seed.person({ roles: [{ placeId: place.id, role: 'commissioner' }] })
      const challengeId = await world.seed.draft({ place, commissioner: sam })
      await world.seed.readThrough(challengeId)
      const press = askBrokers(sam, challengeId)
      if (code) expect((await refusal(press)).code).toBe(code)
      else await press
      expect((await asks(sam, challengeId)).residentsOn === null).toBe(code !== undefined)
    }
    expect(await tools.lettersTo('desk')).toHaveLength(1)
  })
})

it('the list of what is being read says how long it takes, until when, and who is still needed', async () => {
  await tools.say(town.kayleigh)
  const { items } = await world.anyone(contract.list, { params: { placeId: town.place.id } })
  const one = items.find(({ id }) => id === tools.now.id)
  expect(one).toMatchObject({
    organisation: 'Northgate Council',
    minutes: 1,
    shortened: false,
    counts: { residents: 1, smallOrganisations: 0, needed: 2 },
  })
  expect(one?.readUntil).not.toBeNull()
  await (await world.as(town.ines))(challengesContract.shortenReadThrough, {
    params: { challengeId: tools.now.id },
    body: { reason: 'The grant for it ends on Friday, and eleven people have read it.' },
  })
  const again = await world.anyone(contract.list, { params: { placeId: town.place.id } })
  expect(again.items.find(({ id }) => id === tools.now.id)?.shortened).toBe(true)
})
