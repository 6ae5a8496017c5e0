import { contracts } from '@howcanwe/shared/contracts'
import { type Endpoint, urlOf } from '@howcanwe/shared/http'
import { interestsContract as contract, type DraftAnswers } from '@howcanwe/shared/interests'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { forgetOld } from '../../retention/index.ts'

const CANARY = 'canary-draft-7'
/** Everybody at every address takes its time on a busy machine. */
const EVERY_ROUTE_MS = 120_000

let world: World
let town: SeededPlace
let ruth: string
let ines: string
let council: string
let amina: string
let lou: string
let carers: string
let challengeId: string
beforeAll(async () => {
  world = await startWorld()
  const { seed } = world
  town = await seed.place()
  ruth = await seed.person({ name: 'Ruth', roles: [{ placeId: town.id, role: 'commissioner' }] })
  ines = await seed.person({
    name: 'Ines',
    roles: ['broker', 'facilitator', 'steward'].map((role) => ({
      placeId: town.id,
      role: role as 'broker',
    })),
  })
  council = await seed.organisation({ place: town, kind: 'council', members: [ruth] })
})
afterAll(() => world.close())
beforeEach(async () => {
  amina = await world.seed.person({ name: 'Amina' })
  lou = await world.seed.person({ name: 'Lou' })
  carers = await world.seed.organisation({ place: town, members: [amina, lou] })
  challengeId = await world.seed.openChallenge({ place: town, commissioner: ruth, council })
})

const params = () => ({ challengeId })
const keep = async (
  person: string,
  answers: DraftAnswers,
  more: { seen?: number | null; seconds?: number; organisationId?: string } = {},
) =>
  (await world.as(person))(contract.saveDraft, {
    params: params(),
    body: { organisationId: carers, answers, seconds: 60, seen: null, ...more },
  })
const read = async (person: string, organisationId = carers) =>
  (await (await world.as(person))(contract.draft, { params: params(), query: { organisationId } }))
    .draft
const complete = {
  why: 'Nine of us look after someone, and none of us has had a Saturday off.',
  bring: [],
  bringNote: '',
  hoursPerMonth: 12,
  fromWhen: null,
  need: [],
  needNote: '',
  together: 'alone' as const,
  togetherWith: '',
  conflict: false,
  conflictNote: '',
}
const send = async (person = amina) =>
  (await world.as(person))(contract.express, {
    params: params(),
    body: { organisationId: carers, ...complete },
  })

describe('a flat battery loses nothing (EI1)', () => {
  it('Amina begins on the bus, and Lou goes on at the kitchen table', async () => {
    const saved = await keep(amina, { why: 'Half a sentence', hoursPerMonth: 12 })
    expect([saved.draft.mine, saved.meanwhile]).toEqual([true, null])
    expect(await read(lou)).toMatchObject({
      answers: { why: 'Half a sentence', hoursPerMonth: 12 },
      seconds: 60,
      by: 'Amina',
      mine: false,
      version: 1,
    })
  })

  it('two people who write different questions at once both keep their words, and are told', async () => {
    await keep(amina, { why: 'From Amina' })
    const lous = await keep(lou, { bringNote: 'From Lou' }, { seen: 1 })
    expect(lous.meanwhile).toBeNull()
    const aminas = await keep(amina, { needNote: 'A van' }, { seen: 1, seconds: 90 })
    expect(aminas.meanwhile?.by).toBe('Lou')
    expect(aminas.draft).toMatchObject({
      answers: { why: 'From Amina', bringNote: 'From Lou', needNote: 'A van' },
      seconds: 90,
      version: 3,
    })
  })

  it('where both wrote one question the newest words stand', async () => {
    await keep(amina, { why: 'Older' })
    expect((await keep(lou, { why: 'Newer' })).meanwhile?.by).toBe('Amina')
    expect((await read(amina))?.answers.why).toBe('Newer')
  })

  it('the same person on another phone, or again after a lost answer, is not warned of herself', async () => {
    await keep(amina, { why: 'One' })
    expect((await keep(amina, { why: 'Two' })).meanwhile).toBeNull()
  })

  it('eight saves at once make one draft of all of them', async () => {
    await Promise.all(
      Array.from({ length: 8 }, (_, i) => keep(i % 2 ? amina : lou, { bringNote: `${i}` })),
    )
    expect((await read(amina))?.version).toBe(8)
  })

  it('it is gone once the answers are sent, and after a change too', async () => {
    await keep(amina, { why: 'Half a sentence' })
    const sent = await send()
    expect(await read(lou)).toBeNull()
    await keep(lou, { why: 'Other words about it' })
    await (await world.as(lou))(
      contract.change,
      { params: { interestId: sent.id }, body: complete },
      { ifMatch: sent.version },
    )
    expect(await read(amina)).toBeNull()
  })

  it('it can be thrown away, once or twice', async () => {
    await keep(amina, { why: 'Never mind' })
    for (const person of [lou, amina])
      await (await world.as(person))(contract.dropDraft, {
        params: params(),
        query: { organisationId: carers },
      })
    expect(await read(amina)).toBeNull()
  })

  it('nothing is kept after the deadline, but what was written can still be read', async () => {
    await keep(amina, { why: 'Nearly' })
    await world.seed.passDeadline(challengeId)
    expect((await refusal(keep(amina, { why: 'Too late' }))).code).toBe('challenges.closed')
    expect((await read(amina))?.answers.why).toBe('Nearly')
  })

  it('after a year without a word it is forgotten, and not before', async () => {
    await keep(amina, { why: 'Old' })
    const age = (by: string) =>
      world.db.execute(sql`update interest_drafts set updated_at = clock_timestamp() - ${by}::interval
        where challenge_id = ${challengeId}`)
    await age('364 days')
    await forgetOld(world.db)
    expect(await read(amina)).not.toBeNull()
    await age('366 days')
    await forgetOld(world.db)
    expect(await read(amina)).toBeNull()
  })
})

