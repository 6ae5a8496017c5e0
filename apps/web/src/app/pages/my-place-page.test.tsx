import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { further } from '../further-paths.ts'
import { AppRoutes } from '../router.tsx'
import { GROUP, problem } from './groups.fixture.ts'

const PLACE = '018f0000-0000-7000-8000-000000000099'
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
