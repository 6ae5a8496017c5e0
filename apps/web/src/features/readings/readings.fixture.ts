import { CHALLENGE_ID } from '../../../test/town.ts'

export const SENTENCE = 'Parents fail to attend.'

export const commentJson = (n: number, more: object = {}) => ({
  id: `018f0000-0000-7000-8000-00000000090${n}`,
  readsAs: 'resident',
  from: 'Kayleigh',
  field: 'summary',
  quote: SENTENCE,
  words: 'Nobody fails to attend. The bus stops at six.',
  saidOn: '2027-01-11',
  answerBy: '2027-01-18',
  answer: null,
  answeredBy: null,
  answeredOn: null,
  ...more,
})

/** A read-through as the service tells of it: one resident has read it. */
export const readingJson = (more: object = {}) => ({
  id: CHALLENGE_ID,
  open: true,
  slug: null,
  question: 'How can we make a break from caring something you can plan on?',
  asker: { organisation: 'Northgate Council', person: 'Ruth' },
  readUntil: '2099-03-04T00:00:00.000Z',
  shortenedReason: null,
  minutes: 2,
  parts: [
    {
      field: 'question',
      text: 'How can we make a break from caring something you can plan on?',
    },
    { field: 'summary', text: `Half the places stay empty. ${SENTENCE}` },
  ],
  outcomeBy: '',
  facts: {
    areas: ['Northgate'],
    participationPence: 300_000,
    backfillPence: 0,
    testsPence: 0,
    accessPence: 0,
    payHourlyPence: 2500,
    officerHours: null,
    route: 'grant',
    hoursPerMonth: 10,
    cohortSize: 5,
    closesAt: '2099-04-04T17:00:00.000Z',
    resultsBy: '2099-05-04',
    startsOn: null,
    endsOn: null,
  },
  counts: { residents: 1, smallOrganisations: 0, unanswered: 1, needed: 2 },
  groupsAsked: 0,
  comments: [],
  ...more,
})

export const readingDeskJson = (more: object = {}) => ({
  id: CHALLENGE_ID,
  question: 'How can we make a break from caring something you can plan on?',
  open: true,
  readUntil: '2099-03-04T00:00:00.000Z',
  daysOver: false,
  shortenedReason: null,
  counts: { residents: 1, smallOrganisations: 2, unanswered: 1, needed: 2 },
  comments: [commentJson(1)],
  owed: { readers: 0, minutes: 0, pence: 0 },
  can: { answer: true, shorten: false },
  ...more,
})

export const groupJson = (n: number, more: object = {}) => ({
  id: `018f0000-0000-7000-8000-0000000008${String(n).padStart(2, '0')}`,
  name: `Group ${n}`,
  near: true,
  askedBefore: 0,
  ...more,
})

/** Whom Ruth could ask to read it; nobody has been asked. */
export const asksJson = (more: object = {}) => ({
  open: true,
  left: 12,
  minutes: 7,
  suggested: [groupJson(1), groupJson(2, { near: false, askedBefore: 2 })],
  byPhone: 0,
  asked: [],
  residentsOn: null,
  can: { askBrokers: true },
  ...more,
})

/** A challenge as the list of what is being read tells of it. */
export const beingReadJson = (more: object = {}) => ({
  id: CHALLENGE_ID,
  question: 'How can we make a break from caring something you can plan on?',
  organisation: 'Northgate Council',
  readUntil: '2099-03-04T00:00:00.000Z',
  shortened: false,
  minutes: 2,
  counts: { residents: 1, smallOrganisations: 0, needed: 2 },
  ...more,
})