describe('a draft is nobody else’s business', () => {
  it.each([
    ['another organisation', () => world.seed.person()],
    ['the one who asks', async () => ruth],
  ])('%s can neither read, write nor throw away ours', async (_, who) => {
    await keep(amina, { why: CANARY })
    const person = await who()
    if (person !== ruth) await world.seed.organisation({ place: town, members: [person] })
    const call = await world.as(person)
    const query = { organisationId: carers }
    const tries = [
      () => call(contract.draft, { params: params(), query }),
      () => keep(person, { why: 'x' }),
      () => call(contract.dropDraft, { params: params(), query }),
    ]
    for (const attempt of tries)
      expect((await refusal(attempt())).code).toBe('interests.not_your_organisation')
    expect((await read(amina))?.answers.why).toBe(CANARY)
  })

  it('the council that asks cannot begin an answer of its own', async () => {
    expect((await refusal(keep(ruth, { why: 'x' }, { organisationId: council }))).code).toBe(
      'interests.asks_itself',
    )
  })

  it(
    'commissioner, broker, facilitator and steward read no word of it on any page, before or after the deadline',
    async () => {
      await keep(amina, { why: `${CANARY} why`, bringNote: `${CANARY} bring` })
      const dele = await world.seed.person({ name: 'Dele' })
      const hall = await world.seed.organisation({ place: town, members: [dele] })
      const gets = Object.values(contracts)
        .flatMap((noun) => Object.values(noun))
        .filter((e: Endpoint) => e.method === 'GET')
      const known: Record<string, string> = { challengeId, organisationId: hall, placeId: town.id }
      const look = async (person: string | undefined) => {
        for (const e of gets) {
          const given = Object.fromEntries(
            Object.keys(e.params?.shape ?? {}).map((key) => [key, known[key] ?? someId()]),
          )
          for (const search of ['', `?placeId=${town.id}`, `?organisationId=${carers}`]) {
            const answer = await world.app.inject({
              url: urlOf(e, { params: given }) + search,
              headers: person ? { authorization: `Bearer ${await world.tokenOf(person)}` } : {},
            })
            expect(answer.body, e.path).not.toContain(CANARY)
          }
        }
      }
      for (const person of [ruth, ines, dele, undefined]) await look(person)
      await world.seed.passDeadline(challengeId)
      await look(ruth)
      const inbox = await (await world.as(ruth))(contract.forChallenge, { params: params() })
      expect(inbox.items).toEqual([])
      const { rows } = await world.db.execute<{ n: number }>(sql`
      select (select count(*) from outbox where body like ${`%${CANARY}%`})::int
        + (select count(*) from audit_events where after::text like ${`%${CANARY}%`})::int as n`)
      expect(rows[0]?.n).toBe(0)
    },
    EVERY_ROUTE_MS,
  )

  it('nobody counts drafts either: writing one leaves no trail and no letter', async () => {
    const count = async () =>
      (
        await world.db.execute<{ n: string }>(
          sql`select (select count(*) from audit_events) || ' ' || (select count(*) from outbox) as n`,
        )
      ).rows[0]?.n
    const before = await count()
    await keep(amina, { why: 'Quietly' })
    expect(await count()).toBe(before)
  })
})
