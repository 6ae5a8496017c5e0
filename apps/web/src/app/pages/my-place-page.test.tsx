import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { further } from '../further-paths.ts'
import { AppRoutes } from '../router.tsx'
import { GROUP, problem, SESSION } from './groups.fixture.ts'

const PLACE = '018f0000-0000-7000-8000-000000000099'
const DECISION = '018f0000-0000-7000-8000-000000000098'
const place = {
  id: PLACE,
  group: { id: GROUP, name: 'Carers’ Tuesday' },
  reference: 'PLUM-47',
  firstName: 'Kayleigh',
  bloc: 'residents',
  ways: ['text-answers'],
  state: 'joined',
  claimed: false,
}
const room = {
  group: { id: GROUP, name: 'Carers’ Tuesday', state: 'recruiting' },
  me: place,
  runs: false,
  members: { residents: 8, organisations: 1, 'public-bodies': 0 },
}

/** A service that knows nobody until a place is opened. */
function service(more: Answers = {}) {
  const state = { items: [] as unknown[], sent: [] as unknown[] }
  const answers: Answers = {
    'GET /group-places/own': () => ({ body: { items: state.items } }),
    'POST /group-places/open': ({ body }) => {
      state.sent.push(body)
      state.items = [place]
      return { body: place }
    },
    ...more,
  }
  return { state, answers }
}

describe('Kayleigh comes into her group without an account (CD2)', () => {
  it('the link in her letter opens nothing until she presses, and leaves the address', async () => {
    const { state, answers } = service()
    const { user } = await renderPage(<AppRoutes />, {
      answers,
      at: `${further.myPlace()}#${PLACE}.abcdefghijk`,
    })
    const button = await screen.findByRole('button', { name: 'Open my place' })
    expect(state.sent).toEqual([])
    await user.click(button)
    expect(await screen.findByText('Your place is open on this device.')).toBeVisible()
    expect(state.sent).toEqual([{ with: { link: `${PLACE}.abcdefghijk`, sharedDevice: false } }])
    expect(await screen.findByRole('link', { name: 'Carers’ Tuesday' })).toHaveAttribute(
      'href',
      further.room({ groupId: GROUP }),
    )
  })
  it('at the library she types her words and says that others use the computer', async () => {
    const { state, answers } = service()
    const { user } = await renderPage(<AppRoutes />, { answers, at: further.myPlace() })
    await user.type(await screen.findByLabelText('Reference'), 'plum-47')
    await user.type(screen.getByLabelText('Words'), 'maple 4721 otter')
    await user.click(screen.getByLabelText('Other people use it too'))
    await user.click(screen.getByRole('button', { name: 'Open my place' }))
    expect(await screen.findByText('Your place is open on this device.')).toBeVisible()
    expect(state.sent).toEqual([
      { with: { reference: 'plum-47', words: 'maple 4721 otter', sharedDevice: true } },
    ])
  })
  it('wrong words say so, and what she typed stays', async () => {
    const { answers } = service({
      'POST /group-places/open': problem(404, 'codesign.slip_unknown'),
    })
    const { user } = await renderPage(<AppRoutes />, { answers, at: further.myPlace() })
    await user.type(await screen.findByLabelText('Reference'), 'PLUM-47')
    await user.type(screen.getByLabelText('Words'), 'WRONG')
    await user.click(screen.getByRole('button', { name: 'Open my place' }))
    expect((await screen.findAllByText(/This does not open a place/)).length).toBeGreaterThan(0)
    expect(screen.getByLabelText('Words')).toHaveValue('WRONG')
  })
})

describe('the group from within', () => {
  it('shows three voices of one third each, and where she sits', async () => {
    await renderPage(<AppRoutes />, {
      answers: { [`GET /groups/${GROUP}/room`]: { body: room } },
      at: further.room({ groupId: GROUP }),
    })
    expect(await screen.findByText('8 people · you sit here')).toBeVisible()
    expect(screen.getByText('1 person')).toBeVisible()
    expect(screen.getByText('Nobody yet')).toBeVisible()
    expect(screen.getByText(/Each voice weighs one third/)).toBeVisible()
  })
  it.each([
    ['yes', 'You come.'],
    [null, 'Say whether you come.'],
  ])(
    'opens with what comes next: the session (her answer: %s) and a decision',
    async (reply, said) => {
      const session = {
        ...{ id: SESSION, venue: 'Elmside Hall', state: 'confirmed', reply, isOver: false },
        ...{
          startsAt: '2099-03-30T17:00:00.000Z',
          endsAt: '2099-03-30T19:00:00.000Z',
          outcomes: 0,
        },
      }
      const wording = { text: 'We try six Tuesdays.', why: 'It helps.', options: '', affects: 'Us' }
      const hold = { calls: 0, needed: 2, reasons: [], at: null, until: null, mine: false }
      const version = {
        ...{ number: 1, why: 'first', wording, counts: [], objections: [], result: null },
        ...{ hold: { ...hold, session: null }, reviewOn: '2099-06-01', closesAt: null },
        ...{ openedAt: '2026-11-22T10:00:00Z', closedAt: null },
      }
      const asked = {
        ...{ id: DECISION, number: 2, kind: 'ordinary', origin: 'residents', state: 'open' },
        ...{ bodyDecides: false, versions: [version], notBefore: null, runs: false, body: null },
        ...{ answered: { answered: 3, of: 24 }, voice: { bloc: 'residents', members: 8 } },
        ...{ mine: { may: true, answer: null, typedIn: false }, decidedAt: null, review: null },
      }
      const given = { ...asked, id: SESSION, mine: { ...asked.mine, answer: 'yes' } }
      const { answers } = service({
        [`GET /groups/${GROUP}/room`]: { body: room },
        [`GET /groups/${GROUP}/inside/sessions`]: {
          body: {
            ...{ groupName: 'Carers’ Tuesday', runs: false, items: [session], remind: 'two-days' },
            ledger: {
              ...{ held: 0, doing: 0, talkingShop: false, items: 0, residentsItems: 0 },
              ...{ needs: 0, needsKept: 0 },
            },
          },
        },
        [`GET /groups/${GROUP}/decisions`]: { body: { runs: false, items: [asked, given] } },
      })
      await renderPage(<AppRoutes />, { answers, at: further.room({ groupId: GROUP }) })
      const next = await screen.findByRole('region', { name: 'What comes next' })
      expect(await within(next).findByText(said)).toBeVisible()
      expect(within(next).getByRole('link', { name: /30 March 2099/ })).toHaveAttribute(
        'href',
        further.session({ groupId: GROUP, sessionId: SESSION }),
      )
      expect(await within(next).findByText('A decision. Your answer is still asked.')).toBeVisible()
      expect(within(next).getAllByRole('link', { name: 'We try six Tuesdays.' })).toHaveLength(1)
    },
  )
  it('is closed to a stranger, and says how to come in', async () => {
    await renderPage(<AppRoutes />, {
      answers: { [`GET /groups/${GROUP}/room`]: problem(403, 'codesign.no_place_here') },
      at: further.room({ groupId: GROUP }),
    })
    expect(
      await screen.findByRole('heading', { name: 'This is for people in the group' }),
    ).toBeVisible()
  })
})
