import { agreementsContract as contract } from '@howcanwe/shared/agreements'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { agrees, asked, no, says, two, yes } from '../introductions/introductions.fixture.ts'
import {
  answerAlone,
  begin as beginJoint,
  bySql,
  type Group,
  group,
  ready,
  type Town,
  townOf,
} from '../joint-interests/joint-interests.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

interface From {
  from: 'joint-interest' | 'cohort' | 'introduction' | 'chosen'
  fromId: string | null
  partyIds?: string[]
}
const TITLE = 'Free evenings in Northgate'

const begin = async (member: string, organisationId: string, of: From) =>
  (await world.as(member))(contract.begin, {
    body: { organisationId, title: TITLE, partyIds: [], ...of },
  })
const parties = async (
  member: string,
  organisationId: string,
  of: { from: From['from']; fromId?: string; q?: string },
) => (await world.as(member))(contract.parties, { query: { organisationId, ...of } })
const namesOf = (of: { items: { name: string }[] }) => of.items.map((one) => one.name)

/** Ruth has chosen Amina's carers and the elders, who answered alone. */
async function chosenTeam(): Promise<Town> {
  const town = await townOf(world)
  for (const one of [town.amina, town.elders, town.lunch]) await answerAlone(town, one)
  await world.seed.passDeadline(town.challengeId)
  await world.db.execute(sql`alter table interests disable trigger user`)
  await world.db.execute(sql`update interests set state = 'chosen', decided_at = clock_timestamp(), decided_by = ${town.ruth},
    decision_reason = 'Close to carers at night, and trusted by them.' where challenge_id = ${town.challengeId}
    and organisation_id in (${town.amina.id}, ${town.elders.id})`)
  await world.db.execute(sql`alter table interests enable trigger user`)
  return town
}

describe('out of a team', () => {
  it('Amina finds the others of the team and whoever asked, leaves one out, and begins', async () => {
    const { amina, elders, council, challengeId } = await chosenTeam()
    const found = await parties(amina.member, amina.id, { from: 'cohort', fromId: challengeId })
    expect(found.items.map((one) => one.id).toSorted()).toEqual([elders.id, council].toSorted())
    expect(found.title.length).toBeGreaterThan(0)
    const made = await begin(amina.member, amina.id, {
      ...{ from: 'cohort', fromId: challengeId, partyIds: [elders.id] },
    })
    expect(made.parties.map((p) => p.organisation.id).toSorted()).toEqual(
      [amina.id, elders.id].toSorted(),
    )
    expect([made.source, made.sourceId]).toEqual(['cohort', challengeId])
  })

  it('whoever asked begins it too; whoever was not chosen finds nothing, nor brings anybody in', async () => {
    const { ruth, council, amina, lunch, challengeId } = await chosenTeam()
    const of = { from: 'cohort', fromId: challengeId } as const
    expect((await begin(ruth, council, of)).parties).toHaveLength(3)
    expect((await refusal(parties(lunch.member, lunch.id, of))).code).toBe('agreements.not_found')
    expect((await refusal(begin(lunch.member, lunch.id, of))).code).toBe('agreements.not_found')
    const more = begin(amina.member, amina.id, { ...of, partyIds: [lunch.id] })
    expect((await refusal(more)).code).toBe('agreements.party_unknown')
  })

  it('before anybody is chosen there is no team', async () => {
    const town = await townOf(world)
    await answerAlone(town, town.amina)
    const of = { from: 'cohort', fromId: town.challengeId } as const
    expect((await refusal(parties(town.amina.member, town.amina.id, of))).code).toBe(
      'agreements.not_found',
    )
  })
})

describe('out of an introduction', () => {
  it('both said yes: each finds the other and begins', async () => {
    const t = await two(world)
    await asked(world, t)
    await agrees(world, t)
    await says(world, t, 'bram', yes())
    const of = { from: 'introduction', fromId: t.id } as const
    expect(namesOf(await parties(t.amina, t.carers, of))).toEqual(['Elm & Gate Homes'])
    expect((await begin(t.bram, t.homes, of)).parties).toHaveLength(2)
    expect((await refusal(parties(t.ines, t.carers, of))).status).toBe(403)
  })

  it('one has said yes, the other nothing or no: for both there is nothing, in the same words (BR3)', async () => {
    const t = await two(world)
    await asked(world, t)
    await agrees(world, t)
    const of = { from: 'introduction', fromId: t.id } as const
    const waiting = await refusal(begin(t.amina, t.carers, of))
    await says(world, t, 'bram', no)
    const refused = await refusal(begin(t.amina, t.carers, of))
    expect({ ...refused, instance: '' }).toEqual({ ...waiting, instance: '' })
    expect(refused.code).toBe('agreements.not_found')
    expect((await refusal(begin(t.bram, t.homes, of))).code).toBe('agreements.not_found')
  })
})

