import { screen, waitFor } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { expect } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { CHALLENGE_ID, challengeJson, meJson, PLACE_ID, signedIn } from '../../../test/town.ts'
import { asksJson, readingDeskJson } from '../../features/readings/readings.fixture.ts'
import { paths } from '../paths.ts'
import { DeskPage } from './desk-page.tsx'
import { EditChallengePage } from './edit-challenge-page.tsx'
import { NewChallengePage } from './new-challenge-page.tsx'
import { PreviewChallengePage } from './preview-challenge-page.tsx'

export const EDIT = paths.editChallenge({ challengeId: CHALLENGE_ID })
export const ONE = `/desk/challenges/${CHALLENGE_ID}`
export const draftJson = (more: Record<string, unknown> = {}) => ({
  ...challengeJson,
  state: 'draft',
  slug: null,
  asker: { organisation: 'Northgate Council', person: 'Ruth', phone: null, email: null },
  missing: [],
  can: { change: true, read: true, open: true, readInterests: false, choose: false },
  readFrom: null,
  readUntil: null,
  version: 1,
  savedAt: '2026-11-20T14:02:00.000Z',
  ...more,
})
export const problem = (status: number, code: string, more: object = {}) => ({
  status,
  body: { type: 'x', title: 'x', status, code, ...more },
})
const ruth = meJson({ roles: [{ placeId: PLACE_ID, role: 'commissioner' }], organisations: [] })

export const draw = (at: string, answers: Answers) =>
  renderPage(
    <Routes>
      <Route path={paths.desk.path} element={<DeskPage />} />
      <Route path={paths.newChallenge.path} element={<NewChallengePage />} />
      <Route path={paths.editChallenge.path} element={<EditChallengePage />} />
      <Route path={paths.previewChallenge.path} element={<PreviewChallengePage />} />
    </Routes>,
    {
      at,
      hadSession: true,
      words: ['challenges+desk', 'challenges+page', 'places', 'readings', 'rooms'],
      answers: { ...signedIn(ruth), ...answers },
    },
  )

/** A service that keeps what it is sent and says what of it is missing. */
export function keeper(
  first: Record<string, unknown> = {},
  missing: (d: object) => object[] = () => [],
) {
  let stored: ReturnType<typeof draftJson> & Record<string, unknown> = draftJson({
    ...first,
    missing: missing(first),
  })
  const sent: Record<string, unknown>[] = []
  const answers: Answers = {
    [`GET ${ONE}`]: () => ({ body: stored }),
    [`PATCH ${ONE}`]: ({ body }) => {
      sent.push(body as Record<string, unknown>)
      stored = { ...stored, ...(body as object), version: stored.version + 1 }
      stored = { ...stored, missing: missing(stored) as never[] }
      return { body: stored }
    },
    [`POST ${ONE}/read-through`]: () => {
      const readUntil = '2026-12-01T00:00:00.000Z'
      stored = { ...stored, ...draftJson({ state: 'read-through', readUntil, version: 2 }) }
      return { body: stored }
    },
    [`GET /desk/readings/${CHALLENGE_ID}`]: { body: readingDeskJson() },
    [`GET /desk/challenges/${CHALLENGE_ID}/reading-asks`]: { body: asksJson() },
    [`POST ${ONE}/open`]: () => {
      stored = { ...stored, ...draftJson({ state: 'open', slug: 'case' }) }
      return { body: stored }
    },
  }
  return { sent, answers }
}
export const saved = () =>
  waitFor(() => expect(screen.getAllByText(/^Saved at/)[0]).toBeTruthy(), { timeout: 15_000 })
