import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { meJson, PLACE_ID, signedIn } from '../../../test/town.ts'
import { further } from '../further-paths.ts'
import { AppRoutes } from '../router.tsx'
import { GROUP, problem, signedInAs } from './groups.fixture.ts'

const ID = '018f0000-0000-7000-8000-0000000000a1'
const AT = '2027-03-01T10:00:00.000Z'
const group = {
  ...{ id: GROUP, name: 'Nights that hold', state: 'reporting-back', declared: 'co-design' },
  ...{ shown: 'co-design', overrides: 0, question: 'How can we rest?', slug: 'rest' },
}
const refusedOne = {
  ...{ id: ID, number: 4, text: 'A spare key for the nurse.', language: 'en', bloc: 'residents' },
  ...{ name: 'Hawa', state: 'not-doing', late: false, dueAt: null, saidAt: AT, closedAt: AT },
  moves: [
    { to: 'acknowledged', words: 'We ask the insurer.', named: '', doneBy: null, at: AT },
    {
      ...{ to: 'not-doing', words: 'The insurer said no, twice.', named: 'Grace Osei, health' },
      ...{ doneBy: null, at: AT },
    },
  ],
  marks: null,
}
const counts = { all: 1, open: 0, doing: 0, done: 0, partly: 0, 'not-doing': 1, late: 0 }
const homework = {
  ...{ dueAt: '2027-06-01T00:00:00.000Z', meeting: null, heldAt: null },
  ...{ closedAt: null, ladderAsked: false, late: false },
}
const page = { group, counts, homework, ladder: null, items: [refusedOne] }
const inside = {
  ...{ ...page, runs: false, myRung: null, influencePublic: false },
  items: [{ ...refusedOne, mine: false, namedAs: 'first-name', myMark: null, ring: null }],
}
const draw = (at: string, answers: Answers, language: 'en' | 'nl' = 'en') =>
  renderPage(<AppRoutes />, { at, answers, language })

describe('You said, we did (CD6, J-21)', () => {
  const answers = { [`GET /groups/${GROUP}/you-said`]: { body: page } }
  it('a no stands with its reason and the name of somebody', async () => {
    await draw(further.youSaid({ groupId: GROUP }), answers)
    const one = await screen.findByRole('article', { name: /A spare key/ })
    expect(within(one).getByText('The insurer said no, twice.')).toBeVisible()
    expect(within(one).getByText('Answers for this: Grace Osei, health')).toBeVisible()
    expect(within(one).getByText(/Hawa, resident/)).toBeVisible()
  })
  it('in Dutch too', async () => {
    await draw(further.youSaid({ groupId: GROUP }), answers, 'nl')
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Jullie zeiden, wij deden' }),
    ).toBeVisible()
  })
  it('few marks are not shown, and all alike only in words', async () => {
    const marked = { residents: { shown: 'few' }, others: { shown: 'few' } }
    const most = { ...marked, residents: { shown: 'most', mark: 'not' } }
    const items = [
      { ...refusedOne, marks: marked },
      { ...refusedOne, id: GROUP, number: 5, marks: most },
    ]
    await draw(further.youSaid({ groupId: GROUP }), {
      [`GET /groups/${GROUP}/you-said`]: { body: { ...page, items } },
    })
    expect(await screen.findByText(/Fewer than five marked this/)).toBeVisible()
    expect(screen.getByText('Not satisfied: all of them, or all but one')).toBeVisible()
  })
})

describe('Rosa, who marks on paper (PE3, J-21)', () => {
  it('has every item with its answer and three boxes, and a strip that is cut off', async () => {
    await draw(further.homeworkSheet({ groupId: GROUP }), {
      [`GET /groups/${GROUP}/suggestions`]: {
        body: { ...inside, homework: { ...homework, ladderAsked: true } },
      },
    })
    const main = within(await screen.findByRole('main'))
    expect(await main.findByText('4. A spare key for the nurse.')).toBeVisible()
    expect(main.getByText(/Not done: The insurer said no, twice/)).toBeVisible()
    for (const mark of ['Satisfied', 'Not satisfied', 'Unsure'])
      expect(main.getByText(mark)).toBeVisible()
    expect(main.getByText('Your reference')).toBeVisible()
  })
})

describe('Yusuf, who runs the group (J-21)', () => {
  it('announces the meeting to mark the homework as a session, where the group meets and paid as usual', async () => {
    const sent: unknown[] = []
    const planned: { body: object } = { body: { ...inside, runs: true, items: [], homework } }
    const meeting = { id: ID, startsAt: '2027-05-04T17:00:00.000Z', venue: 'Elmside Hall' }
    const { user } = await renderPage(<AppRoutes />, {
      at: further.suggestions({ groupId: GROUP }),
      hadSession: true,
      words: ['suggestions', 'codesign', 'codesign+group'],
      answers: {
        ...signedInAs('facilitator'),
        [`GET /groups/${GROUP}/suggestions`]: () => planned,
        [`POST /groups/${GROUP}/homework`]: ({ body }) => {
          sent.push(body)
          planned.body = { ...planned.body, homework: { ...homework, meeting } }
          return { status: 201, body: { ...homework, meeting } }
        },
      },
    })
    await user.type(await screen.findByLabelText('Day'), '4')
    await user.type(screen.getByLabelText('Month'), '5')
    await user.type(screen.getByLabelText('Year'), '2027')
    await user.type(screen.getByLabelText('When does it start?'), '18:00')
    expect(screen.getByLabelText('Name of the place')).toHaveValue('Elmside Hall')
    await user.click(screen.getByRole('button', { name: 'Announce this date' }))
    expect(await screen.findByRole('link', { name: 'See to the meeting' })).toHaveAttribute(
      'href',
      further.sessionPlan({ groupId: GROUP, sessionId: ID }),
    )
    expect(sent).toMatchObject([{ minutes: 120, paidMinutes: 180, venue: 'Elmside Hall' }])
  })
})

