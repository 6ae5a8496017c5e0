import { decisionsContract as contract } from '@howcanwe/shared/decisions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import {
  answered,
  counted,
  first,
  type Hall,
  hall,
  of,
  opened,
  say,
  WORDS,
} from './decisions.fixture.ts'

let world: World
let h: Hall
beforeAll(async () => {
  world = await startWorld()
  h = await hall(world, [8, 4, 12])
})
afterAll(() => world.close())

const ANSWER = 'The phone line stays, nine to five, with a person who answers.'
const read = (decisionId: string, who = h.yusuf) => who(contract.read, { params: { decisionId } })

describe('a decision the residents can stop (J-20)', () => {
  it('officers 12 of 12, organisations 2 of 4, residents 3 of 8: not consented; the phone line kept, it is', async () => {
    const id = await opened(h, { text: 'Breaks are booked online, and only there.' })
    const params = { decisionId: id }
    await answered(h, id, {
      residents: [3, 5],
      organisations: [2, 2],
      'public-bodies': [12, 0],
    })
    const resident = first(h, 'residents')
    await resident.phone(contract.object, {
      params,
      body: { version: 1, kind: 'missing-person', text: 'My mother has no screen and no data.' },
    })
    const objected = await h.yusuf(contract.close, { params, body: {} })
    expect(objected).toMatchObject({ state: 'objected', versions: [{ result: 'not-consented' }] })
    expect(objected.versions[0]?.counts).toEqual([
      { bloc: 'residents', members: 8, shown: 'figures', yes: 3, no: 5, aside: 0 },
      { bloc: 'organisations', members: 4, shown: 'side', moreThanHalf: false },
      { bloc: 'public-bodies', members: 12, shown: 'side', moreThanHalf: true },
    ])
    const { kind: _, ...words } = WORDS
    const early = h.yusuf(contract.rewrite, { params, body: words })
    expect((await refusal(early)).code).toBe('decisions.objections_open')
    const objectionId = objected.versions[0]?.objections[0]?.id ?? ''
    await h.yusuf(contract.answerObjection, {
      params: { ...params, objectionId },
      body: { answer: ANSWER },
    })
    const second = await h.yusuf(contract.rewrite, { params, body: words })
    expect(second).toMatchObject({ state: 'integrating', versions: [{ number: 2 }, { number: 1 }] })
    await h.yusuf(contract.open, {
      params,
      body: {
        closesAt: new Date(Date.now() + 600_000).toISOString(),
        reviewOn: new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10),
      },
    })
    await answered(h, id, { residents: [6, 2], organisations: [3, 1], 'public-bodies': [12, 0] }, 2)
    const decided = await counted(world, h, id)
    expect(decided).toMatchObject({
      state: 'decided',
      versions: [{ number: 2, result: 'consented' }, {}],
      review: { outcome: null },
    })
    const shown = await world.anyone(contract.published, { params: { groupId: h.groupId } })
    const sides = (organisations: boolean) => [
      { bloc: 'organisations', shown: 'side', moreThanHalf: organisations },
      { bloc: 'public-bodies', shown: 'side', moreThanHalf: true },
    ]
    const residents = { bloc: 'residents', shown: 'figures' }
    expect(shown.items[0]).toMatchObject({
      versions: [
        {
          number: 2,
          result: 'consented',
          blocs: [{ ...residents, yes: 6, no: 2 }, ...sides(true)],
        },
        {
          number: 1,
          result: 'not-consented',
          blocs: [{ ...residents, yes: 3, no: 5 }, ...sides(false)],
        },
      ],
      objections: [{ version: 1, answer: ANSWER, by: 'Yusuf' }],
    })
    const kept = await h.yusuf(contract.review, {
      params,
      body: { outcome: 'kept', note: 'Nobody waited longer than two minutes.' },
    })
    expect(kept).toMatchObject({ state: 'kept', review: { outcome: 'kept' } })
  })

  it('while it is open, people read how many answered and their own answer, and nothing of the others', async () => {
    const id = await opened(h)
    const [kayleigh, amir] = of(h, 'residents')
    if (!kayleigh || !amir) throw new Error('two residents')
    expect(await say(kayleigh, id, 'no')).toEqual({ may: true, answer: 'no', typedIn: false })
    await say(kayleigh, id, 'yes')
    const hers = await read(id, kayleigh.phone)
    expect(hers).toMatchObject({ answered: { answered: 1, of: 24 }, mine: { answer: 'yes' } })
    const his = await read(id, amir.phone)
    expect(his).toMatchObject({ mine: { answer: null }, versions: [{ counts: [], result: null }] })
    expect(await read(id)).toMatchObject({ mine: null, runs: true, versions: [{ counts: [] }] })
  })

  it('too few answers: no result, and the same words can be asked again', async () => {
    const id = await opened(h)
    await answered(h, id, { residents: [1, 0], organisations: [4, 0], 'public-bodies': [12, 0] })
    expect(await counted(world, h, id)).toMatchObject({
      state: 'clarified',
      versions: [{ result: 'no-quorum' }],
    })
    const again = await h.yusuf(contract.open, {
      params: { decisionId: id },
      body: {
        closesAt: new Date(Date.now() + 600_000).toISOString(),
        reviewOn: new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10),
      },
    })
    expect(again).toMatchObject({ state: 'open', versions: [{ number: 2, why: 'again' }, {}] })
  })

  it('what is about people’s stories is answered by residents alone', async () => {
    const id = await opened(h, { kind: 'stories' })
    const officer = say(first(h, 'public-bodies'), id, 'yes')
    expect((await refusal(officer)).code).toBe('decisions.not_yours')
    await answered(h, id, { residents: [6, 2] })
    const decided = await h.yusuf(contract.close, { params: { decisionId: id }, body: {} })
    expect(decided).toMatchObject({ state: 'decided', versions: [{ result: 'consented' }] })
    expect(decided.versions[0]?.counts).toHaveLength(1)
  })
})
