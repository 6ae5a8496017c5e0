import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { CARERS_ID, meJson, PLACE_ID, signedIn } from '../../../test/town.ts'
import { AppRoutes } from '../router.tsx'

const id = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [YOUTH, ASK, OFFER] = [id(71), id(72), id(73)]

const BROKER = [{ placeId: PLACE_ID, role: 'broker' }]
/** Ines brokers, and belongs to the carers. */
const both = meJson({ roles: BROKER })
const brokerAlone = meJson({ roles: BROKER, organisations: [] })

const youth = (state: 'listed' | 'checked') => ({
  ...{ id: YOUTH, placeId: PLACE_ID, name: 'Elmside Youth', kind: 'charity' },
  ...{ sector: 'community', incomeBand: 'micro', state, pausedUntil: null, stale: false },
  ...{ parent: null, areas: [{ id: id(74), name: 'Elmside', gssCode: null }], themes: ['carers'] },
  ...{ website: null, contact: { name: 'Dele', email: null, phone: '020 7946 0103' } },
  ...{ identifiers: [], version: 1, can: { change: false, check: state === 'listed' } },
})
const support = (one: string, organisation: object, what: string, ours: boolean) => ({
  ...{ id: one, organisation, kind: 'backfill', what, until: '2027-03-01', state: 'open', ours },
  ...{ createdAt: '2026-11-01T09:00:00.000Z', version: 1 },
})
const LIST: Answers = {
  'GET /organisations': { body: { items: [youth('listed')], nextCursor: null } },
}
const ROOM: Answers = {
  'GET /support-exchange': {
    body: {
      asks: [support(ASK, { id: CARERS_ID, name: 'Carers of Elmside' }, 'Cover in May', true)],
      offers: [support(OFFER, { id: YOUTH, name: 'Elmside Youth' }, 'A youth worker', false)],
      toUs: [],
    },
  },
}
const draw = (at: string, answers: Answers, me: object = both, language: 'en' | 'nl' = 'en') =>
  renderPage(<AppRoutes />, {
    at,
    language,
    hadSession: true,
    words: ['organisations', 'places', 'support-exchange', 'exports'],
    answers: { ...signedIn(me), ...answers },
  })

describe('Ines, a broker who belongs to a group herself', () => {
  it('reads every organisation of the place, says that she has checked, and can take the list along', async () => {
    let state: 'listed' | 'checked' = 'listed'
    const { user } = await draw('/desk/organisations', {
      'GET /organisations': () => ({ body: { items: [youth(state)], nextCursor: null } }),
      [`POST /organisations/${YOUTH}/check`]: () => {
        state = 'checked'
        return { body: youth(state) }
      },
    })
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Organisations in Northgate' }),
    ).toBeVisible()
    expect(await screen.findByText('Take this list along')).toBeVisible()
    await user.click(
      await screen.findByRole('button', { name: 'I have checked who Elmside Youth are' }),
    )
    expect(await screen.findByText('Elmside Youth is now marked as checked.')).toBeVisible()
  })

  it('is led there from every page, and still finds her own group', async () => {
    await draw('/desk/organisations', LIST)
    const main = within(await screen.findByRole('navigation', { name: 'Main' }))
    expect(await main.findByRole('link', { name: 'Organisations' })).toHaveAttribute(
      'href',
      '/desk/organisations',
    )
    expect(await screen.findByRole('link', { name: 'Carers of Elmside' })).toHaveAttribute(
      'href',
      `/organisation?o=${CARERS_ID}`,
    )
  })

  it('reads who needs and who lends what, her own group too, and takes it along', async () => {
    await draw('/desk/support', ROOM)
    expect(await screen.findByText(/Cover in May/)).toBeVisible()
    expect(screen.getByText(/A youth worker/)).toBeVisible()
    expect(await screen.findByText('Take this list along')).toBeVisible()
    expect(screen.queryByText('Ask for something')).not.toBeInTheDocument()
  })

  it('reads both in Dutch', async () => {
    await draw('/desk/support', ROOM, both, 'nl')
    expect(
      await screen.findByRole('heading', {
        level: 1,
        name: 'Wie wat zoekt en wie wat uitleent in Northgate',
      }),
    ).toBeVisible()
    expect(await screen.findByText(/Cover in May/)).toBeVisible()
  })
})

describe('others', () => {
  it.each([
    ['/organisation', 'Organisations in Northgate'],
    ['/support-exchange', 'Who needs and who lends what in Northgate'],
  ])('a broker without a group who opens %s is led to the same on the desk', async (at, name) => {
    await draw(at, { ...LIST, ...ROOM }, brokerAlone)
    expect(await screen.findByRole('heading', { level: 1, name })).toBeVisible()
    expect(screen.queryByText('Your own organisation')).not.toBeInTheDocument()
  })

  it.each(['/desk/organisations', '/desk/support'])(
    'Amina, who brokers nothing, is told plainly that %s is not for her',
    async (at) => {
      const asked: string[] = []
      const spy = (name: string) => () => {
        asked.push(name)
        return { body: {} }
      }
      await draw(
        at,
        { 'GET /organisations': spy('list'), 'GET /support-exchange': spy('room') },
        meJson(),
      )
      await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toBeVisible())
      expect(screen.queryByText('Take this list along')).not.toBeInTheDocument()
      expect(asked).toEqual([])
    },
  )
})
