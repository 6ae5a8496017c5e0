import { type Answers, renderPage } from '../../../test/render.tsx'
import { PLACE_ID, signedIn } from '../../../test/town.ts'
import { AppRoutes } from '../router.tsx'

export const GROUP = '018f0000-0000-7000-8000-000000000700'
export const digest = (letter: string) => letter.repeat(64)
export const TOKEN = `018f0000-0000-7000-8000-000000000701.${'x'.repeat(43)}`

export const feature = (name: string, more: object = {}) => ({
  ...{ name, min: 0, max: 12, leastServed: false, keptMin: null, keptMax: null },
  ...{ applied: null, chance: null, drawn: null, short: false },
  ...more,
})
export const recruitment = (more: object = {}) => ({
  id: '018f0000-0000-7000-8000-000000000702',
  placeId: PLACE_ID,
  group: { id: GROUP, name: 'Carers’ Tuesday' },
  state: 'open',
  way: null,
  seats: 12,
  closesAt: '2026-12-09T23:59:59.999Z',
  publicSource: 'The six main numbers of the lottery on 12 December',
  publicAt: '2026-12-12T06:00:00.000Z',
  commitment: digest('a'),
  categories: [
    {
      name: 'Where do you live?',
      special: false,
      features: [feature('Elmside', { min: 4, leastServed: true }), feature('Northgate')],
    },
    {
      name: 'Are you a disabled person?',
      special: true,
      features: [feature('Yes', { min: 2 }), feature('No')],
    },
  ],
  ...{
    applied: null,
    held: 0,
    boxHash: null,
    sheets: 0,
    lowest: null,
    highest: null,
    fairness: null,
  },
  ...{
    publicValue: null,
    secret: null,
    seed: null,
    sheet: null,
    drawn: null,
    reach: null,
    calledOff: null,
  },
  ...more,
})
export const closed = (more: object = {}) =>
  recruitment({
    ...{ state: 'closed', way: 'lottery', applied: 30, boxHash: digest('b'), sheets: 1000 },
    ...{ lowest: 300, highest: 571, fairness: 52, held: 1 },
    categories: [
      {
        name: 'Where do you live?',
        special: false,
        features: [
          feature('Elmside', { min: 4, leastServed: true, short: true }),
          feature('Northgate', { applied: 23, chance: 400 }),
        ],
      },
    ],
    ...more,
  })
export const READ = `GET /groups/${GROUP}/recruitment`
export const draw = (at: string, answers: Answers, language: 'en' | 'nl' = 'en') =>
  renderPage(<AppRoutes />, {
    at,
    language,
    hadSession: true,
    words: ['recruitment', 'consents', 'codesign'],
    answers: { ...signedIn(), ...answers },
  })

/** Yusuf's desk, as the server shows it. */
export const desk = (of: object, more: object = {}) => ({
  recruitment: of,
  ...{ names: 30, entered: 0, shortages: [], relaxed: [], reach: null, figureTyped: 'nobody' },
  people: [],
  ...more,
})
export const DESK = `GET /groups/${GROUP}/recruitment/desk`

export const wording = (purpose: string, sentence: string) => ({
  ...{ purpose, version: '2026-11', language: 'en', sentences: [sentence] },
  ...{ someone: 'the person who runs the group', withdrawing: null },
})
export const WORDINGS: Answers = {
  'GET /consent-wordings': {
    body: {
      items: [
        wording('take-part', '{name} may get in touch with you about this group.'),
        wording('draw-special', 'My answers are used for this draw only.'),
      ],
    },
  },
}
