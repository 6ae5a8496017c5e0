import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderPage } from '../../../test/render.tsx'
import { PLACE_ID, placeJson } from '../../../test/town.ts'
import { paths } from '../paths.ts'
import { AppRoutes } from '../router.tsx'

it('a feed reader finds the feed of the place in the head of the list of challenges', async () => {
  await renderPage(<AppRoutes />, {
    at: paths.challenges(),
    answers: {
      'GET /places/here': { body: placeJson },
      'GET /challenges': { body: { items: [], nextCursor: null, nearest: false } },
    },
  })
  await screen.findByText('Follow Northgate: hear of new challenges')
  const feeds = document.head.querySelectorAll('link[rel="alternate"]')
  expect(feeds).toHaveLength(1)
  expect(feeds[0]).toHaveAttribute('type', 'application/atom+xml')
  expect(feeds[0]).toHaveAttribute('href', `/api/v1/places/${PLACE_ID}/challenges.atom`)
  expect(feeds[0]).toHaveAttribute('title', 'All challenges for your feed reader (Atom)')
})
