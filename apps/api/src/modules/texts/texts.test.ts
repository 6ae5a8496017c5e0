import { codesignContract } from '@howcanwe/shared/codesign'
import { consentsContract } from '@howcanwe/shared/consents'
import { identityContract } from '@howcanwe/shared/identity'
import { sessionsContract } from '@howcanwe/shared/sessions'
import { textsContract as contract } from '@howcanwe/shared/texts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, type World } from '../../../test/support.ts'
import { join, leave, newSession, town } from '../codesign/codesign.fixture.ts'
import { refusedBy, townWithSession, voice } from '../sessions/sessions.fixture.ts'
import { keepTexts } from './index.ts'
import { aNumber, sentTo, startTexting, textIn } from './texts.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startTexting()
})
afterAll(() => world.close())

type Town = Awaited<ReturnType<typeof town>>

/** Kayleigh, who has only texts, in a group with a session to come. */
async function texter(more: { capacity?: number } = {}) {
  const at = await townWithSession(world, more)
  const phone = aNumber()
  const kay = await voice(world, at, {
    firstName: 'Kayleigh',
    contactBy: 'phone',
    contact: phone.written,
  })
  const answer = async () =>
    (await kay.phone(sessionsContract.read, { params: at.params })).me?.reply ?? null
  return { ...at, ...phone, kay, answer }
}
const textsOf = async (at: Town) =>
  (await world.as(at.people.yusuf))(contract.list, { params: { groupId: at.groupId } })
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const newest = async (to: string) => (await sentTo(world, to)).at(-1)

describe('Kayleigh texts back whether she comes (CD2, J-17)', () => {
  it.each([
    ['YES', 'yes', 'Written down: you come.'],
    ['no sorry', 'no', 'Written down: you do not come.'],
    ['Misschien', 'maybe', 'Written down: you may come.'],
  ])(
    '“%s” is an answer, and she reads for which session it was taken',
    async (text, said, back) => {
      const at = await texter()
      await textIn(world, at.from, text)
      expect(await at.answer()).toBe(said)
      const letter = await newest(at.to)
      expect(letter?.template).toBe('codesign.text-answered')
      expect(letter?.body).toContain(back)
      expect(letter?.body).toContain('Elmside Hall')
      expect((await textsOf(at)).items).toEqual([])
    },
  )

  it('and waits in turn where the room is full', async () => {
    const at = await texter({ capacity: 1 })
    const other = await voice(world, at)
    await other.phone(sessionsContract.reply, {
      params: at.params,
      body: { answer: 'yes', brings: false },
    })
    await textIn(world, at.from, 'Yes')
    expect((await newest(at.to))?.body).toContain('You wait in turn, number 1.')
  })

  it('a text the gateway hands in twice is taken once', async () => {
    const at = await texter()
    const before = (await sentTo(world, at.to)).length
    await textIn(world, at.from, 'Yes', 'the same')
    await textIn(world, at.from, 'Yes', 'the same')
    expect((await sentTo(world, at.to)).length).toBe(before + 1)
  })

  it('of ten that come at once the last one stands, and none is lost', async () => {
    const at = await texter()
    const before = (await sentTo(world, at.to)).length
    await Promise.all(
      Array.from({ length: 10 }, (_, i) => textIn(world, at.from, i % 2 ? 'Yes' : 'Maybe')),
    )
    expect(['yes', 'maybe']).toContain(await at.answer())
    expect((await sentTo(world, at.to)).length).toBe(before + 10)
  })

  it('is asked so in the text that announces a session, and her yes is for that one, not for the next', async () => {
    const at = await texter()
    const { id: later } = await at.yusuf(codesignContract.startSession, {
      params: { groupId: at.groupId },
      body: newSession({ startsAt: inDays(40), venue: 'The library' }),
    })
    expect((await newest(at.to))?.body).toContain('Do you come? Text YES or NO.')
    await textIn(world, at.from, 'yes')
    expect(await at.answer()).toBeNull()
    const { me } = await at.kay.phone(sessionsContract.read, {
      params: { groupId: at.groupId, sessionId: later },
    })
    expect(me?.reply).toBe('yes')
  })

  it('a person reads a yes after a session was called off', async () => {
    const at = await texter()
    await at.yusuf(sessionsContract.cancel, { params: at.params, body: { why: 'Flooded.' } })
    await textIn(world, at.from, 'Yes')
    expect((await textsOf(at)).items).toHaveLength(1)
  })

  it('where no session is to come, a person reads even a yes', async () => {
    const at = await town(world)
    const phone = aNumber()
    await voice(world, at, { contactBy: 'phone', contact: phone.written })
    await textIn(world, phone.from, 'Yes')
    expect((await textsOf(at)).items).toHaveLength(1)
  })
})

