import { actorsContract } from '@howcanwe/shared/actors'
import { casesContract } from '@howcanwe/shared/cases'
import { challengesContract } from '@howcanwe/shared/challenges'
import { codesignContract } from '@howcanwe/shared/codesign'
import { contactsContract } from '@howcanwe/shared/contacts'
import { introductionsContract } from '@howcanwe/shared/introductions'
import { placesContract } from '@howcanwe/shared/places'
import { practicesContract } from '@howcanwe/shared/practices'
import { proposalsContract } from '@howcanwe/shared/proposals'
import { questionsContract } from '@howcanwe/shared/questions'
import { recruitmentContract } from '@howcanwe/shared/recruitment'
import { sessionsContract } from '@howcanwe/shared/sessions'
import { suggestionsContract } from '@howcanwe/shared/suggestions'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DEMO_PEOPLE, seedDemo } from '../src/demo/index.ts'
import { mayLeave } from '../src/modules/notifications/notifications.rules.ts'
import {
  type Box,
  commitmentTo,
  hashOf,
  seedOf,
  sheetOf,
} from '../src/modules/recruitment/recruitment.lottery.rules.ts'
import { startWorld, type World } from './support.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

it('the demo town is loaded once, and a second start leaves it as it is', async () => {
  expect(await seedDemo(world.ownerUrl)).toBe('loaded')
  expect(await seedDemo(world.ownerUrl)).toBe('already there')
})

it('a visitor finds three open questions, one that found its cohort, and two groups to join', async () => {
  const place = await world.anyone(placesContract.here)
  expect(place.demo).toBe(true)
  const open = await world.anyone(challengesContract.list, { query: {} })
  expect(open.items).toHaveLength(3)
  expect(open.items.every((c) => c.question.startsWith('How can we'))).toBe(true)
  const past = await world.anyone(challengesContract.list, { query: { which: 'past' } })
  expect(past.items.map((c) => c.state)).toEqual(['formed'])
  const groups = (await world.anyone(codesignContract.list, { query: {} })).items
  expect(groups.filter(({ placesLeft }) => placesLeft > 0)).toHaveLength(2)
})

it('a visitor draws a group’s people again, from the published file alone (CD7, S-07)', async () => {
  const { items } = await world.anyone(codesignContract.list, { query: {} })
  const groupId = items.find(({ name }) => name === 'A break you can plan on')?.id ?? ''
  const params = { groupId }
  const shown = await world.anyone(recruitmentContract.read, { params })
  expect(shown).toMatchObject({ state: 'confirmed', seats: 12, drawn: 12, applied: 31 })
  const file = await world.anyone(recruitmentContract.box, { params })
  const box: Box = JSON.parse(file.box)
  expect(hashOf(box)).toBe(shown.boxHash)
  expect(commitmentTo(file.secret ?? '')).toBe(shown.commitment)
  const seed = seedOf(file.secret ?? '', file.publicValue ?? '')
  expect(sheetOf(seed, box.sheets.length)).toBe(shown.sheet)
})

it('a visitor reads what became of eleven suggestions: five done, three partly, two not, one under way (J-21)', async () => {
  const { items } = await world.anyone(codesignContract.list, { query: {} })
  const groupId = items.find(({ name }) => name === 'Nights that hold')?.id ?? ''
  const page = await world.anyone(suggestionsContract.published, { params: { groupId } })
  expect(page.counts).toEqual({
    ...{ all: 11, open: 0, doing: 1, done: 5, partly: 3, 'not-doing': 2, late: 0 },
  })
  const refused = page.items.filter(({ state }) => state === 'not-doing' || state === 'partly')
  for (const { moves } of refused)
    expect(moves.at(-1)).toMatchObject({
      words: expect.stringMatching(/.{20,}/),
      named: expect.stringMatching(/, /),
    })
  expect(page.items.every(({ marks }) => marks === null)).toBe(true)
})

it('a visitor finds on the map who offers and runs something, and a card that three others use', async () => {
  const { id: placeId } = await world.anyone(placesContract.here)
  const { counts, items } = await world.anyone(actorsContract.map, {
    params: { placeId },
    query: { with: 'services' },
  })
  expect(counts.offers).toBeGreaterThan(5)
  expect(items.map((one) => one.services)).toEqual(
    expect.arrayContaining([['Handyman for small jobs'], ['Young carers’ evening']]),
  )
  const cards = await world.anyone(practicesContract.list, { query: { placeId } })
  expect(Math.max(...cards.items.map((card) => card.usedBy))).toBe(3)
})

it('a visitor reads what others asked and were answered, and Ruth finds one question waiting for her', async () => {
  const { items } = await world.anyone(challengesContract.list, { query: {} })
  const idOf = (slug: string) => items.find((c) => c.slug === slug)?.id ?? ''
  const [halls, buses] = [
    idOf('keep-halls-open-when-people-are-free'),
    idOf('get-home-after-the-late-shift'),
  ]
  const board = (challengeId: string) =>
    world.anyone(questionsContract.board, { params: { challengeId } })
  const asked = await board(halls)
  expect(asked).toMatchObject({ open: true, waiting: { count: 1, late: false } })
  expect(asked.items.map(({ state, closedAs }) => [state, closedAs])).toEqual(
    Array.from({ length: 3 }, () => ['answered', 'commissioner']),
  )
  for (const { askedOn, closedOn } of asked.items) expect(closedOn > askedOn).toBe(true)
  expect(asked.medianWorkingDays).toBe(1)
  const late = await board(buses)
  expect(late.items.map(({ closedAs }) => closedAs)).toEqual(
    expect.arrayContaining(['commissioner', 'broker']),
  )
  const { rows } = await world.db.execute<{ id: string }>(
    `select id from people where email = 'ruth@council.example'`,
  )
  const call = await world.as(rows[0]?.id ?? '')
  const desk = await call(questionsContract.desk, { params: { challengeId: halls } })
  expect(desk.waiting.map(({ words }) => words)).toEqual([expect.stringContaining('fire plan')])
})

