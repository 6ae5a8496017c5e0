import type { Match, Standing } from '@howcanwe/shared/matching'
import { PARTS, WEIGHTS } from '@howcanwe/shared/matching'
import { screen, within } from '@testing-library/react'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { challengeJson } from '../../../test/town.ts'
import { paths } from '../paths.ts'
import { AppRoutes } from '../router.tsx'

export const id = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`
export const [PLACE, CHALLENGE, CIRCLE, LUNCH] = [id(1), id(2), id(3), id(4)]
const place = {
  id: PLACE,
  slug: 'northgate',
  name: 'Northgate and Elmside',
  timeZone: 'Europe/London',
  currency: 'GBP',
  languages: ['en', 'nl'],
  introduction: 'Two towns',
  contact: { name: 'Ines', role: 'Broker', phone: '020 7946 0123', email: null, hours: null },
  pay: null,
  areas: [],
  demo: true,
  texts: true,
  textTo: null,
}
const challenge = (state: 'open' | 'choosing') => ({
  ...challengeJson,
  id: CHALLENGE,
  placeId: PLACE,
  slug: 'a-break',
  state,
  themes: ['carers'],
  participationPence: 300_000,
  backfillPence: 900_000,
  expectedInterests: null,
  closesAt: '2099-03-04T17:00:00.000Z',
})
const known: Match['parts'] = [
  {
    part: 'theme',
    weight: 25,
    value: 0.5,
    points: 12.5,
    reasons: [{ code: 'themes-shared', facts: { themes: ['carers', 'older-people'], of: 2 } }],
  },
  {
    part: 'reach',
    weight: 25,
    value: 0.7,
    points: 17.5,
    reasons: [{ code: 'areas-covered', facts: { areas: ['Northgate'], of: 1 } }],
  },
  {
    part: 'livedExperience',
    weight: 15,
    value: null,
    points: 0,
    reasons: [{ code: 'lived-unknown', facts: {} }],
  },
  {
    part: 'complement',
    weight: 20,
    value: 0.4,
    points: 8,
    reasons: [{ code: 'complement-skills', facts: { skills: ['advice', 'cooking'], pool: 2 } }],
  },
  {
    part: 'time',
    weight: 10,
    value: null,
    points: 0,
    reasons: [{ code: 'time-unknown', facts: {} }],
  },
  {
    part: 'sphere',
    weight: 5,
    value: 1,
    points: 5,
    reasons: [{ code: 'sphere-new', facts: { sector: 'community' } }],
  },
]
type Seen = Match & { standing: Standing }
export const match = (more: Partial<Seen>): Seen => ({
  kind: 'organisation',
  id: CIRCLE,
  name: 'Tuesday Circle',
  sector: 'community',
  incomeBand: 'micro',
  themes: ['carers'],
  activities: null,
  score: 57,
  confidence: 0.75,
  parts: known,
  wouldSettle: 'livedExperience',
  movedUp: 0,
  quietSince: null,
  invited: false,
  interested: false,
  standing: null,
  ...more,
})
export const lunch = { kind: 'register' as const, id: LUNCH, name: 'Lunch Club', movedUp: 1 }
export const matches = (items: Seen[] = [match({}), match(lunch)]) => ({
  items,
  weights: PARTS.map((part) => ({ part, weight: WEIGHTS[part] })),
  seed: 'ab'.repeat(32),
  considered: 1593,
  eligible: { all: 40, small: 30 },
  computedAt: '2026-11-21T10:00:00.000Z',
})
export const GAPS = `GET /challenges/${CHALLENGE}/gaps`
const gapsJson = {
  pool: 0,
  silent: 0,
  areas: [],
  people: [],
  skills: [],
  rooms: 'none',
  hours: null,
}
export const base = (state: 'open' | 'choosing' = 'open'): Answers => ({
  'GET /places/here': { body: place },
  'POST /auth/refresh': {
    body: { accessToken: 't', expiresInSeconds: 600, sharedComputer: false },
  },
  'GET /me': {
    body: {
      id: id(9),
      displayName: 'Ines',
      email: 'ines@va.example',
      phone: null,
      phoneProven: false,
      preferredChannel: 'email',
      language: 'en',
      roles: [{ placeId: PLACE, role: 'broker' }],
      asleep: [],
      organisations: [],
      version: 1,
    },
  },
  [`GET /challenges/${CHALLENGE}`]: { body: challenge(state) },
  [`GET /challenges/${CHALLENGE}/matches`]: { body: matches() },
  [`GET /challenges/${CHALLENGE}/invitations`]: { body: { items: [] } },
  [GAPS]: { body: gapsJson },
})
export const INVITE = `POST /challenges/${CHALLENGE}/invitations`
export const open = async (answers: Answers = base(), language: 'en' | 'nl' = 'en') => {
  const drawn = await renderPage(<AppRoutes />, {
    answers,
    at: paths.matches({ challengeId: CHALLENGE }),
    hadSession: true,
    language,
  })
  await screen.findByRole('list', {
    name: language === 'en' ? 'Who fits best' : 'Wie het best past',
  })
  return drawn
}
export const row = (name: string) => {
  const item = screen.getByRole('heading', { level: 2, name }).closest('li')
  if (!item) throw new Error(`${name} is not in the list`)
  return within(item)
}
