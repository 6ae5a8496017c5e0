import { codesignContract } from '@howcanwe/shared/codesign'
import { type Answer, decisionsContract as contract } from '@howcanwe/shared/decisions'
import type { Call } from '@howcanwe/shared/http'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aDevice } from '../../../test/device.ts'
import { startWorld, type World } from '../../../test/support.ts'
import { entered, letters, town } from '../codesign/codesign.fixture.ts'
import { septetsOf } from '../notifications/index.ts'
import { dayIn, type Hall, opened, past, soon, timeIsOver, WORDS } from './decisions.fixture.ts'
import { keepDecisions } from './index.ts'

const KAYLEIGH = 'kayleigh@people.example'
const JAN = 'jan@people.example'
const GRACE = '+447700900700'
const COUNTED = 'codesign.decision-counted'
const ANSWERED = 'codesign.decision-answered'
const TO_RING = 'codesign.decision-to-ring'

let world: World
let h: Hall
let okafor = ''

/** Six at the table, none with an account: by email, in Dutch, by text, at the library desk, and two who rest or sit. */
beforeAll(async () => {
  world = await startWorld({
    SMS: 'http',
    SMS_URL: 'http://127.0.0.1:9/texts',
    SMS_TOKEN: 'sesame',
    SMS_FROM: 'Northgate',
  })
  const t = await town(world, { places: 20 })
  const sit = async (more: Parameters<typeof entered>[2]) => {
    const { member, slip } = await entered(world, t, more)
    const phone = await aDevice(world)
    const { reference, words } = slip
    await phone(codesignContract.openPlace, { body: { with: { reference, words } } })
    return { bloc: member.bloc, memberId: member.id, phone, reference }
  }
  const seated = [
    await sit({ firstName: 'Kayleigh', contactBy: 'email', contact: KAYLEIGH }),
    await sit({ firstName: 'Jan', contactBy: 'email', contact: JAN, language: 'nl' }),
    await sit({
      ...{ firstName: 'Grace', contactBy: 'phone', contact: '07700 900700' },
      ...{ bloc: 'organisations', organisation: 'Lunch club' },
    }),
    await sit({ firstName: 'Mr Okafor', contact: 'The library, desk two', bloc: 'public-bodies' }),
  ]
  const rests = await sit({ firstName: 'Lena', contactBy: 'email', contact: 'lena@people.example' })
  await rests.phone(codesignContract.rest, { params: { memberId: rests.memberId }, body: {} })
  okafor = seated[3]?.reference ?? ''
  await past(world, sql`update groups set state = 'active' where id = ${t.groupId}`)
  h = {
    ...{ world, groupId: t.groupId, placeId: t.place.id, people: t.people, seated },
    yusuf: await world.as(t.people.yusuf),
    ruth: await world.as(t.people.ruth),
  }
}, 60_000)
afterAll(() => world.close())
beforeEach(() => world.db.execute(sql`delete from outbox`))

const everybodySays = async (id: string, answer: Answer, version = 1) => {
  for (const { phone } of h.seated)
    await phone(contract.answer, { params: { decisionId: id }, body: { version, answer } })
}
const close = (decisionId: string, who: Call = h.yusuf) =>
  who(contract.close, { params: { decisionId }, body: {} })
const letterTo = async (template: string, to: string) => (await letters(world, template, to))[0]
const written = async (template: string) =>
  (await letters(world, template)).map(({ recipient }) => recipient).sort()

