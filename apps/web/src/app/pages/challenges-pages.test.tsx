import { screen, within } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { CHALLENGE_ID, challengeJson, placeJson, signedIn } from '../../../test/town.ts'
import { paths } from '../paths.ts'
import { ChallengePage } from './challenge-page.tsx'
import { ChallengesPage } from './challenges-page.tsx'
import { HomePage } from './home-page.tsx'

beforeEach(() => localStorage.clear())

const AREA = '018f0000-0000-7000-8000-000000000009'
const summaryJson = (n: number, more: Record<string, unknown> = {}) => ({
  id: `018f0000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`,
  slug: `case-${n}`,
  state: 'open',
  question: `How can we settle case ${n}?`,
  summary: 'In plain words.',
  themes: ['food'],
  areas: [{ id: AREA, name: 'Elmside' }],
  asker: { organisation: 'Northgate Council' },
  closesAt: '2099-03-04T17:00:00.000Z',
  answerMinutes: 10,
  offerPence: 520_000,
  groups: 0,
  ...more,
})
const page = (items: object[], more: object = {}) => ({
  body: { items, nextCursor: null, nearest: false, ...more },
})
const place = {
  ...placeJson,
  areas: [
    { id: AREA, name: 'Elmside', gssCode: null },
    { id: CHALLENGE_ID, name: 'Quay', gssCode: null },
  ],
}

const draw = (at: string, answers: Answers, language: 'en' | 'nl' = 'en') =>
  renderPage(
    <Routes>
      <Route path={paths.home.path} element={<HomePage />} />
      <Route path={paths.challenges.path} element={<ChallengesPage />} />
      <Route path={paths.challenge.path} element={<ChallengePage />} />
    </Routes>,
    {
      at,
      language,
      words: ['home', 'challenges', 'places', 'codesign', 'cohorts', 'organisations'],
      answers: {
        ...signedIn(),
        'GET /places/here': { body: place },
        'GET /groups': { body: { items: [] } },
        ...answers,
      },
    },
  )

describe('the first page', () => {
  it('shows the place, three questions, where to search and a person to ring', async () => {
    await draw('/', { 'GET /challenges': page([1, 2, 3].map((n) => summaryJson(n))) })
    expect(
      await screen.findByRole('heading', {
        level: 1,
        name: 'Questions no one in Northgate can answer alone',
      }),
    ).toBeVisible()
    expect(screen.getByRole('link', { name: 'How can we settle case 2?' })).toHaveAttribute(
      'href',
      '/challenges/case-2',
    )
    expect(screen.getByRole('searchbox', { name: 'Search the challenges' })).toBeVisible()
    expect(screen.getByRole('link', { name: '020 7946 0000' })).toHaveAttribute(
      'href',
      'tel:02079460000',
    )
  })

  it('takes the words somebody typed to the list', async () => {
    const asked: string[] = []
    const { user } = await draw('/', {
      'GET /challenges': ({ url }) => {
        asked.push(url)
        return page([])
      },
    })
    await user.type(await screen.findByRole('searchbox'), 'lunch{Enter}')
    expect(await screen.findByRole('heading', { name: 'Open challenges' })).toBeVisible()
    expect(asked.at(-1)).toContain('q=lunch')
  })

  it('says so when nothing is open', async () => {
    await draw('/', { 'GET /challenges': page([]) })
    expect(await screen.findByText(/No challenge is open just now/)).toBeVisible()
  })
})

describe('the list', () => {
  it('narrows by links that can be shared, and shows what is on', async () => {
    const { user } = await draw('/challenges', { 'GET /challenges': page([summaryJson(1)]) })
    await user.click(await screen.findByText('What it is about'))
    const food = screen.getByRole('link', { name: 'Food' })
    expect(food).toHaveAttribute('href', '/challenges?theme=food')
    await user.click(food)
    expect(await screen.findByRole('link', { name: /^Food\s?\(take off\)$/ })).toHaveAttribute(
      'href',
      '/challenges',
    )
    await user.click(screen.getByText('Where'))
    expect(screen.getByRole('link', { name: 'Elmside' })).toHaveAttribute(
      'href',
      `/challenges?theme=food&areaId=${AREA}`,
    )
  })

  it('says that a misspelt word was only met nearly', async () => {
    await draw('/challenges?q=lonelyness', {
      'GET /challenges': page([summaryJson(1)], { nearest: true }),
    })
    expect(await screen.findByText(/Nothing has “lonelyness” in it, word for word/)).toBeVisible()
    expect(screen.getByRole('searchbox')).toHaveValue('lonelyness')
  })

  it('offers a way back when nothing fits', async () => {
    await draw('/challenges?q=xylophone', { 'GET /challenges': page([]) })
    expect(await screen.findByText(/no challenge with “xylophone”/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'Show all open challenges' })).toHaveAttribute(
      'href',
      '/challenges',
    )
  })

  it('gives the next page under the first', async () => {
    const { user } = await draw('/challenges', {
      'GET /challenges': ({ url }) =>
        url.includes('cursor=next')
          ? page([summaryJson(2)])
          : page([summaryJson(1)], { nextCursor: 'next' }),
    })
    await user.click(await screen.findByRole('button', { name: 'Show more' }))
    expect(await screen.findByRole('link', { name: /case 2/ })).toBeVisible()
    expect(screen.getByRole('link', { name: /case 1/ })).toBeVisible()
  })
})

