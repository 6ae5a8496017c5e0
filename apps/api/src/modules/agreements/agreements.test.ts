import { agreementsContract as contract } from '@howcanwe/shared/agreements'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import {
  bySql,
  group,
  lettersTo,
  ready,
  type Town,
  townOf,
} from '../joint-interests/joint-interests.fixture.ts'
import { BOX, begin, box, confirm, lived, look, on, WORDS, write } from './agreements.fixture.ts'
import { remindAgreements } from './index.ts'

let world: World
let town: Town
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  town = await townOf(world)
})

describe('one page between organisations (BR5, §2.9)', () => {
  it('Amina begins it, each writes its own box, both confirm the same words, and it is lived', async () => {
    const { amina, elders } = town
    const begun = await begin(town, amina, [elders])
    expect(begun.missing).toEqual(['purpose', 'interests', 'confirm'])
    expect((await lettersTo(world, elders.email)).map((l) => l.template)).toContain(
      'agreements.begun',
    )
    await write(town, amina, begun.id)
    for (const one of [amina, elders]) await box(town, one, begun.id)
    expect((await confirm(town, amina, begun.id)).state).toBe('drafting')
    const now = await confirm(town, elders, begun.id)
    expect(now.state).toBe('live')
    const months = (Number(now.reviewDueAt) - Date.now()) / 86_400_000
    expect(months).toBeGreaterThan(88)
    expect(months).toBeLessThan(93)
    const kept = await world.db.execute<{ content: unknown }>(
      sql`select content from agreement_versions where agreement_id = ${begun.id}`,
    )
    expect(JSON.stringify(kept.rows)).toContain(`${elders.name} wants rest.`)
  })

  it('a change un-confirms everybody, and whoever had confirmed hears it once', async () => {
    const { amina, elders } = town
    const { id } = await begin(town, amina, [elders])
    await write(town, amina, id)
    for (const one of [amina, elders]) await box(town, one, id)
    await confirm(town, elders, id)
    await write(town, amina, id, { credit: 'Both names, always.' })
    await write(town, amina, id, { credit: 'Both names, and the lunch club’s.' })
    const now = await look(town, elders, id)
    expect(now.parties.map((p) => p.confirmed)).toEqual([false, false])
    const told = (await lettersTo(world, elders.email)).filter(
      (l) => l.template === 'agreements.changed',
    )
    expect(told).toHaveLength(1)
  })

  it('nobody writes or confirms for another, and nobody outside reads it', async () => {
    const { amina, elders, lunch } = town
    const { id } = await begin(town, amina, [elders])
    const call = await world.as(amina.member)
    const own = { organisationId: elders.id, interests: 'They want this.' }
    const forElders = call(
      contract.writeBox,
      { ...on(id), body: { ...own, ...BOX } },
      { ifMatch: 1 },
    )
    expect((await refusal(forElders)).code).toBe('agreements.not_found')
    expect((await refusal(look(town, lunch, id))).code).toBe('agreements.not_found')
    for (const path of [`/agreements/${id}`, `/agreements/${id}/document`]) {
      const answer = await world.app.inject({
        url: `/api/v1${path}`,
        headers: { authorization: `Bearer ${await world.tokenOf(town.ruth)}` },
      })
      expect(answer.statusCode).toBe(404)
    }
    expect(
      await bySql(
        world,
        sql`update agreement_parties set confirmed_version = (select version from agreements where id = ${id}),
          confirmed_by = ${amina.member}, confirmed_at = clock_timestamp()
          where agreement_id = ${id} and organisation_id = ${elders.id}`,
      ),
    ).toBe('HW120')
  })

  it('everybody in an answer together is brought in, by one of them alone', async () => {
    const { amina, elders, lunch } = town
    const fromId = await ready(town, amina, [elders, lunch])
    const body = {
      title: WORDS.title,
      from: 'joint-interest' as const,
      fromId,
      partyIds: [],
    }
    const made = await (await world.as(amina.member))(contract.begin, {
      body: { organisationId: amina.id, ...body },
    })
    expect(made.parties).toHaveLength(3)
    const outside = await group(town, 'Outsiders')
    const taken = (await world.as(outside.member))(contract.begin, {
      body: { organisationId: outside.id, ...body },
    })
    expect((await refusal(taken)).code).toBe('agreements.not_found')
  })
})

