/** One made-up town as the service tells of it: wire shapes, dates in ISO. */
const uuid = (n: number): string => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`

export const PLACE_ID = uuid(1)
export const CARERS_ID = uuid(2)
export const CHALLENGE_ID = uuid(3)

export const placeJson = {
  id: PLACE_ID,
  slug: 'northgate',
  name: 'Northgate',
  timeZone: 'Europe/London',
  currency: 'GBP',
  languages: ['en', 'nl'],
  introduction: '',
  contact: {
    name: 'Ines',
    role: 'Broker',
    phone: '020 7946 0000',
    email: null,
    hours: null,
  },
  pay: null,
  areas: [],
  demo: false,
  texts: true,
  textTo: null,
}

export const challengeJson = {
  id: CHALLENGE_ID,
  placeId: PLACE_ID,
  slug: 'a-break-you-can-plan-on',
  state: 'open',
  question: 'How can we make a break from caring something you can plan on?',
  summary: '',
  themes: [],
  areaIds: [],
  areas: [],
  whyNow: '',
  whoIsAffected: '',
  leastServed: '',
  outcome: '',
  outcomeBy: '',
  organisationBenefit: '',
  prevention: null,
  innovation: null,
  inventReason: '',
  tried: [],
  lookedWhere: '',
  notAtRisk: '',
  constraints: [],
  participationPence: 0,
  backfillPence: 0,
  testsPence: 0,
  accessPence: 0,
  officerHours: null,
  otherOffer: '',
  payHourlyPence: null,
  payWhen: '',
  route: 'not-known',
  criteria: [],
  eligibility: [],
  hoursPerMonth: 10,
  cohortSize: 5,
  expectedInterests: 20,
  askCostReason: '',
  findingAnswers: [],
  questionsUntil: null,
  checkedOn: null,
  checks: { framing: [], readingAge: null, squeezeOut: [], unanswered: [] },
  askRates: null,
  shortenedReason: null,
  pausedReason: null,
  pausedUntil: null,
  closesAt: '2099-03-04T17:00:00.000Z',
  resultsBy: '2099-04-01',
  startsOn: null,
  endsOn: null,
  asker: { organisation: 'Northgate Council', person: 'Ruth', phone: null, email: null },
  openedAt: '2026-01-01T09:00:00.000Z',
  withdrawnReason: null,
  answerMinutes: 10,
  thread: [],
}

export const capacityJson = {
  organisationId: CARERS_ID,
  staffHoursPerMonth: null,
  volunteerHoursPerMonth: null,
  spareHoursPerMonth: 12,
  notBefore: null,
  availability: [],
  skills: ['caring-support'],
  otherSkills: '',
  premises: [],
  reach: [],
  livedExperience: null,
  possibleWith: [],
  confirmedAt: null,
  version: 1,
}

export const meJson = (more: { roles?: object[]; organisations?: object[] } = {}) => ({
  id: uuid(4),
  displayName: 'Amina',
  email: 'amina@example.org',
  phone: null,
  phoneProven: false,
  preferredChannel: 'email',
  language: 'en',
  roles: [],
  asleep: [],
  organisations: [{ id: CARERS_ID, placeId: PLACE_ID, name: 'Carers of Elmside', lead: true }],
  version: 1,
  ...more,
})

const words = (purpose: string, sentences: string[], withdrawing: string | null) => ({
  purpose,
  version: '2026-11',
  language: 'en',
  sentences,
  someone: 'the person who runs the group',
  withdrawing,
})
const LEAVE = 'You can leave at any time, and then we delete what you told us.'

/** What people are asked to agree to, as the service keeps it. */
export const wordingsJson = {
  items: [
    words('take-part', ['{name} may get in touch with you about this group.', LEAVE], 'You leave.'),
    words(
      'access-needs',
      ['What you need is locked away, and only {name} can open it.', LEAVE],
      'Destroyed.',
    ),
    words('phone', ['You may ring or text me on this number.'], 'Your number is deleted.'),
    words('formats', ['Whoever runs a group I have a place in sees this.'], 'It is deleted.'),
  ],
}

/** An interest, numbered so that several stand beside one another. */
export const interestJson = (n: number, more: Record<string, unknown> = {}) => ({
  id: uuid(100 + n),
  challenge: {
    id: CHALLENGE_ID,
    slug: challengeJson.slug,
    question: challengeJson.question,
    closesAt: challengeJson.closesAt,
    resultsBy: challengeJson.resultsBy,
  },
  organisation: {
    id: n === 0 ? CARERS_ID : uuid(200 + n),
    name: n === 0 ? 'Carers of Elmside' : `Group ${n}`,
    kind: 'charity',
    sector: 'community',
    incomeBand: 'micro',
  },
  state: 'submitted',
  why: 'Nine of us look after someone.',
  bring: ['caring-support'],
  bringNote: '',
  hoursPerMonth: 12,
  fromWhen: null,
  need: [],
  needNote: '',
  together: 'alone',
  togetherWith: '',
  conflict: false,
  conflictNote: '',
  submittedAt: '2026-11-20T10:00:00.000Z',
  decision: null,
  joint: null,
  can: { change: true, withdraw: true },
  version: 1,
  ...more,
})

export const signedIn = (me: object = meJson()) => ({
  'POST /auth/refresh': {
    body: { accessToken: 'token', expiresInSeconds: 600, sharedComputer: false },
  },
  'GET /me': { body: me },
  'GET /places/here': { body: placeJson },
})