const whole = {
  ...challengeJson,
  summary: 'Most carers learn on Friday whether they have Saturday off.',
  areas: [{ id: AREA, name: 'Elmside' }],
  whyNow: 'The waiting list doubled.',
  whoIsAffected: 'About 900 carers.',
  leastServed: 'Carers who work nights',
  outcome: 'I can plan a day off.',
  tried: [{ what: 'A booking line', result: 'It was busy.' }],
  notAtRisk: 'The Saturday club',
  constraints: [
    { kind: 'money', what: 'The budget is set.', flex: 'fixed' },
    { kind: 'time', what: 'Beds go by the week.', flex: 'can-bend' },
  ],
  participationPence: 300_000,
  backfillPence: 900_000,
  payHourlyPence: 2_500,
  payWhen: 'Within five working days',
  criteria: [
    { name: 'Starts soon', goodLooksLike: 'Within six weeks', weight: 30 },
    { name: 'Knows the people', goodLooksLike: 'They come to you', weight: 40 },
    { name: 'Shares', goodLooksLike: 'Others can copy it', weight: 30 },
  ],
  asker: {
    organisation: 'Northgate Council',
    person: 'Ruth',
    phone: '020 7946 0033',
    email: 'care@northgate.example',
  },
  thread: [
    { station: 'asked', status: 'done', on: '2026-01-01' },
    { station: 'exploring', status: 'now', on: '2099-03-04' },
    { station: 'teamed-up', status: 'to-come', on: '2099-04-01' },
  ],
}
const read = (body: object = whole) =>
  draw('/challenges/case', { 'GET /challenges/case': { body } })

describe('one challenge', () => {
  it('says who asks, what it costs, what cannot change and what counts most', async () => {
    await read()
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(whole.question)
    expect(screen.getByRole('link', { name: '020 7946 0033' })).toBeVisible()
    expect(screen.getAllByText('£12,000')).toHaveLength(2)
    expect(screen.getByText('£25 an hour. Within five working days')).toBeVisible()
    expect(screen.getByRole('heading', { name: 'Fixed' }).parentElement).toHaveTextContent(
      'The budget is set.',
    )
    expect(screen.getByRole('heading', { name: 'Can bend' }).parentElement).toHaveTextContent(
      'Beds go by the week.',
    )
    const heaviest = screen.getByRole('heading', { name: /Knows the people/ })
    expect(heaviest).toHaveTextContent('40 of 100')
    expect(
      heaviest.compareDocumentPosition(screen.getByRole('heading', { name: /Starts soon/ })),
    ).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  })

  it('shows where it stands as a list that reads aloud', async () => {
    await read()
    const thread = await screen.findByRole('list', { name: 'Where this stands' })
    expect(within(thread).getAllByRole('listitem')).toHaveLength(3)
    expect(
      within(thread)
        .getByText(/Exploring/)
        .closest('li'),
    ).toHaveAttribute('aria-current', 'step')
  })

  it('has a door for residents, one for organisations and one for whoever would rather talk', async () => {
    await read()
    expect(await screen.findByRole('heading', { name: 'You live here' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Tell us you are interested' })).toHaveAttribute(
      'href',
      `/challenges/${whole.slug}/interest`,
    )
    expect(screen.getByText(/Ring or write to Ruth/)).toBeVisible()
  })

  it('has no door any more once it was taken back, and says why', async () => {
    await read({ ...whole, state: 'withdrawn', withdrawnReason: 'The grant was cut.' })
    expect(await screen.findByText('The grant was cut.')).toBeVisible()
    expect(screen.queryByRole('link', { name: /interested/ })).toBeNull()
  })

  it('in Dutch keeps the question in the language it was asked in', async () => {
    await draw('/challenges/case', { 'GET /challenges/case': { body: whole } }, 'nl')
    expect(await screen.findByRole('heading', { name: 'Waarom nu' })).toBeVisible()
    expect(screen.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'en')
  })

  it('that is not there is said to be not there, with a way on', async () => {
    await draw('/challenges/case', {
      'GET /challenges/case': {
        status: 404,
        body: { type: 'x', title: 'x', status: 404, code: 'challenges.not_found' },
      },
    })
    expect(
      await screen.findByRole('heading', { level: 1, name: 'We cannot find this challenge' }),
    ).toBeVisible()
    expect(screen.getByRole('link', { name: 'See the open challenges' })).toBeVisible()
  })
})
