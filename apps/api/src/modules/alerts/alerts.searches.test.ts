import { alertsContract as contract } from '@howcanwe/shared/alerts'
import { identityContract } from '@howcanwe/shared/identity'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { forgetLetters, letAWeekGoBy, lettersOf } from './alerts.fixture.ts'
import { alertOfOpened, sendDigests } from './index.ts'

let world: World
let place: SeededPlace
let ruth: string
let farid: string
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  await forgetLetters(world)
  place = await world.seed.place()
  ruth = await world.seed.person({ roles: [{ placeId: place.id, role: 'commissioner' }] })
  farid = await world.seed.person({
    name: 'Farid Haddad',
    roles: [{ placeId: place.id, role: 'funder' }],
  })
})

const deps = () => ({ db: world.appDb, config: world.config })
const everything = { name: 'All of it', q: '', themes: [], areaIds: [], how: 'at-once' as const }
const save = async (more: object = {}, who = farid) =>
  (await world.as(who))(contract.saveSearch, {
    params: { placeId: place.id },
    body: { ...everything, ...more },
  })
const opens = async (more: object = {}) => {
  await world.seed.openChallenge({ place, commissioner: ruth, ...more })
  while (await alertOfOpened(deps()));
  return (await lettersOf(world, 'alerts.saved')).map(({ subject }) => subject)
}

describe('a saved search', () => {
  it('without a filter follows the place: a funder hears of every challenge that opens', async () => {
    await save()
    await opens({ question: 'How can we keep the hall warm?' })
    const [letter] = await lettersOf(world, 'alerts.saved')
    expect(letter?.subject).toContain('How can we keep the hall warm?')
    expect(letter?.body).toContain('Hello Farid,')
    expect(letter?.body).toContain('Found by your search: All of it')
  })

  it.each([
    ['a word of the question', { q: 'halls' }, { question: 'How can we keep the hall warm?' }, 1],
    [
      'a word that is not there',
      { q: 'swimming' },
      { question: 'How can we keep the hall warm?' },
      0,
    ],
    ['its theme', { themes: ['food'] }, { themes: ['food', 'carers'] }, 1],
    ['another theme', { themes: ['food'] }, { themes: ['carers'] }, 0],
  ])('finds by %s', async (_, search, challenge, letters) => {
    await save(search)
    expect(await opens(challenge)).toHaveLength(letters)
  })

  it('finds by area', async () => {
    const [here, there] = place.areaIds
    await save({ areaIds: [there] })
    expect(await opens()).toEqual([])
    await save({ areaIds: [here], name: 'Here' })
    expect(await opens()).toHaveLength(1)
  })

  it('tells of a challenge once, also where two searches find it', async () => {
    await save()
    await save({ name: 'Carers', themes: ['carers'] })
    expect(await opens()).toHaveLength(1)
    const [letter] = await lettersOf(world, 'alerts.saved')
    expect(letter?.body).toContain('Found by your search: All of it, Carers')
    while (await alertOfOpened(deps()));
    expect(await lettersOf(world, 'alerts.saved')).toHaveLength(1)
  })

  it('of once a week waits for Monday, and says which search found it', async () => {
    await save({ how: 'weekly', name: 'Everything here' })
    expect(await opens()).toEqual([])
    await letAWeekGoBy(world)
    while (await sendDigests(deps()));
    const [letter] = await lettersOf(world, 'alerts.digest')
    expect(letter?.body).toContain('Found by your search: Everything here')
  })

  it('of never is kept and says nothing', async () => {
    const { id } = await save()
    const me = await world.as(farid)
    await me(contract.changeSearch, { params: { searchId: id }, body: { how: 'never' } })
    expect(await opens()).toEqual([])
    const { searches } = await me(contract.hearing, { params: { placeId: place.id } })
    expect(searches).toMatchObject([{ id, how: 'never' }])
  })

  it('does not look into another place', async () => {
    await save()
    const elsewhere = await world.seed.place()
    await world.seed.openChallenge({ place: elsewhere, commissioner: ruth })
    while (await alertOfOpened(deps()));
    expect(await lettersOf(world, 'alerts.saved')).toEqual([])
  })

  it('is the same search in another order, and is saved once', async () => {
    await save({ themes: ['food', 'carers'] })
    const again = save({ themes: ['carers', 'food'], name: 'Again' })
    expect((await refusal(again)).code).toBe('alerts.saved_already')
  })

  it('with an area of another place is refused', async () => {
    const elsewhere = await world.seed.place()
    const wrong = save({ areaIds: [elsewhere.areaIds[0]] })
    expect((await refusal(wrong)).code).toBe('alerts.area_unknown')
  })

  it('is not the twenty-first, by route and in SQL (HW131)', async () => {
    for (let i = 0; i < 20; i++) await save({ q: `word${i}`, how: 'never' })
    expect((await refusal(save({ q: 'one more' }))).code).toBe('alerts.too_many_searches')
    const put = world.appDb.execute(sql`
      insert into saved_searches (id, place_id, person_id, name, how)
      values (gen_random_uuid(), ${place.id}, ${farid}, 'More', 'never')`)
    await expect(put).rejects.toMatchObject({ cause: { code: 'HW131' } })
  })

  it('is changed and removed by nobody else', async () => {
    const { id } = await save()
    const other = await world.as(ruth)
    const params = { searchId: id }
    const refused = [
      () => other(contract.changeSearch, { params, body: { how: 'never' } }),
      () => other(contract.dropSearch, { params }),
    ]
    for (const one of refused) expect((await refusal(one())).code).toBe('alerts.search_not_found')
    await (await world.as(farid))(contract.dropSearch, { params })
    expect(await opens()).toEqual([])
  })
})

describe('whoever erases themselves', () => {
  it('hears nothing more, and nothing of what they wanted to hear is left', async () => {
    await save()
    const me = await world.as(farid)
    const body = { wishes: [{ what: 'news' as const, how: 'daily' as const }] }
    await me(contract.change, { params: { placeId: place.id }, body })
    await opens()
    await me(identityContract.erase, { body: { word: 'erase' } })
    for (const table of ['saved_searches', 'hearing_wishes', 'alert_hits', 'digest_turns']) {
      const left = sql`select from ${sql.identifier(table)} where person_id = ${farid}`
      expect((await world.db.execute(left)).rows).toEqual([])
    }
    expect(
      (await world.db.execute(sql`select from outbox where person_id = ${farid}`)).rows,
    ).toEqual([])
  })
})
