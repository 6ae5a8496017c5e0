import { suggestionsContract as contract } from '@howcanwe/shared/suggestions'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDevice } from '../../../test/device.ts'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { letters } from '../codesign/codesign.fixture.ts'
import { type At, aGroup, answer, aVoice, hear, REASON, say } from './suggestions.fixture.ts'
import { keepSuggestions } from './usecases/clocks.ts'

let world: World
let at: At
beforeAll(async () => {
  world = await startWorld()
  at = await aGroup(world)
})
afterAll(() => world.close())

const params = () => ({ groupId: at.groupId })
const readAll = () => world.anyone(contract.published, { params: params() })
const one = async (id: string) => (await readAll()).items.find((item) => item.id === id)

describe('Kayleigh says something from her phone, without an account (CD6)', () => {
  it('in her words and her voice, nameless until she wishes otherwise', async () => {
    const kay = await aVoice(world, at)
    const mine = await say(kay.phone, at)
    expect(mine).toMatchObject({
      bloc: 'residents',
      state: 'said',
      mine: true,
      name: null,
      late: false,
    })
    expect(await one(mine.id)).toMatchObject({ name: null, text: mine.text })
    await kay.phone(contract.nameAs, {
      params: { suggestionId: mine.id },
      body: { namedAs: 'first-name' },
    })
    expect(await one(mine.id)).toMatchObject({ name: 'Kayleigh' })
  })
  it('Yusuf is written to, and nobody outside or in another place adds a word', async () => {
    const kay = await aVoice(world, at)
    const mine = await say(kay.phone, at, { text: 'A kettle in the hall.' })
    const [letter] = (await letters(world, 'suggestions.new')).slice(-1)
    expect(letter?.body).toContain(mine.text)
    expect((await refusal(say(await aDevice(world), at))).code).toBe('codesign.no_place_here')
    const other = await aVoice(world, at)
    const renamed = other.phone(contract.nameAs, {
      ...{ params: { suggestionId: mine.id }, body: { namedAs: 'first-name' } },
    })
    expect((await refusal(renamed)).code).toBe('suggestions.not_found')
  })
  it('Mr Okafor rings: Yusuf types it in, read back, and reads whom to ring about it', async () => {
    const { member } = await aVoice(world, at, { firstName: 'Mr Okafor' })
    const yusuf = await world.as(at.people.yusuf)
    const from = {
      memberId: member.id,
      saidBy: 'phone',
      namedAs: 'first-name',
      readBack: true,
    } as const
    const typed = await yusuf(contract.typeIn, {
      ...{ params: params(), body: { text: 'Larger letters on the board.', language: 'en', from } },
    })
    expect(typed).toMatchObject({
      name: 'Mr Okafor',
      ring: expect.stringContaining('Mr Okafor: Ask at'),
    })
    expect(JSON.stringify(await readAll())).not.toContain('Ask at the library')
  })
  it('what is said by somebody who leaves stays, without their name', async () => {
    const { member, phone } = await aVoice(world, at, { firstName: 'Zebedee' })
    const mine = await say(phone, at, { namedAs: 'first-name' })
    await world.db.execute(sql`update group_members set state = 'left', left_at = now(), first_name = '', contact = '',
      contact_hash = '', ways = '{}', organisation = '', person_id = null, words_hash = null where id = ${member.id}`)
    expect(await one(mine.id)).toMatchObject({ name: null, text: mine.text })
    expect(JSON.stringify(await readAll())).not.toContain('Zebedee')
  })
})

describe('every step has a name, a day and words', () => {
  it('heard, being done, done: the page keeps each, and a letter tells who said it', async () => {
    const kay = await aVoice(world, at, { contactBy: 'email', contact: 'kay-steps@example.org' })
    const { id } = await say(kay.phone, at)
    const ruth = await world.as(at.people.ruth)
    const heard = await hear(ruth, id)
    expect(heard).toMatchObject({ state: 'acknowledged', late: false })
    const doneBy = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
    await answer(ruth, id, { to: 'doing', words: 'The bench is ordered.', doneBy })
    await answer(ruth, id)
    const shown = await one(id)
    expect(shown?.moves.map((m) => [m.to, m.words, m.named])).toEqual([
      ['acknowledged', 'We take this to the streets team.', ''],
      ['doing', 'The bench is ordered.', 'Ruth, for the council'],
      ['done', 'The bench stands since Monday.', 'Ruth, for the council'],
    ])
    expect(shown).toMatchObject({ state: 'done', dueAt: null })
    expect(await letters(world, 'suggestions.heard', 'kay-steps@example.org')).toHaveLength(1)
    const told = await letters(world, 'suggestions.moved', 'kay-steps@example.org')
    expect(told).toHaveLength(3)
    expect(told[2]?.body).toContain('/my-place#')
  })
  it.each(['not-doing', 'partly'] as const)('%s without a reason is refused', async (to) => {
    const kay = await aVoice(world, at)
    const { id } = await say(kay.phone, at)
    const yusuf = await world.as(at.people.yusuf)
    await hear(yusuf, id)
    const refused = await refusal(answer(yusuf, id, { to, words: 'No, sorry.' }))
    expect(refused.code).toBe('suggestions.reason_needed')
    expect(await answer(yusuf, id, { to, words: REASON })).toMatchObject({ state: to })
  })
  it('a facilitator of another group and a stranger answer nothing', async () => {
    const kay = await aVoice(world, at)
    const { id } = await say(kay.phone, at)
    const noor = await world.as(at.people.noor)
    expect((await refusal(hear(noor, id))).code).toBe('suggestions.not_found')
  })
  it('what waits is on one desk with the working days left; a broker sees all, another commissioner nothing', async () => {
    const owedBy = async (person: string) => {
      const { items } = await (await world.as(person))(contract.owed, {
        params: { placeId: at.place.id },
      })
      return items
    }
    const ruths = await owedBy(at.people.ruth)
    expect(ruths.length).toBeGreaterThan(0)
    expect(ruths[0]).toMatchObject({ mine: true, daysLeft: 3, late: false })
    expect((await owedBy(at.people.ines)).map(({ mine }) => mine)).not.toContain(true)
    expect(await owedBy(at.people.noor)).toEqual([])
  })
})

describe('the clock (3 and 20 working days)', () => {
  it('reminds before, tells when it is late, once each, and the page says so', async () => {
    const own = await aGroup(world)
    const kay = await aVoice(world, own)
    const { id } = await say(kay.phone, own)
    const run = async () => {
      while (await keepSuggestions({ db: world.db, config: world.config }));
    }
    const count = async (template: string) => (await letters(world, template)).length
    await run()
    const before = await count('suggestions.answer-late')
    // Nobody turns a promised day back: the test does it past the guard.
    await world.db.execute(sql`alter table suggestions disable trigger suggestions_guard`)
    await world.db.execute(
      sql`update suggestions set acknowledge_by = now() - interval '1 hour' where id = ${id}`,
    )
    await world.db.execute(sql`alter table suggestions enable trigger suggestions_guard`)
    await run()
    await run()
    expect(await count('suggestions.answer-late')).toBe(before + 2)
    const page = await world.anyone(contract.published, { params: { groupId: own.groupId } })
    expect(page).toMatchObject({ counts: { late: 1 }, items: [{ late: true }] })
  })
})