const byEmail = async (email: string) => {
  const { rows } = await world.db.execute<{ id: string }>(
    sql`select id from people where email = ${email}`,
  )
  return world.as(rows[0]?.id ?? '')
}

it('Ines finds an introduction that came to something, and one that did not; both long enough ago to be true', async () => {
  const ines = await byEmail('ines@voluntary-action.example')
  const place = await world.anyone(placesContract.here)
  const { items } = await ines(introductionsContract.list, { query: { placeId: place.id } })
  expect(items.map((i) => i.state).toSorted()).toEqual([
    'asked-first',
    'asked-first',
    'done',
    'drafted',
    'ended',
  ])
  const done = items.find((i) => i.state === 'done')
  expect(done?.sides.map((s) => s.answer)).toEqual(['yes', 'yes'])
  expect(done).toMatchObject({ outcome: 'keep-in-touch', newToEachOther: true })
  const [first, second] = done?.sides ?? []
  const day = 86_400_000
  const askedSecond = second?.askedAt?.getTime() ?? 0
  expect(askedSecond - (first?.answeredAt?.getTime() ?? 0)).toBeGreaterThanOrEqual(day)
  expect(Date.now() - (done?.bothYesAt?.getTime() ?? Date.now())).toBeGreaterThan(14 * day)
})

it('Dele, whose group said yes, reads that it did not come about, and nothing of why (BR3)', async () => {
  const dele = await byEmail('dele@brightside.example')
  const { items } = await dele(introductionsContract.mine)
  const over = items.find((i) => i.state === 'not-come-about')
  expect(over?.contact).toBeNull()
  expect(JSON.stringify(over)).not.toMatch(/"no"|said-no|taken-back/)
  expect(items.map((i) => i.state).toSorted()).toEqual(['not-come-about', 'waiting'])
})

it.each(DEMO_PEOPLE.map((p) => [p.email]))('no letter to %s can reach a real mailbox', (email) => {
  expect(mayLeave(email)).toBe(false)
})

it('Ines has an address book, and two people in it to tell that they are', async () => {
  const { id: placeId } = await world.anyone(placesContract.here)
  const ines = await byEmail('ines@voluntary-action.example')
  const book = await ines(contactsContract.list, { params: { placeId }, body: {} })
  expect(book).toMatchObject({ total: 4, untold: 2 })
  const { items } = await ines(casesContract.queue, { params: { placeId } })
  expect(items).toContainEqual(expect.objectContaining({ kind: 'untold', count: 2, late: false }))
})

it('Mr Okafor’s question was taken over and he stays co-author; others wait for a sponsor, an answer, a reader (CH9)', async () => {
  const place = await world.anyone(placesContract.here)
  const of = (which: 'open' | 'answered') =>
    world.anyone(proposalsContract.list, { query: { placeId: place.id, which } })
  const open = (await of('open')).items
  expect(open.map((one) => [one.state, one.late])).toEqual([
    ['answering', false],
    ['gathering', false],
  ])
  const answered = (await of('answered')).items
  expect(answered.map((one) => one.state).toSorted()).toEqual(['adopted', 'not-now'])
  const medicine = answered.find((one) => one.state === 'adopted')
  expect(medicine).toMatchObject({
    ...{ question: 'How can we wait for medicine without losing half a day?', askedBy: ['Samuel'] },
    ...{ support: { people: 14 }, sponsors: [{ name: 'Maya Lindqvist' }] },
  })
  const ines = await byEmail('ines@voluntary-action.example')
  const desk = await ines(proposalsContract.desk, { params: { placeId: place.id } })
  expect(desk.items[0]).toMatchObject({ state: 'to-read', can: { read: true } })
})

it('Yusuf finds that the respite group met once, what came of it, and that it meets again (CD3, CD9)', async () => {
  const { rows } = await world.db.execute<{ id: string; group_id: string; person: string }>(sql`
    select s.id, s.group_id, g.facilitator_id as person from group_sessions s join groups g on g.id = s.group_id
    where g.name = 'A break you can plan on' and s.starts_at > now()`)
  const [next] = rows
  if (!next) throw new Error('the group meets again')
  const yusuf = await world.as(next.person)
  const params = { groupId: next.group_id, sessionId: next.id }
  const seen = await yusuf(sessionsContract.read, { params })
  expect(seen).toMatchObject({ state: 'access-check', agenda: { missing: 0 } })
  expect(seen.papers).toMatchObject([{ inTime: true }])
  const tuesdays = 'Try Tuesday evenings in the lunch club for six weeks'
  const { items, ledger } = await yusuf(sessionsContract.list, {
    params: { groupId: next.group_id },
  })
  const [met] = items.filter(({ isOver }) => isOver)
  const before = await yusuf(sessionsContract.read, {
    params: { ...params, sessionId: met?.id ?? '' },
  })
  // It was to be decided then, had no paper in time, and is decided now that it has one (§4.2, Papers).
  expect(before.agenda.off).toMatchObject([{ title: tuesdays, next: seen.startsAt }])
  expect(seen.agenda.items.find(({ title }) => title === tuesdays)).toMatchObject({
    ...{ movedFrom: before.startsAt, mayDecide: true },
  })
  expect(ledger).toMatchObject({ held: 1, doing: 1, talkingShop: false })
})