describe('out of an answer together', () => {
  it('everybody in it is found by one of them, and by nobody who has not said yes', async () => {
    const town = await townOf(world)
    const { amina, elders, lunch } = town
    const fromId = await ready(town, amina, [elders])
    const of = { from: 'joint-interest', fromId } as const
    expect(namesOf(await parties(elders.member, elders.id, of))).toEqual([amina.name])
    expect((await refusal(parties(lunch.member, lunch.id, of))).code).toBe('agreements.not_found')
  })

  it('whoever is asked and has not said yes is told that there is nothing', async () => {
    const town = await townOf(world)
    const { id } = await beginJoint(town, town.amina, [town.elders])
    const of = { from: 'joint-interest', fromId: id } as const
    const asking = parties(town.elders.member, town.elders.id, of)
    expect((await refusal(asking)).code).toBe('agreements.not_found')
  })
})

describe('with a chosen set', () => {
  const chosen = (by: Group, others: readonly Group[]) =>
    begin(by.member, by.id, {
      ...{ from: 'chosen', fromId: null, partyIds: others.map((one) => one.id) },
    })

  it('Amina looks the lunch club up by a part of its name; a sign of LIKE finds nobody', async () => {
    const { amina, lunch } = await townOf(world)
    const of = { from: 'chosen' } as const
    expect(namesOf(await parties(amina.member, amina.id, { ...of, q: 'lunch' }))).toEqual([
      lunch.name,
    ])
    expect(namesOf(await parties(amina.member, amina.id, { ...of, q: '%%' }))).toEqual([])
    expect(namesOf(await parties(amina.member, amina.id, of))).toEqual([])
    expect((await chosen(amina, [lunch])).sourceId).toBeNull()
  })

  it('whoever rests is not asked; alone, nine, or somebody of another place is no agreement (FR-12)', async () => {
    const town = await townOf(world)
    const { amina, lunch } = town
    await world.db.execute(sql`update organisations set state = 'paused' where id = ${lunch.id}`)
    expect((await refusal(chosen(amina, [lunch]))).code).toBe('agreements.resting')
    expect((await refusal(chosen(amina, []))).code).toBe('agreements.parties')
    const away = await townOf(world)
    expect((await refusal(chosen(amina, [away.lunch]))).code).toBe('agreements.party_unknown')
    const many = await Promise.all(
      Array.from({ length: 8 }, (_, n) => group(town, `Neighbours ${n}`)),
    )
    expect((await refusal(chosen(amina, many))).code).toBe('request.invalid')
  })

  it('nobody begins for an organisation that is not theirs', async () => {
    const { amina, elders, lunch } = await townOf(world)
    const body = { from: 'chosen', fromId: null, partyIds: [lunch.id] } as const
    const taken = begin(amina.member, elders.id, { ...body, partyIds: [lunch.id] })
    expect((await refusal(taken)).code).toBe('agreements.not_found')
  })
})

describe('one of them rests (FR-12)', () => {
  const rest = (id: string) =>
    world.db.execute(sql`update organisations set state = 'paused' where id = ${id}`)

  it('out of a team too it is not asked; the others begin without it, or it begins itself', async () => {
    const { amina, elders, council, challengeId } = await chosenTeam()
    await rest(elders.id)
    const of = { from: 'cohort', fromId: challengeId } as const
    expect((await refusal(begin(amina.member, amina.id, of))).code).toBe('agreements.resting')
    const without = await begin(amina.member, amina.id, { ...of, partyIds: [council] })
    expect(without.parties).toHaveLength(2)
    expect((await begin(elders.member, elders.id, of)).parties).toHaveLength(3)
  })

  it('nor is it put on a page by SQL, unless it began the page itself (HW156)', async () => {
    const town = await townOf(world)
    const { amina, elders, lunch } = town
    const of = { from: 'chosen', fromId: null, partyIds: [elders.id] } satisfies From
    const { id } = await begin(amina.member, amina.id, of)
    await rest(lunch.id)
    const put = sql`
      insert into agreement_parties (place_id, agreement_id, organisation_id)
      values (${town.place.id}, ${id}, ${lunch.id})`
    expect(await bySql(world, put)).toBe('HW156')
    const own = await begin(lunch.member, lunch.id, of)
    expect(own.parties.map((p) => p.organisation.id)).toContain(lunch.id)
  })
})
