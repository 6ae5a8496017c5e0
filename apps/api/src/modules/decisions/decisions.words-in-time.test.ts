import { decisionsContract as contract } from '@howcanwe/shared/decisions'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { constraintOf } from '../../db/database.ts'
import { entered, letters } from '../codesign/codesign.fixture.ts'
import {
  answered,
  counted,
  dayIn,
  first,
  type Hall,
  hall,
  opened,
  past,
  soon,
  WORDS,
  wordsStoodFor,
} from './decisions.fixture.ts'

let world: World
let h: Hall
beforeAll(async () => {
  world = await startWorld()
  h = await hall(world, [4, 2, 2])
})
afterAll(() => world.close())

const { kind: _, ...words } = WORDS
const KAYLEIGH = 'kayleigh@people.example'
const clarify = (decisionId: string, more: { text?: string } = {}) =>
  h.yusuf(contract.clarify, {
    params: { decisionId },
    body: { ...words, ...more, kind: 'ordinary', bodyDecides: false },
  })
async function clear(): Promise<string> {
  const { id } = await h.yusuf(contract.raise, { params: { groupId: h.groupId }, body: WORDS })
  await clarify(id)
  return id
}
const open = (decisionId: string, minutes: number) =>
  h.yusuf(contract.open, {
    params: { decisionId },
    body: { closesAt: soon(minutes), reviewOn: dayIn(90) },
  })
const DAY = 1_440
const all = { residents: [4, 0], organisations: [2, 0], 'public-bodies': [2, 0] } as const
const everybody = (id: string, version = 1) =>
  answered(
    h,
    id,
    {
      residents: [...all.residents],
      organisations: [...all.organisations],
      'public-bodies': [...all['public-bodies']],
    },
    version,
  )
const close = (decisionId: string) =>
  h.yusuf(contract.close, { params: { decisionId }, body: { nothingLeft: true } })

describe('nothing is decided on words people have not had for five working days (§4.2, Papers [G])', () => {
  it('put clearly this morning, it is not opened for ten minutes in the room', async () => {
    const id = await clear()
    expect((await refusal(open(id, 10))).code).toBe('decisions.too_soon')
    const bySql = world.appDb.execute(sql`update decision_versions set opened_at = now(),
      closes_at = now() + interval '10 minutes', review_on = current_date + 30 where decision_id = ${id}`)
    expect(await bySql.then(() => 'done', constraintOf)).toBe('decision_words_in_time')
    const backdated =
      world.appDb.execute(sql`update decision_versions set words_at = now() - interval '30 days'
      where decision_id = ${id}`)
    expect(
      await backdated.then(
        () => 'done',
        () => 'refused',
      ),
    ).toBe('refused')
    await wordsStoodFor(world, id)
    expect(await open(id, 10)).toMatchObject({ state: 'open', notBefore: null })
  })

  it('opened at home for two weeks, it is not counted before, though everybody has answered', async () => {
    const id = await clear()
    const { notBefore } = await open(id, 14 * DAY)
    const days = ((notBefore?.getTime() ?? 0) - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(4)
    expect(days).toBeLessThan(14)
    await everybody(id)
    expect((await refusal(close(id))).code).toBe('decisions.too_soon')
    const bySql =
      world.appDb.execute(sql`update decision_versions set closed_at = clock_timestamp(),
      checked_by = ${h.people.yusuf} where decision_id = ${id}`)
    expect(await bySql.then(() => 'done', constraintOf)).toBe('decision_words_in_time')
    await wordsStoodFor(world, id)
    expect(await close(id)).toMatchObject({ state: 'decided' })
  })

  it('new words begin the five days again, the same words do not', async () => {
    const id = await clear()
    await wordsStoodFor(world, id)
    expect((await clarify(id)).notBefore).toBeNull()
    const changed = await clarify(id, { text: 'Breaks are booked online, and only there.' })
    expect(changed.notBefore).not.toBeNull()
    expect((await refusal(open(id, 10))).code).toBe('decisions.too_soon')
  })

  it('the one integrating round is put to the room at once', async () => {
    const id = await opened(h)
    await answered(h, id, { residents: [1, 3], organisations: [2, 0], 'public-bodies': [2, 0] })
    await counted(world, h, id)
    const params = { decisionId: id }
    await h.yusuf(contract.rewrite, { params, body: { ...words, text: 'By phone until noon.' } })
    expect(await open(id, 10)).toMatchObject({ state: 'open', notBefore: null })
    await everybody(id, 2)
    expect(await close(id)).toMatchObject({ state: 'decided' })
  })

  it('the same words once more, where too few answered, keep their day', async () => {
    const id = await opened(h)
    await answered(h, id, { residents: [1, 0] })
    await counted(world, h, id)
    expect(await open(id, 10)).toMatchObject({ state: 'open', versions: [{ why: 'again' }, {}] })
  })
})

describe('the words go out as a paper', () => {
  it('Kayleigh reads them and from which day it may be decided; once for the same words', async () => {
    await past(world, sql`update groups set state = 'recruiting' where id = ${h.groupId}`)
    await entered(world, h, { firstName: 'Kayleigh', contactBy: 'email', contact: KAYLEIGH })
    await past(world, sql`update groups set state = 'active' where id = ${h.groupId}`)
    await world.db.execute(sql`delete from outbox`)
    const id = await clear()
    await clarify(id)
    const [letter, ...more] = await letters(world, 'codesign.decision-words', KAYLEIGH)
    expect(more).toEqual([])
    expect(letter?.subject).toMatch(/^Please read this before it is decided/)
    expect(letter?.body).toContain(WORDS.text)
    expect(letter?.body).toMatch(/Nothing is decided before \w+day,? \d+ \w+ 20\d\d/)
    const resident = await first(h, 'residents').phone(contract.read, {
      params: { decisionId: id },
    })
    expect(resident.versions[0]?.wording.text).toBe(WORDS.text)
  })
})
