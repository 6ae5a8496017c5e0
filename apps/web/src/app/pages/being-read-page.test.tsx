import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../../../test/render.tsx'
import {
  CARERS_ID,
  CHALLENGE_ID,
  capacityJson,
  PLACE_ID,
  placeJson,
  signedIn,
} from '../../../test/town.ts'
import { beingReadJson } from '../../features/readings/readings.fixture.ts'
import { BeingReadPage } from './being-read-page.tsx'
import { TodayPage } from './today-page.tsx'

const draw = (items: object[], language: 'en' | 'nl' = 'en') =>
  renderPage(<BeingReadPage />, {
    at: '/reading',
    words: ['readings'],
    language,
    answers: {
      'GET /places/here': { body: placeJson },
      [`GET /places/${PLACE_ID}/readings`]: { body: { items } },
    },
  })

it('Kayleigh sees what is being read, how long it takes, until when, and who is still needed', async () => {
  await draw([beingReadJson()])
  const link = await screen.findByRole('link', { name: /How can we make a break from caring/ })
  expect(link).toHaveAttribute('href', `/read/${CHALLENGE_ID}`)
  const item = within(screen.getByRole('list', { name: 'Challenges being read' }))
  for (const said of [
    'Northgate Council',
    '2 minutes',
    'Tuesday 3 March 2099',
    '1 resident and 2 small groups',
    'Read so far by 1 resident.',
  ])
    expect(item.getByText(said)).toBeVisible()
})

it('one that has enough readers, one that may open with fewer and one whose days are over stay readable', async () => {
  const counts = { residents: 3, smallOrganisations: 2, needed: 2 }
  await draw([
    beingReadJson({ counts, readUntil: '2026-03-05T00:00:00.000Z' }),
    beingReadJson({ id: PLACE_ID, shortened: true }),
  ])
  expect(await screen.findAllByText('It has enough. You are still welcome.')).toHaveLength(2)
  expect(screen.getByText('Read so far by 3 residents and 2 small groups.')).toBeVisible()
  expect(screen.getByText('The last day to read it was')).toBeVisible()
  expect(screen.getByText('Wednesday 4 March 2026')).toBeVisible()
})

it.each([
  ['en', /No challenge is being read just now/, 'See open challenges'],
  ['nl', /Er wordt nu geen vraagstuk gelezen/, 'Bekijk open vraagstukken'],
] as const)('an empty board says so, and leads on (%s)', async (language, sentence, name) => {
  await draw([], language)
  expect(await screen.findByText(sentence)).toBeVisible()
  expect(screen.getByRole('link', { name })).toHaveAttribute('href', '/challenges')
})

describe('Amina’s Today', () => {
  const today = (items: object[]) =>
    renderPage(<TodayPage />, {
      at: '/today',
      words: ['organisations', 'challenges', 'interests'],
      hadSession: true,
      answers: {
        ...signedIn(),
        'GET /challenges': { body: { items: [], nextCursor: null, nearest: false } },
        'GET /interests': { body: { items: [] } },
        [`GET /organisations/${CARERS_ID}/capacity`]: { body: capacityJson },
        [`GET /places/${PLACE_ID}/readings`]: { body: { items } },
      },
    })

  it.each([
    ['One challenge asks for readers before it opens', [beingReadJson()]],
    [
      '2 challenges ask for readers before they open',
      [beingReadJson(), beingReadJson({ id: PLACE_ID })],
    ],
  ])('says: %s', async (name, items) => {
    await today(items)
    expect(await screen.findByRole('link', { name })).toHaveAttribute('href', '/reading')
  })

  it('says nothing of readers where nothing is read', async () => {
    await today([])
    expect(await screen.findByText('Closing soon')).toBeVisible()
    expect(screen.queryByText(/for readers/)).toBeNull()
  })
})
