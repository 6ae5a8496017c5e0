import { screen } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { expect, it } from 'vitest'
import { renderPage } from '../../../test/render.tsx'
import { CHALLENGE_ID, meJson, PLACE_ID, signedIn } from '../../../test/town.ts'
import { asksJson, readingDeskJson } from '../../features/readings/readings.fixture.ts'
import { ReadThroughDeskPage } from './read-through-desk-page.tsx'

const draw = (role: string, desk: object) =>
  renderPage(
    <Routes>
      <Route path="/desk/challenges/:challengeId/read-through" element={<ReadThroughDeskPage />} />
    </Routes>,
    {
      at: `/desk/challenges/${CHALLENGE_ID}/read-through`,
      words: ['readings', 'layout'],
      hadSession: true,
      answers: {
        ...signedIn(meJson({ roles: [{ placeId: PLACE_ID, role }], organisations: [] })),
        [`GET /desk/readings/${CHALLENGE_ID}`]: { body: readingDeskJson(desk) },
        [`GET /desk/challenges/${CHALLENGE_ID}/reading-asks`]: {
          body: asksJson({ can: { askBrokers: role === 'commissioner' } }),
        },
        [`POST /desk/challenges/${CHALLENGE_ID}/read-through/shorten`]: {
          body: { shortenedReason: 'x' },
        },
      },
    },
  )

it('the broker follows a read-through, and may let it be shorter', async () => {
  const { user } = await draw('broker', { can: { answer: false, shorten: true } })
  expect(await screen.findByText('1 of 2')).toBeVisible()
  expect(screen.getByRole('link', { name: 'Read it as its readers do' })).toHaveAttribute(
    'href',
    `/read/${CHALLENGE_ID}`,
  )
  await user.type(screen.getByLabelText('Why?'), 'The grant for it ends on Friday this week.')
  await user.click(screen.getByRole('button', { name: 'Let it open sooner' }))
  expect(await screen.findByText(/It can open as soon as/)).toBeVisible()
})

it('whoever may not shorten it is not asked why', async () => {
  await draw('commissioner', {})
  expect(await screen.findByText('1 of 2')).toBeVisible()
  expect(screen.queryByLabelText('Why?')).toBeNull()
})
