import { screen, within } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { beforeEach, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import {
  CARERS_ID,
  CHALLENGE_ID,
  capacityJson,
  challengeJson,
  meJson,
  PLACE_ID,
  placeJson,
  signedIn,
} from '../../../test/town.ts'
import { paths } from '../paths.ts'
import { ExpressInterestPage } from './express-interest-page.tsx'
import { OrganisationRegisterPage } from './organisation-register-page.tsx'

beforeEach(() => localStorage.clear())

const nothingKnown = { ...capacityJson, spareHoursPerMonth: null, skills: [] }

const open = (at: string, answers: Answers) =>
  renderPage(
    <Routes>
      <Route path={paths.registerOrganisation.path} element={<OrganisationRegisterPage />} />
      <Route path={paths.interest.path} element={<ExpressInterestPage />} />
    </Routes>,
    {
      at,
      words: ['interests', 'times', 'organisations', 'places'],
      hadSession: true,
      answers: {
        'GET /organisations/candidates': { body: { items: [] } },
        [`GET /challenges/${challengeJson.slug}`]: { body: challengeJson },
        'GET /interests': { body: { items: [] } },
        [`GET /organisations/${CARERS_ID}/capacity`]: { body: nothingKnown },
        [`GET /challenges/${CHALLENGE_ID}/interest-draft`]: { body: { draft: null } },
        [`GET /challenges/${CHALLENGE_ID}/voice-notes`]: { body: { items: [] } },
        [`GET /places/${PLACE_ID}/answer-times`]: { body: { place: null, challenge: null } },
        ...answers,
      },
    },
  )

/** Presses the button with everything empty, and counts what the page then asks for. */
async function demandedBy(page: Awaited<ReturnType<typeof open>>, button: string) {
  await page.user.click(await screen.findByRole('button', { name: button }))
  const demanded = within(await screen.findByRole('alert')).getAllByRole('link').length
  page.unmount()
  return demanded
}

it('somebody we know nothing of has to fill in eleven things over both forms, twelve at most (J-01)', async () => {
  const areas = ['Northgate', 'Elmside'].map((name, i) => ({
    ...{ id: `018f0000-0000-7000-8000-00000000090${i}`, name, gssCode: null },
  }))
  const stranger = {
    ...signedIn(meJson({ organisations: [] })),
    'GET /places/here': { body: { ...placeJson, areas } },
    'GET /me': { body: { ...meJson({ organisations: [] }), displayName: null } },
  }
  const toRegister = await demandedBy(
    await open(paths.registerOrganisation(), stranger),
    'Register',
  )
  const toAnswer = await demandedBy(
    await open(paths.interest({ slug: challengeJson.slug }), signedIn()),
    'Check your answers',
  )
  const waysToBeReached = 1
  expect([toRegister, waysToBeReached, toAnswer]).toEqual([7, 1, 3])
  expect(toRegister + waysToBeReached + toAnswer).toBeLessThanOrEqual(12)
})