describe('what only a person can read waits for whoever runs the group', () => {
  it('and the sender hears who reads it and by when', async () => {
    const at = await texter()
    await textIn(world, at.from, 'Yes but I need a lift from Mill Lane')
    expect(await at.answer()).toBeNull()
    expect((await newest(at.to))?.body).toMatch(
      /Yusuf of .* reads your text and answers by \w+day \d+ \w+ \d{4}\./,
    )
    const { items } = await textsOf(at)
    expect(items).toMatchObject([{ member: { firstName: 'Kayleigh' }, isLate: false }])
  })

  it('Yusuf is told of the first, not of each, and nothing it says is in the letter', async () => {
    const at = await texter()
    const letters = async () =>
      (
        await world.db.execute<{ body: string }>(
          sql`select body from outbox where template = 'codesign.text-waits' and body like ${`%${at.groupId}%`}`,
        )
      ).rows
    await textIn(world, at.from, 'My back is bad again')
    await textIn(world, at.from, 'and the lift too')
    expect(await letters()).toHaveLength(1)
    expect((await letters())[0]?.body).not.toContain('back is bad')
    expect(
      (await sentTo(world, at.to)).filter(({ body }) => body.includes('reads your text')),
    ).toHaveLength(1)
  })

  it('its words lie sealed, open for Yusuf alone, and each opening is written down (PE5)', async () => {
    const at = await texter()
    await textIn(world, at.from, 'My back is bad again')
    const [text] = (await textsOf(at)).items
    const params = { groupId: at.groupId, textId: text?.id ?? '' }
    const { rows } = await world.db.execute<{ all: string }>(
      sql`select string_agg(t::text, '') as all from (select i::text as t from incoming_texts i union all select a::text from audit_events a union all select o.body from outbox o) x`,
    )
    expect(rows[0]?.all).not.toContain('back is bad')
    const noor = await world.as(at.people.noor)
    expect((await refusal(noor(contract.read, { params }))).code).toBe('codesign.group_not_found')
    const read = await at.yusuf(contract.read, { params })
    expect(read).toEqual({ text: 'My back is bad again', number: at.to })
    const looks = await world.db.execute(
      sql`select from audit_events where action = 'vault.read' and subject_id = ${params.textId}`,
    )
    expect(looks.rows).toHaveLength(1)
  })

  it('what came of it is said once; words and number go in the same moment', async () => {
    const at = await texter()
    await textIn(world, at.from, 'Can my sister come?')
    const [text] = (await textsOf(at)).items
    const params = { groupId: at.groupId, textId: text?.id ?? '' }
    const done = () => at.yusuf(contract.finish, { params, body: { cameOf: 'in-touch' } })
    const both = await Promise.allSettled([done(), done()])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await textsOf(at)).items).toEqual([])
    expect((await refusal(at.yusuf(contract.read, { params }))).code).toBe('texts.not_found')
    const boxes = sql`select from vault_boxes where subject_id = ${params.textId}`
    expect((await world.db.execute(boxes)).rows).toEqual([])
    const undo = () =>
      world.appDb.execute(
        sql`update incoming_texts set done_at = null, came_of = null where id = ${params.textId}`,
      )
    expect(await refusedBy(undo)).toBe('HW275')
  })

  it('goes with whoever leaves the group', async () => {
    const at = await town(world)
    const phone = aNumber()
    const { manageToken } = await join(world.anyone, at.groupId, { contact: phone.written })
    await textIn(world, phone.from, 'I was told to ask you')
    const [text] = (await textsOf(at)).items
    await leave(world.anyone, manageToken)
    expect((await textsOf(at)).items).toEqual([])
    const boxes = sql`select from vault_boxes where subject_id = ${text?.id ?? ''}`
    expect((await world.db.execute(boxes)).rows).toEqual([])
  })

  it('on the last day Yusuf is reminded; when it is over the broker is told as well, once', async () => {
    const at = await texter()
    await textIn(world, at.from, 'Is there a bus?')
    const letters = async (template: string) =>
      (
        await world.db.execute(
          sql`select from outbox where template = ${template} and body like ${`%${at.groupId}/texts%`}`,
        )
      ).rows.length
    const due = async (hours: number) => {
      await world.db.transaction(async (tx) => {
        await tx.execute(sql`set local session_replication_role = replica`)
        await tx.execute(
          sql`update incoming_texts set due_at = clock_timestamp() + ${hours}::int * interval '1 hour' where group_id = ${at.groupId}`,
        )
      })
      while (await keepTexts({ db: world.appDb, config: world.config }));
    }
    await due(8)
    await due(8)
    expect(await letters('codesign.text-waits')).toBe(2)
    await due(-1)
    await due(-1)
    expect(await letters('codesign.text-late')).toBe(2)
    expect((await textsOf(at)).items).toMatchObject([{ isLate: true }])
  })
})

