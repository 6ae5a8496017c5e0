import { challengesContract } from '@howcanwe/shared/challenges'
import { ProblemError } from '@howcanwe/shared/http'
import { identityContract } from '@howcanwe/shared/identity'
import { readingsContract as contract } from '@howcanwe/shared/readings'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import {
  ANSWER,
  type ReadingTown,
  readingTools,
  readingTown,
  SAYS,
  SENTENCE,
} from './readings.fixture.ts'

const codeOf = (error: unknown) => (error instanceof ProblemError ? error.code : 'other')

let world: World
let town: ReadingTown
let tools: ReturnType<typeof readingTools>
beforeAll(async () => {
  world = await startWorld()
  town = await readingTown(world)
  tools = readingTools(world, town)
})
afterAll(() => world.close())
beforeEach(() => tools.begin())

describe('residents and small groups read a challenge before it opens (J-04)', () => {
  beforeEach(() => tools.forgetLetters())

  it('Kayleigh marks the sentence that is wrong, Ruth answers her by name, and everybody reads both', async () => {
    const before = await tools.read()
    expect(before).toMatchObject({
      open: true,
      slug: null,
      asker: { person: 'Ruth Okafor', organisation: 'Northgate Council' },
      minutes: 1,
      counts: { residents: 0, smallOrganisations: 0, unanswered: 0, needed: 2 },
      comments: [],
    })
    expect(before.parts.find(({ field }) => field === 'summary')?.text).toContain(SENTENCE)
    const { comment } = await tools.say(town.kayleigh, { field: 'summary', quote: SENTENCE })
    expect(comment).toMatchObject({ from: 'Kayleigh', quote: SENTENCE, answer: null })
    const [told] = await tools.lettersTo('ruth')
    expect(told?.template).toBe('readings.new')
    expect(told?.body, 'no word of it').not.toContain('bus')

    expect(await tools.answer(comment.id)).toMatchObject({
      answer: ANSWER,
      answeredBy: 'Ruth Okafor',
    })
    const [letter] = await tools.lettersTo('kayleigh')
    expect(letter?.subject).toBe('Ruth Okafor, Northgate Council answers you')
    expect(letter?.body).toContain(SENTENCE)
    expect(letter?.body).toContain(ANSWER)
    const after = await tools.read()
    expect(after.counts).toMatchObject({ residents: 1, unanswered: 0 })
    expect(after.comments).toEqual([expect.objectContaining({ words: SAYS, answer: ANSWER })])
  })

  it('once it is out anybody reads what its readers said, and nobody says more', async () => {
    const { comment } = await tools.say(town.kayleigh)
    await tools.answer(comment.id)
    const shorten = (await world.as(town.ines))(challengesContract.shortenReadThrough, {
      params: { challengeId: tools.now.id },
      body: { reason: 'The grant for it ends on Friday, and eleven people have read it.' },
    })
    await shorten
    const call = await world.as(town.ruth)
    const opened = await call(
      challengesContract.open,
      { params: { challengeId: tools.now.id }, body: {} },
      { ifMatch: 2 },
    )
    expect(await tools.read()).toMatchObject({
      open: false,
      slug: opened.slug,
      comments: [{ words: SAYS, answer: ANSWER }],
    })
    expect((await refusal(tools.say(town.kayleigh))).code).toBe('readings.over')
    expect((await refusal(tools.answer(comment.id))).code).toBe('readings.already_answered')
    expect(
      (await world.anyone(contract.list, { params: { placeId: town.place.id } })).items,
    ).toEqual(expect.not.arrayContaining([expect.objectContaining({ id: tools.now.id })]))
  })

  it('a draft is not there, nor one that was taken back before it opened', async () => {
    const unread = await tools.draft()
    for (const of of [
      () => tools.read(unread),
      () => tools.say(town.kayleigh, {}, unread),
      () => tools.read(someId()),
    ])
      expect((await refusal(of())).code).toBe('challenges.not_found')
    await tools.takeBack()
    expect((await refusal(tools.read())).code).toBe('challenges.not_found')
  })

  it('the list of a place names what is being read, and no draft', async () => {
    await tools.draft()
    const { items } = await world.anyone(contract.list, { params: { placeId: town.place.id } })
    expect(items).toContainEqual(
      expect.objectContaining({ id: tools.now.id, organisation: 'Northgate Council' }),
    )
    const { rows } = await world.db.execute(
      sql`select 1 from challenges where place_id = ${town.place.id} and state = 'read-through'`,
    )
    expect(items).toHaveLength(rows.length)
  })

  it('people count once each, a small organisation by its name, a large one not at all', async () => {
    const large = await world.seed.organisation({
      place: town.place,
      incomeBand: 'large',
      members: [town.kayleigh],
    })
    await tools.say(town.kayleigh)
    await tools.say(town.kayleigh)
    await tools.say(town.kayleigh, { readsAs: 'organisation', organisationId: large })
    const { comment } = await tools.say(town.amina, {
      readsAs: 'organisation',
      organisationId: town.carers,
    })
    expect(comment.from).toBe('Carers of Elmside')
    expect((await tools.read()).counts).toMatchObject({
      residents: 1,
      smallOrganisations: 1,
      unanswered: 4,
    })
  })

  it('what is shown of a resident is a first name and nothing else that leads to them', async () => {
    await tools.say(town.kayleigh)
    const page = JSON.stringify([
      await tools.read(),
      await tools.desk(town.ruth),
      await tools.desk(town.ines),
    ])
    for (const hers of ['Brown', 'kayleigh@example.org', town.kayleigh])
      expect(page).not.toContain(hers)
    expect(page).toContain('Kayleigh')
  })

  it('a first name goes with whoever erases themselves; what was said and answered stays', async () => {
    const noor = await world.seed.person({ name: 'Noor Visser' })
    expect((await tools.say(noor)).comment.from).toBe('Noor')
    await (await world.as(noor))(identityContract.erase, { body: { word: 'erase' } })
    expect((await tools.read()).comments).toEqual([
      expect.objectContaining({ from: null, words: SAYS }),
    ])
  })

  it('two things said in the same moment are both counted', async () => {
    for (let n = 0; n < 19; n++) await tools.say(town.kayleigh, { words: `Thing ${n}` })
    const both = await Promise.all([1, 2].map(() => tools.say(town.kayleigh).catch(codeOf)))
    expect(both.filter((one) => one === 'readings.enough')).toHaveLength(1)
  })

  it('somebody who never said their name is a resident', async () => {
    const somebody = await world.seed.person({ displayName: null })
    await world.db.execute(sql`update people set display_name = null where id = ${somebody}`)
    expect((await tools.say(somebody)).comment.from).toBeNull()
  })

  it('over twenty minutes is work: it is added up, and owed', async () => {
    expect(await tools.say(town.kayleigh, { secondsTaken: 700 })).toMatchObject({
      owedPence: null,
      minutes: 12,
    })
    expect(await tools.say(town.kayleigh, { secondsTaken: 800 })).toMatchObject({
      owedPence: 1000,
      minutes: 25,
    })
    await tools.say(town.amina, { secondsTaken: 60 })
    expect((await tools.desk(town.ruth)).owed).toEqual({ readers: 1, minutes: 25, pence: 1000 })
    expect(JSON.stringify(await tools.read())).not.toContain('owed')
  })

  it('a sentence that was mended meanwhile is not marked any more', async () => {
    await (await world.as(town.ruth))(
      challengesContract.change,
      { params: { challengeId: tools.now.id }, body: { summary: 'Half the places stay empty.' } },
      { ifMatch: 1 },
    )
    const gone = await refusal(tools.say(town.kayleigh, { field: 'summary', quote: SENTENCE }))
    expect(gone).toMatchObject({ status: 409, code: 'readings.quote_changed' })
    const nowhere = await refusal(
      tools.say(town.kayleigh, { quote: 'Half the places stay empty.' }),
    )
    expect(nowhere.code).toBe('readings.quote_changed')
    await tools.say(town.kayleigh, { field: 'summary', quote: 'Half the places stay empty.' })
  })

  it('one speaks for one’s own organisation, here, and not for one that left', async () => {
    const elsewhere = await world.seed.place()
    const there = await world.seed.organisation({ place: elsewhere, members: [town.kayleigh] })
    const left = await world.seed.organisation({
      place: town.place,
      members: [town.kayleigh],
      state: 'left',
    })
    for (const organisationId of [town.carers, there, left, someId(), undefined])
      expect(
        (await refusal(tools.say(town.kayleigh, { readsAs: 'organisation', organisationId }))).code,
      ).toBe('readings.organisation_unknown')
  })

  it('nobody who has a part in the asking reads it: not Ruth, not her colleague, not the broker', async () => {
    const colleague = await world.seed.person()
    await world.db.execute(sql`insert into memberships (place_id, organisation_id, person_id, lead)
      values (${town.place.id}, ${town.council}, ${colleague}, false)`)
    for (const who of [town.ruth, colleague, town.ines])
      expect(await refusal(tools.say(who))).toMatchObject({
        status: 403,
        code: 'readings.is_party',
      })
  })

  it('the twenty-first thing somebody says is one too many', async () => {
    for (let n = 0; n < 20; n++) await tools.say(town.kayleigh, { words: `Thing ${n}` })
    expect((await refusal(tools.say(town.kayleigh))).code).toBe('readings.enough')
    await tools.say(town.amina)
  })
})
