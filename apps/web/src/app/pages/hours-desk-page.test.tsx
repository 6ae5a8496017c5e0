import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderPage } from '../../../test/render.tsx'
import { meJson, PLACE_ID, signedIn } from '../../../test/town.ts'
import { further } from '../further-paths.ts'
import { HoursDeskPage } from './hours-desk-page.tsx'

const id = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [YOUTH, CHOIR] = [id(81), id(82)]

it('Ines reads who has promised a lot and who rests, and opens the page of each', async () => {
  await renderPage(<HoursDeskPage />, {
    at: further.hoursDesk(),
    words: ['hours', 'exports'],
    hadSession: true,
    answers: {
      ...signedIn(meJson({ roles: [{ placeId: PLACE_ID, role: 'broker' }] })),
      'GET /organisations/stretched': {
        body: {
          over: [{ id: YOUTH, name: 'Elmside Youth', spare: 20, committed: 18 }],
          paused: [{ id: CHOIR, name: 'Northgate Choir', until: '2027-03-01' }],
          figure: { over: 1, committed: 4 },
        },
      },
    },
  })
  const youth = await screen.findByRole('link', { name: 'Elmside Youth' })
  expect(youth).toHaveAttribute('href', `/map/${YOUTH}`)
  expect(youth.parentElement).toHaveTextContent('Elmside Youth: 18 of 20 hours a month')
  const choir = screen.getByRole('link', { name: 'Northgate Choir' })
  expect(choir).toHaveAttribute('href', `/map/${CHOIR}`)
  expect(choir.parentElement).toHaveTextContent('Northgate Choir, until Monday 1 March 2027')
})