describe('a number nobody gave us', () => {
  let groups = 0
  /** The town's group with its two words. */
  const withCode = async (places = 12) => {
    const at = await town(world, { places })
    const yusuf = await world.as(at.people.yusuf)
    const code = `maple-otter-${++groups}`
    await world.db.execute(sql`update groups set join_code = ${code} where id = ${at.groupId}`)
    return { ...at, yusuf, code }
  }

  it('that sends the two words of a group is rung, and may join by itself', async () => {
    const { code, ...at } = await withCode()
    const phone = aNumber()
    await textIn(world, phone.from, `${code.replace('-', ' ').toUpperCase()} Kayleigh`)
    expect((await newest(phone.to))?.body).toMatch(/Yusuf of .* rings you by \w+day/)
    expect((await newest(phone.to))?.body).toContain(`/join/${code}`)
    const { items } = await textsOf(at)
    expect(items).toMatchObject([{ member: null }])
    const params = { groupId: at.groupId, textId: items[0]?.id ?? '' }
    expect((await at.yusuf(contract.read, { params })).number).toBe(phone.to)
  })

  it('and is not rung after STOP', async () => {
    const { code, ...at } = await withCode()
    const phone = aNumber()
    await textIn(world, phone.from, code)
    await textIn(world, phone.from, 'Stop')
    expect((await textsOf(at)).items).toEqual([])
  })

  it('is told so where no place is left, and nothing of it is kept', async () => {
    const { code, ...at } = await withCode(1)
    await join(world.anyone, at.groupId)
    const phone = aNumber()
    await textIn(world, phone.from, code)
    expect((await newest(phone.to))?.body).toContain('All places')
    expect((await textsOf(at)).items).toEqual([])
  })

  it('hears once a day that nobody reads what has no two words', async () => {
    const phone = aNumber()
    await textIn(world, phone.from, 'Hello?')
    await textIn(world, phone.from, 'Anybody?')
    const said = await sentTo(world, phone.to)
    expect(said).toHaveLength(1)
    expect(said[0]?.body).toContain('We do not know this number')
  })
})

describe('no more texts (STOP)', () => {
  it('go to that number, and Yusuf rings instead; START begins again', async () => {
    const at = await texter()
    await textIn(world, at.from, 'STOP')
    const before = (await sentTo(world, at.to)).length
    await textIn(world, at.from, 'Yes')
    expect(await at.answer()).toBe('yes')
    expect((await sentTo(world, at.to)).length).toBe(before)
    await at.yusuf(sessionsContract.cancel, {
      params: at.params,
      body: { why: 'The hall is flooded.' },
    })
    const { rings } = await at.yusuf(sessionsContract.plan, { params: at.params })
    expect(rings.map(({ firstName }) => firstName)).toContain('Kayleigh')
    await textIn(world, at.from, 'START')
    await textIn(world, at.from, 'When is the next one?')
    expect((await newest(at.to))?.body).toContain('reads your text')
  })
})

describe('who may hand in texts', () => {
  const body = { id: 'x', from: '447700900123', text: 'Yes' }

  it('is the gateway with its token, and nobody else', async () => {
    expect((await refusal(world.anyone(contract.receive, { body }))).code).toBe(
      'texts.not_the_gateway',
    )
  })

  it('a phone that answers by itself ends after twenty in a day', async () => {
    const at = await texter()
    for (let i = 0; i < 20; i++) await textIn(world, at.from, 'Yes')
    await textIn(world, at.from, 'No')
    expect(await at.answer()).toBe('yes')
    expect((await sentTo(world, at.to)).length).toBeLessThanOrEqual(20)
  })

  it.each(['VODAFONE', '60777', '', "+44'; drop table outbox; --"])(
    'a text from “%s” cannot be answered, and is dropped without a fuss',
    async (from) => {
      await textIn(world, from, 'Yes')
    },
  )
})

it('whoever has an account reads that a text of theirs waits, and who opened it (PE5)', async () => {
  const at = await texter()
  const farid = await world.seed.person({ phone: at.to, phoneVerifiedAt: new Date() })
  const me = await world.as(farid)
  await textIn(world, at.from, 'My back is bad again')
  const [text] = (await textsOf(at)).items
  await at.yusuf(contract.read, { params: { groupId: at.groupId, textId: text?.id ?? '' } })
  const { looks } = await me(consentsContract.mine)
  expect(looks).toMatchObject([{ who: 'Yusuf', what: 'texts.words' }])
  const { sections } = await me(identityContract.everything)
  const places = sections.find(({ section }) => section === 'places')?.rows
  expect(places).toContainEqual(expect.objectContaining({ kind: 'text-in', state: 'open' }))
})
