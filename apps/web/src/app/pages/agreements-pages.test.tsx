import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { CARERS_ID, signedIn } from '../../../test/town.ts'
import { AppRoutes } from '../router.tsx'

const id = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [HOMES, LUNCH, MEETING, BEGUN] = [id(900), id(901), id(902), id(903)]

const draw = (at: string, answers: Answers, language: 'en' | 'nl' = 'en') =>
  renderPage(<AppRoutes />, {
    at,
    language,
    hadSession: true,
    words: ['agreements', 'introductions', 'problems', 'rooms'],
    answers: { ...signedIn(), ...answers },
  })

const party = (organisationId: string, name: string, ours: boolean) => ({
  organisation: { id: organisationId, name, incomeBand: 'micro' },
  ours,
  interests: '',
  role: '',
  hoursPerMonth: 0,
  pence: 0,
  advance: false,
  confirmed: false,
})
const begun = (more: object = {}) => ({
  id: BEGUN,
  state: 'drafting',
  title: 'A warm room',
  ...{ purpose: '', whoDoesWhat: '', decisions: '', dataAndStories: '' },
  ...{ credit: '', ideas: '', ifWrong: '', howToLeave: '' },
  payDays: 14,
  currency: 'GBP',
  place: 'Northgate',
  version: 1,
  source: 'introduction',
  sourceId: MEETING,
  parties: [party(CARERS_ID, 'Carers of Elmside', true), party(HOMES, 'Elm & Gate Homes', false)],
  missing: ['purpose', 'interests', 'confirm'],
  liveSince: null,
  reviewDueAt: null,
  reviewDue: false,
  can: { write: true, confirm: true, review: false },
  ...more,
})

describe('Amina, whose introduction both said yes to', () => {
  const met = {
    id: MEETING,
    state: 'together',
    own: { id: CARERS_ID, name: 'Carers of Elmside', sector: 'community' },
    ownAbout: 'Nine carers.',
    other: { id: HOMES, name: 'Elm & Gate Homes', sector: 'community' },
    otherAbout: 'A common room.',
    challenge: null,
    answerBy: '2026-12-10',
    known: 'never-met',
    share: 'email',
    canShare: ['email'],
    tellBy: null,
    canTakeBack: false,
    contact: { name: 'Bram', email: 'bram@homes.example', phone: null },
    outcome: null,
  }
  const answers = (agreements: object[]): Answers => ({
    'GET /me/introductions': { body: { items: [met] } },
    'GET /agreements': { body: { items: agreements } },
    'GET /agreement-parties': {
      body: { title: '', items: [{ id: HOMES, name: 'Elm & Gate Homes' }] },
    },
  })

  it('finds the way to one page with them beside their contact', async () => {
    await draw('/introductions', answers([]))
    const link = await screen.findByRole('link', {
      name: 'Write down what you agree with Elm & Gate Homes',
    })
    expect(link).toHaveAttribute(
      'href',
      `/agreements/new?from=introduction&id=${MEETING}&o=${CARERS_ID}`,
    )
  })

  it('once it is begun the way leads there, and none to a second one', async () => {
    await draw('/introductions', answers([begun()]))
    expect(await screen.findByRole('link', { name: 'Your agreement: A warm room' })).toBeVisible()
    expect(screen.queryByRole('link', { name: /Write down/ })).toBeNull()
  })

  it('begins it: the other stands there ticked, what is missing is said, and she lands on the page', async () => {
    const sent: unknown[] = []
    const { user } = await draw(`/agreements/new?from=introduction&id=${MEETING}&o=${CARERS_ID}`, {
      ...answers([]),
      'POST /agreements': ({ body }) => {
        sent.push(body)
        return { status: 201, body: begun() }
      },
      [`GET /agreements/${BEGUN}`]: { body: begun() },
    })
    expect(await screen.findByRole('checkbox', { name: 'Elm & Gate Homes' })).toBeChecked()
    await user.click(screen.getByRole('button', { name: 'Begin' }))
    const summary = await screen.findByRole('alert')
    expect(within(summary).getByRole('link', { name: 'Give it a title' })).toBeVisible()
    expect(sent).toEqual([])
    await user.type(screen.getByRole('textbox', { name: /What is it about/ }), 'A warm room')
    await user.click(screen.getByRole('button', { name: 'Begin' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'A warm room' })).toBeVisible()
    expect(sent).toEqual([
      {
        organisationId: CARERS_ID,
        title: 'A warm room',
        from: 'introduction',
        fromId: MEETING,
        partyIds: [HOMES],
      },
    ])
  })
})

describe('with whom one likes', () => {
  it('Amina looks a name up, adds it, takes it away again; with nobody she is told, and her title stays', async () => {
    const asked: string[] = []
    const { user } = await draw('/agreements/new', {
      'GET /agreement-parties': ({ url }) => {
        asked.push(url)
        return { body: { title: '', items: [{ id: LUNCH, name: 'Lunch club' }] } }
      },
    })
    await user.type(await screen.findByRole('textbox', { name: /What is it about/ }), 'Soup')
    await user.type(screen.getByRole('textbox', { name: /With whom/ }), 'lun{Enter}')
    await user.click(await screen.findByRole('button', { name: 'Add Lunch club' }))
    await user.click(screen.getByRole('button', { name: 'Remove Lunch club' }))
    await user.click(screen.getByRole('button', { name: 'Begin' }))
    expect(
      await screen.findByRole('link', { name: 'Choose at least one to agree with.' }),
    ).toBeVisible()
    expect(screen.getByRole('textbox', { name: /What is it about/ })).toHaveValue('Soup')
    await waitFor(() => expect(asked.some((url) => url.includes('q=lun'))).toBe(true))
  })

  it('in Dutch the page says what begins and what does not hold yet', async () => {
    await draw('/agreements/new', {}, 'nl')
    expect(await screen.findByText(/Er geldt niets voordat ieder van jullie/)).toBeVisible()
  })
})
