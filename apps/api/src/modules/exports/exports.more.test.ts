import { casesContract } from '@howcanwe/shared/cases'
import { exportsContract as contract, type ListName, PLACE_LISTS } from '@howcanwe/shared/exports'
import { urlOf } from '@howcanwe/shared/http'
import { jointInterestsContract } from '@howcanwe/shared/joint-interests'
import { supportExchangeContract } from '@howcanwe/shared/support-exchange'
import { parse } from 'csv-parse/sync'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { type Town, townOf } from '../joint-interests/joint-interests.fixture.ts'

let world: World
let town: Town
/** Another broker of the same place. */
let bea = ''

beforeAll(async () => {
  world = await startWorld()
  town = await townOf(world)
  bea = await world.seed.person({ roles: [{ placeId: town.place.id, role: 'broker' }] })
})
afterAll(() => world.close())

async function take(personId: string, list: ListName) {
  const { challengeId, place } = town
  return world.app.inject({
    method: 'POST',
    url: PLACE_LISTS.some((name) => name === list)
      ? urlOf(contract.ofPlace, { params: { placeId: place.id } })
      : urlOf(contract.ofChallenge, { params: { challengeId } }),
    headers: { authorization: `Bearer ${await world.tokenOf(personId)}` },
    payload: { list, format: 'csv' },
  })
}
async function rows(list: ListName, personId = town.ines): Promise<Record<string, string>[]> {
  const answer = await take(personId, list)
  expect(answer.statusCode, answer.body).toBe(200)
  return parse(answer.body, { columns: true, bom: true })
}

describe('a broker takes along what already works (OR4, line 9)', () => {
  it('every card, also where there are more than a page of them, and none runs as a formula', async () => {
    const { amina, place } = town
    await world.db.execute(sql`insert into practice_cards
      (id, place_id, organisation_id, state, title, for_whom, evidence, may_copy, themes, listed_at, written_by)
      select gen_random_uuid(), ${place.id}, ${amina.id}, 'listed', '=Swap ' || n, 'Carers', 'feedback', 'ask-first',
        array['carers'], clock_timestamp() - (n / 5) * interval '1 minute', ${amina.member}
      from generate_series(1, 130) n`)
    const taken = await rows('practices')
    expect(new Set(taken.map(({ Title }) => Title)).size).toBe(130)
    expect(taken).toHaveLength(130)
    expect(taken[0]).toMatchObject({
      ...{ Title: expect.stringMatching(/^'=Swap/), 'For whom': 'Carers', Themes: 'Carers' },
      'What stands behind it': 'People told us so',
      'Whether others may do it': 'Please ask us first',
    })
    expect(await rows('practices', town.ruth), 'anybody may read them').toHaveLength(130)
  })
})

describe('a broker takes along her own work by the month (line 9)', () => {
  it('hers, and not a minute of a colleague’s', async () => {
    const call = await world.as(town.ines)
    const made = await call(casesContract.start, {
      params: { placeId: town.place.id },
      body: {
        subject: { kind: 'organisation', organisationId: town.amina.id },
        ...{ title: 'A room', nextAction: 'Ring on Monday', dueOn: '2031-01-06' },
      },
    })
    const said = { kind: 'call', whoAsked: 'Amina', consentReference: '', outcome: 'Yes' } as const
    await call(casesContract.log, { params: { caseId: made.id }, body: { ...said, minutes: 25 } })
    expect(await rows('months')).toEqual([
      {
        ...{ Month: expect.stringMatching(/^20\d\d-\d\d$/), Minutes: '25', Introductions: '0' },
        ...{ Invitations: '0', 'Typed for somebody': '0', 'Lines in the log': '1' },
      },
    ])
    expect(await rows('months', bea)).toEqual([])
  })
})

describe('what a screen cuts off is in the file (line 9)', () => {
  it('cases beyond the first 200, and the screen knows that there are more', async () => {
    const { place, lunch } = town
    const titles = await world.db.execute(sql`insert into broker_cases
      (id, place_id, title, subject_kind, organisation_id, broker_id)
      select gen_random_uuid(), ${place.id}, 'Case ' || n, 'organisation', ${lunch.id}, ${bea}
      from generate_series(1, 203) n returning title`)
    const seen = await (await world.as(bea))(casesContract.list, {
      params: { placeId: place.id },
      query: {},
    })
    expect(seen).toMatchObject({ items: { length: 200 }, more: true })
    const taken = new Set((await rows('cases', bea)).map(({ Title }) => Title))
    expect(titles.rows.every(({ title }) => taken.has(String(title)))).toBe(true)
  })

  it('asks for support beyond the first 200', async () => {
    const { place, lunch, ines } = town
    await world.db.execute(sql`insert into support_asks
      (id, place_id, organisation_id, kind, what, until, ends_at, written_by)
      select gen_random_uuid(), ${place.id}, ${lunch.id}, 'room', 'Room ' || n, '2031-01-01',
        '2031-01-02T00:00:00Z', ${lunch.member}
      from generate_series(1, 203) n`)
    const seen = await (await world.as(ines))(supportExchangeContract.room, {
      query: { placeId: place.id },
    })
    expect(seen).toMatchObject({ asks: { length: 200 }, more: true })
    expect(await rows('support')).toHaveLength(203)
  })
})

describe('a broker takes along whom she asked to answer together (J-12, line 9)', () => {
  it('each on a line, not who answered; a colleague who asked nobody gets nobody', async () => {
    const { challengeId, amina, elders, ines } = town
    const why = '=They know the same streets'
    await (await world.as(ines))(jointInterestsContract.seed, {
      params: { challengeId },
      body: { invited: [amina, elders].map(({ id }) => ({ organisationId: id, why })) },
    })
    expect(await rows('seeds')).toEqual(
      [amina, elders].map(({ name }) => ({
        ...{ 'Asked at (UTC)': expect.stringMatching(/Z$/), Name: name },
        ...{ 'Why them': `'${why}`, 'How they are asked': 'By email' },
      })),
    )
    expect(await rows('seeds', bea)).toEqual([])
  })

  it('not for a broker who stands on one side of the challenge, nor for the council (§2.2)', async () => {
    const { challengeId, council, place, ruth } = town
    await world.db.execute(sql`insert into memberships (place_id, organisation_id, person_id, lead)
      values (${place.id}, ${council}, ${bea}, false)`)
    expect((await take(bea, 'seeds')).json().code, challengeId).toBe('matching.not_neutral')
    expect((await take(ruth, 'seeds')).statusCode).toBe(403)
  })
})