it('two colleagues write the same box at once: the second is told, and nothing of the first is lost', async () => {
  const { amina, elders } = town
  const { id } = await begin(town, amina, [elders])
  const { version } = await look(town, amina, id)
  await box(town, amina, id)
  const call = await world.as(amina.member)
  const body = { organisationId: amina.id, interests: 'Something else.', ...BOX }
  const second = call(contract.writeBox, { ...on(id), body }, { ifMatch: version })
  expect((await refusal(second)).code).toBe('request.stale')
  expect((await look(town, amina, id)).parties.find((p) => p.ours)?.interests).toBe(
    `${amina.name} wants rest.`,
  )
})

describe('money (FR-13) [G]', () => {
  it('later than 30 days is refused, by route and by SQL', async () => {
    const { amina, elders } = town
    const { id } = await begin(town, amina, [elders])
    expect((await refusal(write(town, amina, id, { payDays: 31 }))).code).toBe('request.invalid')
    expect(await bySql(world, sql`update agreements set pay_days = 45 where id = ${id}`)).toBe(
      '23514',
    )
  })

  it('a small group is paid before it begins: without that nobody confirms, by route or by SQL; a large one may be paid after', async () => {
    const { amina } = town
    const large = await group(town, 'Great Homes', 'major')
    const { id } = await begin(town, amina, [large])
    await write(town, amina, id)
    await box(town, large, id, { advance: false })
    await box(town, amina, id, { advance: false })
    expect((await look(town, amina, id)).missing).toEqual(['advance', 'confirm'])
    expect((await refusal(confirm(town, amina, id))).code).toBe('agreements.not_complete')
    expect(
      await bySql(
        world,
        sql`update agreements set state = 'live', review_due_at = clock_timestamp() where id = ${id}`,
      ),
    ).toBe('HW124')
    await box(town, amina, id, { advance: true })
    await confirm(town, amina, id)
    expect((await confirm(town, large, id)).state).toBe('live')
  })
})

describe('three months on', () => {
  it('every party is asked once whether it still fits; kept, it holds for three months more', async () => {
    const id = await lived(town)
    await world.db.execute(
      sql`update agreements set review_due_at = clock_timestamp() - interval '1 minute' where id = ${id}`,
    )
    const deps = { db: world.appDb, config: world.config }
    while (await remindAgreements(deps));
    const asked = (await lettersTo(world, town.elders.email)).filter(
      (l) => l.template === 'agreements.review',
    )
    expect(asked).toHaveLength(1)
    expect((await look(town, town.amina, id)).reviewDue).toBe(true)
    const kept = await (await world.as(town.elders.member))(contract.review, {
      ...on(id),
      body: { outcome: 'renewed' },
    })
    expect([kept.state, kept.reviewDue]).toEqual(['live', false])
  })

  it('changed, it is drafted and confirmed again; ended, it stays readable and moves no more', async () => {
    const id = await lived(town)
    const call = await world.as(town.amina.member)
    await call(contract.review, { ...on(id), body: { outcome: 'changed' } })
    expect((await look(town, town.elders, id)).parties.map((p) => p.confirmed)).toEqual([
      false,
      false,
    ])
    await write(town, town.amina, id, { ideas: 'Whoever has them.' })
    for (const one of [town.amina, town.elders]) await confirm(town, one, id)
    const ended = await call(contract.review, { ...on(id), body: { outcome: 'ended' } })
    expect(ended.state).toBe('ended')
    expect((await refusal(write(town, town.amina, id))).code).toBe('agreements.wrong_state')
    const raw = sql`update agreements set purpose = 'Something else.' where id = ${id}`
    expect(await bySql(world, raw)).toBe('HW121')
    expect((await look(town, town.elders, id)).ideas).toBe('Whoever has them.')
  })

  it('what was confirmed is rewritten by nobody', async () => {
    const id = await lived(town)
    for (const raw of [
      sql`update agreements set purpose = 'Something else.' where id = ${id}`,
      sql`update agreement_parties set pence = 1 where agreement_id = ${id}`,
      sql`delete from agreement_parties where agreement_id = ${id}`,
      sql`delete from agreements where id = ${id}`,
    ])
      expect(await bySql(world, raw)).toBe('HW121')
    expect(await bySql(world, sql`delete from agreement_versions`)).not.toBe('done')
  })
})
