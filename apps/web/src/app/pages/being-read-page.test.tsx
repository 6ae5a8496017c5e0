import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderPage } from '../../../test/render.tsx'
import { CHALLENGE_ID, PLACE_ID, placeJson } from '../../../test/town.ts'
import { beingReadJson } from '../../features/readings/readings.fixture.ts'
import { BeingReadPage } from './being-read-page.tsx'

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
  expect(screen.getByText('Its days were over on')).toBeVisible()
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
