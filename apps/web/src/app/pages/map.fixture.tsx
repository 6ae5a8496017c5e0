import { type Answers, renderPage } from '../../../test/render.tsx'
import { CARERS_ID, PLACE_ID, signedIn } from '../../../test/town.ts'
import { AppRoutes } from '../router.tsx'

export const id = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`
export const HOMES = id(910)
export const SURGERY = id(911)

export const actor = (more: Record<string, unknown>): Record<string, unknown> => ({
  listed: 'organisation',
  kind: 'charity',
  sector: 'community',
  roleInIssue: '',
  themes: ['carers'],
  areaIds: [],
  offers: [],
  asks: [],
  knows: [],
  services: [],
  support: null,
  version: null,
  ...more,
})
export const items = [
  actor({
    id: CARERS_ID,
    name: 'Carers of Elmside',
    offers: [{ skill: 'caring-support' }],
    asks: [{ line: 'A room on Tuesdays' }],
  }),
  actor({
    id: HOMES,
    name: 'Elm & Gate Homes',
    kind: 'housing-association',
    offers: [{ room: { seats: 25, stepFree: true, kitchen: true } }],
    knows: [{ id: CARERS_ID, name: 'Carers of Elmside', strength: 'talked' }],
    services: ['Handyman on call'],
  }),
  actor({
    id: SURGERY,
    listed: 'actor',
    name: 'Mill Lane Surgery',
    kind: 'gp-practice',
    sector: 'public',
    version: 1,
  }),
]
export const counts = { all: 3, offers: 2, asks: 1, services: 1, lends: null, needs: null }
export const nodeOf = (one: {
  id?: string
  name?: string
  sector?: string
  themes?: string[]
}) => ({
  ...{ id: one.id, name: one.name, sector: one.sector, themes: one.themes ?? [], areaIds: [] },
})
export const HERE = `GET /places/${PLACE_ID}/actors`
export const PICTURE = `GET /places/${PLACE_ID}/actors-picture`
export const pageOf = (more: object = {}) => ({
  body: { items, nextCursor: null, counts, ...more },
})
export const map: Answers = {
  [HERE]: pageOf(),
  [PICTURE]: {
    body: { nodes: items.map(nodeOf), ties: [{ a: CARERS_ID, b: HOMES, strength: 'talked' }] },
  },
  [`GET /places/${PLACE_ID}/new-ties`]: { body: { introduced: 12, newToEachOther: 7 } },
}
export const draw = (at: string, answers: Answers, language: 'en' | 'nl' = 'en') =>
  renderPage(<AppRoutes />, {
    at,
    language,
    hadSession: true,
    words: ['actors', 'new-ties', 'organisations', 'places'],
    answers: { ...signedIn(), ...map, ...answers },
  })
