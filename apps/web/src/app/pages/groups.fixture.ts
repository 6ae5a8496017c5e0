import type { Answers } from '../../../test/render.tsx'
import { wordingsJson } from '../../../test/town.ts'

const id = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`
export const GROUP = id(1)
export const PLACE = id(2)
export const CHALLENGE = id(3)
export const YUSUF = id(4)
export const SESSION = id(5)

export const place = {
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

export const session = {
  id: SESSION,
  startsAt: '2027-03-30T17:00:00.000Z',
  endsAt: '2027-03-30T19:00:00.000Z',
  venue: 'Elmside Hall',
  address: '1 Mill Lane',
  gettingThere: 'Bus 12 to Mill Lane',
  stepFree: true,
  state: 'announced',
}

export const group = {
  id: GROUP,
  placeId: PLACE,
  challenge: { id: CHALLENGE, slug: 'halls', question: 'How can we keep halls open?' },
  name: 'Evenings in the hall',
  about: 'We look at three halls together.',
  state: 'recruiting',
  joinCode: 'maple-otter',
  rung: 'co-design',
  decides: 'Which hall is tried first',
  shapes: 'Who holds the keys',
  fixed: 'The fire plan',
  answersBy: 'Ruth, within 20 working days',
  youGet: 'Your fares first, then £25 an hour',
  facilitator: { name: 'Yusuf', phone: null },
  places: 12,
  placesLeft: 5,
  sessions: [session],
  lived: null,
}

/** What the service says to anyone. */
export const anyone: Answers = {
  'GET /places/here': { body: place },
  'GET /groups': { body: { items: [group] } },
  'GET /consent-wordings': { body: wordingsJson },
  [`GET /groups/${GROUP}`]: { body: group },
}

/** The same for somebody who is signed in with a role. */
export const signedInAs = (role: string): Answers => ({
  ...anyone,
  'POST /auth/refresh': {
    body: { accessToken: 't', expiresInSeconds: 600, sharedComputer: false },
  },
  'GET /me': {
    body: {
      id: YUSUF,
      displayName: 'Yusuf',
      email: 'yusuf@example.org',
      phone: null,
      phoneProven: false,
      preferredChannel: 'email',
      language: 'en',
      roles: [{ placeId: PLACE, role }],
      asleep: [],
      organisations: [],
      version: 1,
    },
  },
})

export const problem = (status: number, code: string, errors?: unknown) => ({
  status,
  body: { type: 'about:blank', title: code, status, code, ...(errors ? { errors } : {}) },
})