describe('a decision is counted', () => {
  it('Kayleigh reads that it is agreed and when the group looks again, with a link into her place', async () => {
    const id = await opened(h)
    await everybodySays(id, 'yes')
    await close(id)
    const letter = await letterTo(COUNTED, KAYLEIGH)
    expect(letter?.subject).toMatch(/^The answers are counted: agreed/)
    expect(letter?.body).toContain(WORDS.text)
    expect(letter?.body).toMatch(/It is decided\. The group looks again on \w+day,? \d+ \w+ 20\d\d/)
    const key = /\/my-place#(\S+)/.exec(letter?.body ?? '')?.[1] ?? ''
    const phone = await aDevice(world)
    const place = await phone(codesignContract.openPlace, { body: { with: { link: key } } })
    expect(place.group.id).toBe(h.groupId)
    expect(letter?.body).not.toMatch(/\b\d+ of \d+\b/)
  })

  it('Jan reads it in Dutch, Grace in a text of two messages at most, Lena who rests is left in peace', async () => {
    const id = await opened(h)
    await everybodySays(id, 'yes')
    await close(id)
    expect((await letterTo(COUNTED, JAN))?.body).toMatch(/De uitslag: akkoord\. Het is besloten/)
    const text = await letterTo(COUNTED, GRACE)
    expect(text?.body).toMatch(/: agreed\. It is decided\..*\/my-place#\S+$/s)
    expect(septetsOf(text?.body ?? '')).toBeLessThanOrEqual(306)
    expect(await written(COUNTED)).toEqual([GRACE, JAN, KAYLEIGH].sort())
  })

  it('Yusuf is told that one person is to be rung, and reads on its page who and how', async () => {
    const id = await opened(h)
    await everybodySays(id, 'yes')
    await close(id)
    const [letter] = await letters(world, TO_RING)
    expect(letter?.subject).toMatch(/^Please ring one person/)
    expect(letter?.body).toContain(`/decisions/${id}`)
    expect(letter?.body).not.toContain('library')
    const read = { params: { decisionId: id } }
    expect((await h.yusuf(contract.read, read)).ring).toEqual([
      { name: 'Mr Okafor', reference: okafor, how: 'The library, desk two' },
    ])
    expect((await h.seated[0]?.phone(contract.read, read))?.ring).toBeUndefined()
  })

  it.each<[string, Answer, string, RegExp]>([
    ['not agreed', 'no', 'not agreed', /Every objection is answered in writing/],
    ['answered by too few', 'aside', 'too few answered', /It does not count\./],
  ])('%s: the letter says so, and what comes next', async (_, answer, result, next) => {
    const id = await opened(h)
    await everybodySays(id, answer)
    await close(id)
    const letter = await letterTo(COUNTED, KAYLEIGH)
    expect(letter?.subject).toContain(`counted: ${result}.`)
    expect(letter?.body).toMatch(next)
  })

  it('not agreed after its one integrating round: it does not go ahead, and nobody is promised another round', async () => {
    const id = await opened(h)
    const params = { decisionId: id }
    await everybodySays(id, 'no')
    await close(id)
    const { kind: _, ...words } = WORDS
    await h.yusuf(contract.rewrite, { params, body: words })
    await h.yusuf(contract.open, { params, body: { closesAt: soon(), reviewOn: dayIn(90) } })
    await everybodySays(id, 'no', 2)
    await close(id)
    const [, second] = await letters(world, COUNTED, KAYLEIGH)
    expect(second?.body).toContain('It does not go ahead as it is.')
  })

  it('by the clock, when nobody presses: the letters are the same', async () => {
    const id = await opened(h)
    await everybodySays(id, 'yes')
    await timeIsOver(world, id)
    while (await keepDecisions({ db: world.appDb, config: world.config }));
    expect(await written(COUNTED)).toEqual([GRACE, JAN, KAYLEIGH].sort())
  })

  it('pressed twice at once, everybody hears once; where it is refused, nobody does', async () => {
    const id = await opened(h)
    await expect(close(id)).rejects.toThrow()
    expect(await written(COUNTED)).toEqual([])
    await everybodySays(id, 'yes')
    await Promise.allSettled([close(id), close(id)])
    expect(await written(COUNTED)).toEqual([GRACE, JAN, KAYLEIGH].sort())
  })
})

describe('Ruth answers by name', () => {
  const REASONS = 'Full council set the budget in March; the phone line is in it.'
  const asked = async () => {
    const id = await opened(h, { bodyDecides: true })
    await everybodySays(id, 'yes')
    await close(id)
    return id
  }
  const ruthSays = (decisionId: string, answer: 'accept' | 'in-part' | 'not') =>
    h.ruth(contract.respond, {
      params: { decisionId },
      body: { answer, reasons: REASONS, objections: [] },
    })

  it('before she does, the group reads that she has the last word and by when', async () => {
    await asked()
    expect((await letterTo(COUNTED, KAYLEIGH))?.body).toMatch(
      /agreed\. Ruth has the last word and answers by \w+day,? \d+ \w+ 20\d\d/,
    )
  })

  it('afterwards each hears what she said and why, by letter or by text, and Yusuf whom to ring', async () => {
    await ruthSays(await asked(), 'in-part')
    const letter = await letterTo(ANSWERED, KAYLEIGH)
    expect(letter?.subject).toMatch(/^Ruth has answered/)
    expect(letter?.body).toContain(`Ruth accepts it in part. The reasons:\n${REASONS}`)
    expect((await letterTo(ANSWERED, JAN))?.body).toContain('Ruth neemt het deels over.')
    const text = await letterTo(ANSWERED, GRACE)
    expect(text?.body).toMatch(/: Ruth accepts it in part\. Why: \S+\/my-place#\S+$/)
    const told = await letters(world, TO_RING)
    expect(told.map(({ body }) => /has its answer/.test(body))).toEqual([false, true])
  })

  it('answering twice, she is heard once', async () => {
    const id = await asked()
    await Promise.allSettled([ruthSays(id, 'accept'), ruthSays(id, 'not')])
    expect(await written(ANSWERED)).toEqual([GRACE, JAN, KAYLEIGH].sort())
  })
})

it('what is about people’s stories is asked of residents alone, and no officer is written to about it', async () => {
  await opened(h, { kind: 'stories' })
  expect(await written('codesign.decision-opened')).toEqual([JAN, KAYLEIGH].sort())
})
