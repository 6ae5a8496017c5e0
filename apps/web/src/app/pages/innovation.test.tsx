import { screen, waitFor } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { beforeEach, expect, it, vi } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { CHALLENGE_ID, challengeJson, meJson, PLACE_ID, signedIn } from '../../../test/town.ts'
import { paths } from '../paths.ts'
import { EditChallengePage } from './edit-challenge-page.tsx'
import { NewProtectionPage } from './new-protection-page.tsx'

/** Autosave waits a second and a half, and typing is slow where the processor is shared. */
vi.setConfig({ testTimeout: 40_000 })
beforeEach(() => localStorage.clear())

const ONE = `/desk/challenges/${CHALLENGE_ID}`
const ruth = meJson({ roles: [{ placeId: PLACE_ID, role: 'commissioner' }], organisations: [] })
const draftJson = {
  ...challengeJson,
  state: 'draft',
  slug: null,
  question: 'How can we keep the lunch club open?',
  missing: [{ pointer: '#/body/innovation', code: 'required' }],
  readFrom: null,
  readUntil: null,
  can: { change: true, read: true, open: false, readInterests: false, choose: false },
  version: 1,
  savedAt: '2026-11-20T14:02:00.000Z',
}

const draw = (answers: Answers) =>
  renderPage(
    <Routes>
      <Route path={paths.editChallenge.path} element={<EditChallengePage />} />
      <Route path={paths.newProtection.path} element={<NewProtectionPage />} />
    </Routes>,
    {
      at: paths.editChallenge({ challengeId: CHALLENGE_ID }),
      hadSession: true,
      words: ['challenges', 'protections', 'places'],
      answers: { ...signedIn(ruth), [`GET ${ONE}`]: { body: draftJson }, ...answers },
    },
  )

it('Ruth says what kind of case it is, and it is saved with her question (CH3)', async () => {
  const sent: object[] = []
  const { user } = await draw({
    [`PATCH ${ONE}`]: ({ body }) => {
      sent.push(body as object)
      return { body: { ...draftJson, ...(body as object), version: 2 } }
    },
  })
  await user.click(await screen.findByRole('radio', { name: 'Invent' }))
  await user.type(screen.getByRole('textbox', { name: /first three/ }), 'None at night')
  const said = { innovation: 'invent', inventReason: 'None at night' }
  await waitFor(() => expect(Object.assign({}, ...sent)).toEqual(said), { timeout: 15_000 })
})

it('Ruth protects: her words go along to a decision, and her draft stays (J-03)', async () => {
  const { user } = await draw({ [`PATCH ${ONE}`]: { body: { ...draftJson, version: 2 } } })
  await user.click(await screen.findByRole('radio', { name: 'Protect' }))
  await user.type(screen.getByRole('textbox', { name: /at risk/ }), 'Meals')
  await user.click(screen.getByRole('link', { name: /Write a decision to keep it/ }))
  expect(await screen.findByRole('textbox', { name: 'What do you want to keep?' })).toHaveValue(
    'keep the lunch club open',
  )
  expect(screen.getByText(/comes along from your question/)).toBeVisible()
})
