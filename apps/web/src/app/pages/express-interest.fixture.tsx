import { screen } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { type Answers, renderPage } from '../../../test/render.tsx'
import {
  CARERS_ID,
  CHALLENGE_ID,
  capacityJson,
  challengeJson,
  interestJson,
  PLACE_ID,
  placeJson,
  signedIn,
} from '../../../test/town.ts'
import { paths } from '../paths.ts'
import { ExpressInterestPage } from './express-interest-page.tsx'

/** Saving waits for a pause in the typing. */
export const WAIT = { timeout: 5_000 }

export const SEND = `POST /challenges/${CHALLENGE_ID}/interests`
export const DRAFT = `/challenges/${CHALLENGE_ID}/interest-draft`
export const VOICES = `GET /challenges/${CHALLENGE_ID}/voice-notes`
export const TIMES = `GET /places/${PLACE_ID}/answer-times`
const base = {
  [`GET /challenges/${challengeJson.slug}`]: { body: challengeJson },
  'GET /places/here': { body: placeJson },
  [TIMES]: { body: { place: null, challenge: null } },
}
export const keptJson = (answers: object, more: object = {}) => ({
  ...{ answers, seconds: 60, updatedAt: '2026-11-20T10:00:00.000Z', by: 'Amina', mine: true },
  version: 1,
  ...more,
})

export const open = (answers: Answers, hadSession = true) =>
  renderPage(
    <Routes>
      <Route path={paths.interest.path} element={<ExpressInterestPage />} />
    </Routes>,
    {
      at: paths.interest({ slug: challengeJson.slug }),
      words: ['interests', 'times', 'organisations'],
      hadSession,
      answers: { ...base, ...answers },
    },
  )

/** Amina's phone: what the service answers, and what was sent to it. */
export function phone(more: Answers = {}) {
  const sent: Record<string, unknown>[] = []
  const kept: Record<string, unknown>[] = []
  let mine: object[] = []
  const answers: Answers = {
    ...signedIn(),
    'GET /interests': () => ({ body: { items: mine } }),
    [`GET /organisations/${CARERS_ID}/capacity`]: { body: capacityJson },
    [`GET ${DRAFT}`]: { body: { draft: null } },
    [`PATCH ${DRAFT}`]: ({ body }) => {
      kept.push(body as Record<string, unknown>)
      const answers = Object.assign({}, ...kept.map((one) => one.answers))
      return { body: { draft: keptJson(answers, { version: kept.length }), meanwhile: null } }
    },
    [VOICES]: { body: { items: [] } },
    [SEND]: ({ body }) => {
      sent.push(body as Record<string, unknown>)
      mine = [interestJson(0, body as Record<string, unknown>)]
      return { status: 201, body: mine[0] }
    },
    ...more,
  }
  return { sent, kept, answers, hold: (items: object[]) => (mine = items) }
}

export const why = () => screen.findByRole('textbox', { name: /Why does this matter/ })