describe('Kayleigh on her phone, without an account', () => {
  it('marks, and says something that is too short, then enough', async () => {
    const sent: unknown[] = []
    const { user } = await draw(further.suggestions({ groupId: GROUP }), {
      [`GET /groups/${GROUP}/suggestions`]: { body: inside },
      [`PUT /suggestions/${ID}/mark`]: ({ body }) => {
        sent.push(body)
        return { body }
      },
      [`POST /groups/${GROUP}/suggestions`]: ({ body }) => {
        sent.push(body)
        return { status: 201, body: { ...inside.items[0], number: 12, dueAt: AT } }
      },
    })
    await user.click(await screen.findByRole('button', { name: /^Not satisfied/ }))
    await user.type(screen.getByLabelText('What should change?'), 'Key')
    await user.click(screen.getByRole('button', { name: 'Say it' }))
    expect(
      (await screen.findAllByText('Say a little more, so that others understand it.')).length,
    ).toBeGreaterThan(0)
    await user.type(screen.getByLabelText(/What should change/), ' safes by every door')
    await user.click(screen.getByRole('button', { name: 'Say it' }))
    expect(await screen.findByText(/It is number 12/)).toBeVisible()
    expect(sent).toEqual([
      { mark: 'not' },
      { text: 'Key safes by every door', language: 'en', namedAs: 'nobody' },
    ])
  })
  it('is told how to open her place where it is not open', async () => {
    await draw(further.suggestions({ groupId: GROUP }), {
      [`GET /groups/${GROUP}/suggestions`]: problem(403, 'codesign.no_place_here'),
    })
    expect(await screen.findByRole('link', { name: 'Open my place' })).toBeVisible()
  })
})

it('how much did our word count: each figure with its counts and its rule (T5)', async () => {
  const none = { part: 0, of: 0, share: null }
  const voices = [
    { bloc: 'residents', closed: 10, whole: 4, half: 4, share: { num: 3, den: 5 } },
    { bloc: 'organisations', closed: 0, whole: 0, half: 0, share: null },
    { bloc: 'public-bodies', closed: 12, whole: 8, half: 2, share: { num: 3, den: 4 } },
  ]
  const least = {
    ...{ category: 'Where do you live?', feature: 'Elmside', inGroup: 5, of: 12, affected: 45 },
    parity: { num: 500, den: 540 },
  }
  const t5 = { voices, parity: { num: 4, den: 5 }, even: true }
  await draw(further.influence({ groupId: GROUP }), {
    [`GET /groups/${GROUP}/influence`]: {
      body: {
        ...{
          group,
          isPublic: true,
          decisions: t5,
          suggestions: { ...t5, parity: null, even: null },
        },
        ...{ agenda: { part: 6, of: 12, share: { num: 1, den: 2 } }, reasons: none },
        ...{ satisfied: null, meetings: { due: 1, held: 0 }, ladder: null },
        felt: { residents: null, professionals: null, gap: null },
        stay: null,
        reach: { least, hidden: 2 },
        doing: { ...none, actions: 0, tests: 0, decisions: 0, nudge: true },
      },
    },
  })
  const decisions = await screen.findByRole('table', { name: 'Decisions of the group' })
  expect(within(decisions).getByText('0.6')).toBeVisible()
  expect(within(decisions).getByText('0.75')).toBeVisible()
  expect(screen.getByText('even')).toBeVisible()
  expect(screen.getByText('6 of 12')).toBeVisible()
  expect(screen.getByText(/Lowest: Elmside, 5 of 12 who came up, and 45 of 100/)).toBeVisible()
  expect(screen.getByText('0.92 times its share')).toBeVisible()
  expect(screen.getByText(/2 answers are left out/)).toBeVisible()
  expect(screen.getByText(/stop something, change something or test something/i)).toBeVisible()
})

it.each([
  [
    'nine of ten are enough',
    { part: 9, of: 10, share: { num: 9, den: 10 } },
    /9 of 10 held/,
    /90%, reached/,
  ],
  [
    'eight of nine are not',
    { part: 8, of: 9, share: { num: 8, den: 9 } },
    /8 of 9 held/,
    /90%, not reached/,
  ],
  ['none was due', { part: 0, of: 0, share: null }, /None was due in the last twelve months/, null],
] as const)(
  'whoever answers reads how many homework meetings were held (M22): %s',
  async (_, meetings, line, rule) => {
    const me = meJson({ roles: [{ placeId: PLACE_ID, role: 'commissioner' }] })
    await renderPage(<AppRoutes />, {
      at: further.answersOwed(),
      hadSession: true,
      answers: {
        ...signedIn(me),
        [`GET /places/${PLACE_ID}/answers-owed`]: { body: { items: [], meetings } },
      },
    })
    expect(await screen.findByText(line)).toBeVisible()
    if (rule) expect(screen.getByText(rule)).toBeVisible()
  },
)
