import { decisionsContract as contract, type PublishedDecision } from '@howcanwe/shared/decisions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import {
  answered,
  counted,
  dayIn,
  first,
  type Hall,
  hall,
  opened,
  soon,
  WORDS,
} from './decisions.fixture.ts'

let world: World
let h: Hall
beforeAll(async () => {
  world = await startWorld()
  h = await hall(world, [8, 6, 1])
})
afterAll(() => world.close())

const OBJECTION = 'My mother has no screen and no data.'
const object = (decisionId: string, version = 1) =>
  first(h, 'residents').phone(contract.object, {
    params: { decisionId },
    body: { version, kind: 'missing-person', text: OBJECTION },
  })
/** What a stranger reads, as it came over the line. */
async function published(id: string): Promise<PublishedDecision> {
  const shown = await world.anyone(contract.published, { params: { groupId: h.groupId } })
  const item = JSON.parse(JSON.stringify(shown)).items.find((one: { id: string }) => one.id === id)
  if (!item) throw new Error('everybody reads it')
  return item
}

/** The rule of §4.2 as somebody outside would apply it, on nothing but the page. */
function again(
  { kind }: PublishedDecision,
  version: PublishedDecision['versions'][number],
): string {
  const voices = kind === 'ordinary' ? 3 : 1
  const sides = version.blocs.map((b) => {
    if (b.shown === 'side') return b.moreThanHalf
    const [most, needed] = [b.yes + b.no, Math.min(2, Math.ceil(b.members / 2))]
    return most < needed ? null : 2 * b.yes > most
  })
  if (sides.length !== voices || sides.includes(null)) return 'no-quorum'
  return sides.every((side) => side) && version.objectionsStanding === 0
    ? 'consented'
    : 'not-consented'
}
const everyResultAgain = (item: PublishedDecision) =>
  expect(item.versions.map((version) => again(item, version))).toEqual(
    item.versions.map(({ result }) => result),
  )

describe('a result anybody can work out again from the page alone (§4.2, J-20)', () => {
  it('three voices can live with it and one objection stands: its number is there before its answer', async () => {
    const id = await opened(h)
    await answered(h, id, { residents: [7, 1], organisations: [5, 1], 'public-bodies': [1, 0] })
    await object(id)
    await counted(world, h, id)
    const item = await published(id)
    expect(item.versions).toMatchObject([{ result: 'not-consented', objectionsStanding: 1 }])
    expect(item.versions[0]?.blocs).toEqual([
      { bloc: 'residents', members: 8, shown: 'figures', yes: 7, no: 1, aside: 0 },
      { bloc: 'organisations', members: 6, shown: 'figures', yes: 5, no: 1, aside: 0 },
      { bloc: 'public-bodies', members: 1, shown: 'side', moreThanHalf: true },
    ])
    everyResultAgain(item)
    expect(JSON.stringify(item)).not.toContain(OBJECTION)
  })

  it('what the first version came to is still there when the second opens, and when it is counted', async () => {
    const id = await opened(h)
    const params = { decisionId: id }
    await answered(h, id, { residents: [3, 5], organisations: [4, 2], 'public-bodies': [1, 0] })
    await object(id)
    const said = await counted(world, h, id)
    const firstly = (await published(id)).versions[0]
    expect(firstly).toMatchObject({ number: 1, result: 'not-consented', objectionsStanding: 1 })
    await h.yusuf(contract.answerObjection, {
      params: { ...params, objectionId: said.versions[0]?.objections[0]?.id ?? '' },
      body: { answer: 'The phone line stays, nine to five, with a person who answers.' },
    })
    const { kind: _, ...words } = WORDS
    await h.yusuf(contract.rewrite, { params, body: words })
    await h.yusuf(contract.open, { params, body: { closesAt: soon(), reviewOn: dayIn(90) } })
    const open = await published(id)
    expect(open.versions).toMatchObject([
      { number: 2, result: null, blocs: [], objectionsStanding: null },
      {},
    ])
    expect(open.versions[1]).toEqual(firstly)
    await answered(h, id, { residents: [6, 2], organisations: [5, 1], 'public-bodies': [1, 0] }, 2)
    await counted(world, h, id)
    const done = await published(id)
    expect(done.versions).toMatchObject([{ number: 2, result: 'consented' }, { number: 1 }])
    expect(done.versions[1]).toEqual(firstly)
    expect(done.objections).toMatchObject([{ version: 1, text: OBJECTION, by: 'Yusuf' }])
    everyResultAgain(done)
  })

  it('too few residents answered: it says so, and stays to be read (T11)', async () => {
    const id = await opened(h)
    await answered(h, id, { residents: [1, 0], organisations: [5, 1], 'public-bodies': [1, 0] })
    await counted(world, h, id)
    const item = await published(id)
    expect(item).toMatchObject({ state: 'clarified', versions: [{ result: 'no-quorum' }] })
    expect(item.versions[0]?.blocs[0]).toMatchObject({ members: 8, moreThanHalf: null })
    everyResultAgain(item)
  })

  it('what residents decide alone, too', async () => {
    const id = await opened(h, { kind: 'pay' })
    await answered(h, id, { residents: [3, 5] })
    await counted(world, h, id)
    everyResultAgain(await published(id))
  })

  it('the lone officer’s figures are read by nobody in the group either, nor by who runs it', async () => {
    const id = await opened(h)
    await answered(h, id, { residents: [7, 1], organisations: [3, 1], 'public-bodies': [0, 1] })
    await counted(world, h, id)
    const outside = (await published(id)).versions[0]?.blocs
    for (const who of [h.yusuf, first(h, 'residents').phone, first(h, 'public-bodies').phone]) {
      const { versions } = await who(contract.read, { params: { decisionId: id } })
      expect(versions[0]?.counts).toEqual(outside)
    }
    expect(outside?.slice(1)).toEqual([
      { bloc: 'organisations', members: 6, shown: 'side', moreThanHalf: true },
      { bloc: 'public-bodies', members: 1, shown: 'side', moreThanHalf: false },
    ])
  })
})
