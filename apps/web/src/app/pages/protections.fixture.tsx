import { screen, waitFor } from '@testing-library/react'
import { type InitialEntry, Route, Routes } from 'react-router'
import { expect } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { meJson, PLACE_ID, signedIn } from '../../../test/town.ts'
import { paths } from '../paths.ts'
import { EditProtectionPage } from './edit-protection-page.tsx'
import { KeptPage } from './kept-page.tsx'
import { MyProtectionsPage } from './my-protections-page.tsx'
import { NewProtectionPage } from './new-protection-page.tsx'
import { ProtectionPage } from './protection-page.tsx'

export const ID = '018f0000-0000-7000-8000-000000000900'
export const ONE = `/desk/protections/${ID}`
const by = {
  organisation: 'Northgate Council',
  person: 'Ruth',
  phone: '020 7946 0001',
  email: null,
}
export const draftJson = (more: Record<string, unknown> = {}) => ({
  id: ID,
  placeId: PLACE_ID,
  state: 'draft',
  slug: null,
  title: '',
  areaIds: [],
  themes: [],
  why: '',
  evidence: [],
  atRisk: '',
  strengthen: '',
  moneyPence: null,
  alternatives: '',
  reviewOn: null,
  page: '',
  language: 'en',
  decidedBy: by,
  reviewFrom: '2027-02-24',
  reviewUntil: '2028-11-24',
  missing: [] as object[],
  nextReviewOn: null,
  notes: [],
  reviews: [],
  version: 1,
  savedAt: '2026-11-24T14:02:00.000Z',
  ...more,
})
export const outJson = (more: Record<string, unknown> = {}) =>
  draftJson({
    state: 'published',
    slug: 'thursday-calls',
    title: 'Thursday calls',
    nextReviewOn: '2027-11-24',
    ...more,
  })
export const publicJson = (more: Record<string, unknown> = {}) => ({
  id: ID,
  placeId: PLACE_ID,
  slug: 'thursday-calls',
  state: 'published',
  title: 'Thursday calls',
  themes: [],
  areas: [],
  organisation: 'Northgate Council',
  publishedAt: '2026-11-24T14:02:00.000Z',
  reviewOn: '2027-11-24',
  language: 'en',
  page: 'We keep the calls.\n\nBecause they work.',
  evidence: [
    { kind: 'experience', statement: 'Six years of calls.', link: null },
    { kind: 'independent', statement: 'Fewer falls.', link: 'https://example.org/report' },
  ],
  moneyPence: 1_200_000,
  decidedBy: by,
  overdue: false,
  notes: [],
  reviews: [],
  ...more,
})
const ruth = meJson({ roles: [{ placeId: PLACE_ID, role: 'commissioner' }], organisations: [] })

export const draw = (at: InitialEntry, answers: Answers, language: 'en' | 'nl' = 'en') =>
  renderPage(
    <Routes>
      <Route path={paths.kept.path} element={<KeptPage />} />
      <Route path={paths.protection.path} element={<ProtectionPage />} />
      <Route path={paths.myProtections.path} element={<MyProtectionsPage />} />
      <Route path={paths.newProtection.path} element={<NewProtectionPage />} />
      <Route path={paths.editProtection.path} element={<EditProtectionPage />} />
    </Routes>,
    {
      at,
      language,
      hadSession: true,
      words: ['protections', 'places'],
      answers: { ...signedIn(ruth), ...answers },
    },
  )

/** A service that keeps what it is sent. */
export function keeper(first: Record<string, unknown> = {}, missing: () => object[] = () => []) {
  let stored: ReturnType<typeof draftJson> = draftJson({ ...first, missing: missing() })
  const sent: Record<string, unknown>[] = []
  const published: unknown[] = []
  const answers: Answers = {
    [`GET ${ONE}`]: () => ({ body: stored }),
    [`PATCH ${ONE}`]: ({ body }) => {
      sent.push(body as Record<string, unknown>)
      stored = { ...stored, ...(body as object), version: stored.version + 1, missing: missing() }
      return { body: stored }
    },
    [`POST ${ONE}/publish`]: ({ body }) => {
      published.push(body)
      stored = { ...stored, ...outJson({ title: stored.title }) }
      return { body: stored }
    },
  }
  return { sent, published, answers }
}
export const saved = () =>
  waitFor(() => expect(screen.getAllByText(/^Saved at/)[0]).toBeTruthy(), { timeout: 15_000 })
export const box = (name: RegExp) => screen.getByRole('textbox', { name })
export const page = () => box(/The page people will read/) as HTMLTextAreaElement
