import { THEMES } from '@howcanwe/shared/places'
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { CARERS_ID, PLACE_ID, signedIn } from '../../../test/town.ts'
import words from '../../words/en/places.json'
import { AppRoutes } from '../router.tsx'

const CARD = '018f0000-0000-7000-8000-000000000041'
const YOUTH = '018f0000-0000-7000-8000-000000000042'

const card = (more: object = {}) => ({
  id: CARD,
  placeId: PLACE_ID,
  organisation: { id: YOUTH, name: 'Elmside Youth' },
  state: 'listed',
  title: 'A walk home after the club',
  forWhom: 'Young people who look after a parent',
  evidence: 'feedback',
  mayCopy: 'anyone',
  since: '2024-09-01',
  peopleReached: 15,
  costPerPersonPence: 400,
  needs: 'Two volunteers',
  story: 'One of them slept for the first time.',
  contact: 'Dele, at the hall',
  themes: ['carers'],
  retiredReason: null,
  listedAt: '2026-10-01T09:00:00.000Z',
  usedBy: 2,
  ours: [],
  can: { change: false },
  version: 2,
  ...more,
})
const draw = (at: string, answers: Answers, language: 'en' | 'nl' = 'en') =>
  renderPage(<AppRoutes />, {
    at,
    language,
    hadSession: true,
    words: ['practices', 'organisations', 'places'],
    answers: { ...signedIn(), ...answers },
  })
const OURS = `GET /organisations/${CARERS_ID}/practices`

describe('anybody who looks what already works', () => {
  it('reads for whom it is, how one knows, and how many use it', async () => {
    await draw('/practices', { 'GET /practices': { body: { items: [card()], nextCursor: null } } })
    const link = await screen.findByRole('link', { name: 'A walk home after the club' })
    expect(link).toHaveAttribute('href', `/practices/${CARD}`)
    const list = screen.getByRole('list', { name: 'What already works here' })
    expect(within(list).getByText(/For whom: Young people.*People told us so/)).toBeVisible()
    expect(within(list).getByText('2 other organisations use this.')).toBeVisible()
  })

  it('asks for one theme, and the address keeps it', async () => {
    const asked: string[] = []
    const { user } = await draw('/practices', {
      'GET /practices': ({ url }) => {
        asked.push(url)
        return { body: { items: [], nextCursor: null } }
      },
    })
    await user.selectOptions(await screen.findByRole('combobox', { name: 'About' }), 'carers')
    await waitFor(() => expect(asked.at(-1)).toContain('theme=carers'))
    expect(await screen.findByText('Nobody has written a card about this yet.')).toBeVisible()
  })

  it('reads a card whole, in Dutch, and why it is no longer done', async () => {
    const retired = card({ state: 'retired', retiredReason: 'De zaal is dicht.' })
    await draw(`/practices/${CARD}`, { [`GET /practices/${CARD}`]: { body: retired } }, 'nl')
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('A walk home')
    expect(screen.getByText('Ze doen dit niet meer')).toBeVisible()
    expect(screen.getByText('De zaal is dicht.')).toBeVisible()
    expect(screen.getByText(/€\s?4|£\s?4/)).toBeVisible()
    expect(screen.getByText('Nog 2 organisaties gebruiken dit.')).toBeVisible()
    expect(screen.queryByRole('button', { name: /Wij gebruiken/ })).not.toBeInTheDocument()
  })
})

describe('Amina', () => {
  const mine = (uses: boolean) => [{ organisationId: CARERS_ID, name: 'Carers', uses }]

  it('says that her group uses it too, is thanked, and takes it back', async () => {
    const sent: string[] = []
    const path = `/practices/${CARD}/adoptions/${CARERS_ID}`
    const { user } = await draw(`/practices/${CARD}`, {
      [`GET /practices/${CARD}`]: { body: card({ ours: mine(false) }) },
      [`PUT ${path}`]: () => {
        sent.push('said')
        return { body: card({ usedBy: 3, ours: mine(true) }) }
      },
      [`DELETE ${path}`]: () => {
        sent.push('taken back')
        return { body: card({ ours: mine(false) }) }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'We use this too Carers' }))
    expect(await screen.findByText('Carers is counted. Thank you.')).toBeVisible()
    expect(screen.getByText('3 other organisations use this.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'We do not use it any more Carers' }))
    expect(await screen.findByText('Carers is no longer counted.')).toBeVisible()
    expect(sent).toEqual(['said', 'taken back'])
  })

  it('is told why when whoever wrote it asks not to be copied', async () => {
    const { user } = await draw(`/practices/${CARD}`, {
      [`GET /practices/${CARD}`]: { body: card({ ours: mine(false) }) },
      [`PUT /practices/${CARD}/adoptions/${CARERS_ID}`]: {
        status: 409,
        body: {
          type: 'about:blank',
          title: 'x',
          status: 409,
          code: 'practices.not_to_copy',
          requestId: 'r-1',
        },
      },
    })
    await user.click(await screen.findByRole('button', { name: /We use this too/ }))
    expect(await screen.findByText(/asks that you do not copy it/)).toBeVisible()
  })

  it('writes a card with four answers and shows it to everybody', async () => {
    const sent: unknown[] = []
    const own = (more: object) =>
      card({ organisation: { id: CARERS_ID, name: 'Carers' }, can: { change: true }, ...more })
    const drafts: object[] = []
    const { user } = await draw('/organisation/practices', {
      [OURS]: () => ({ body: { items: drafts } }),
      [`POST /organisations/${CARERS_ID}/practices`]: ({ body }) => {
        sent.push(body)
        drafts.push(own({ state: 'draft', listedAt: null, usedBy: 0 }))
        return { status: 201, body: drafts[0] }
      },
      [`POST /practices/${CARD}/publish`]: () => {
        drafts[0] = own({ usedBy: 0 })
        return { body: drafts[0] }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Write a card' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findAllByText('Choose whether others may copy it')).not.toHaveLength(0)
    await user.type(screen.getByRole('textbox', { name: 'What do you do?' }), 'A sitting swap')
    await user.type(screen.getByRole('textbox', { name: 'For whom?' }), 'Carers')
    await user.selectOptions(screen.getByRole('combobox', { name: /How do you know/ }), 'feedback')
    await user.click(screen.getByRole('radio', { name: 'Anyone may copy it' }))
    await user.click(screen.getByLabelText('Getting about'))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await user.click(await screen.findByRole('button', { name: 'Show it to everybody' }))
    expect(await screen.findByText('Everybody can read it')).toBeVisible()
    expect(sent).toMatchObject([
      { title: 'A sitting swap', mayCopy: 'anyone', themes: ['transport'] },
    ])
  })

  it('says what a card is about, and reads it on the card', async () => {
    const own = (more: object) =>
      card({ organisation: { id: CARERS_ID, name: 'Carers' }, can: { change: true }, ...more })
    const sent: unknown[] = []
    let now = own({ themes: ['carers'] })
    const { user } = await draw('/organisation/practices', {
      [OURS]: () => ({ body: { items: [now] } }),
      [`PUT /practices/${CARD}`]: ({ body }) => {
        sent.push(body)
        now = own({ themes: ['food'] })
        return { body: now }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Change it' }))
    const about = within(screen.getByRole('group', { name: 'What is it about?' }))
    expect(about.getByRole('checkbox', { name: 'Carers' })).toBeChecked()
    await user.click(about.getByRole('checkbox', { name: 'Carers' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await about.findByText(/Choose at least one thing it is about/)).toBeVisible()
    expect(sent).toEqual([])
    await user.click(about.getByRole('checkbox', { name: 'Food' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Food')).toBeVisible()
    expect(sent).toMatchObject([{ themes: ['food'] }])
  })

  it('is told that a ninth thing is too many', async () => {
    const [ninth] = THEMES.slice(8)
    const full = card({ can: { change: true }, themes: THEMES.slice(0, 8) })
    const { user } = await draw('/organisation/practices', { [OURS]: { body: { items: [full] } } })
    await user.click(await screen.findByRole('button', { name: 'Change it' }))
    const about = within(screen.getByRole('group', { name: 'What is it about?' }))
    await user.click(about.getByRole('checkbox', { name: words.themes[ninth ?? 'food'] }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await about.findByText(/Choose at most 8/)).toBeVisible()
  })

  it('is asked what it is about in Dutch, and need not say', async () => {
    const { user } = await draw(
      '/organisation/practices',
      { [OURS]: { body: { items: [] } } },
      'nl',
    )
    await user.click(await screen.findByRole('button', { name: 'Schrijf een kaart' }))
    const about = within(screen.getByRole('group', { name: 'Waar gaat het over? (hoeft niet)' }))
    expect(about.getByText(/Laat je het leeg/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Bewaar' }))
    expect(await screen.findAllByText('Schrijf voor wie het is')).not.toHaveLength(0)
    expect(about.queryByText('Kies minstens één onderwerp')).not.toBeInTheDocument()
  })

  it('says why her group no longer does it', async () => {
    const sent: unknown[] = []
    const own = card({ organisation: { id: CARERS_ID, name: 'Carers' } })
    const { user } = await draw('/organisation/practices', {
      [OURS]: { body: { items: [own] } },
      [`POST /practices/${CARD}/retire`]: ({ body }) => {
        sent.push(body)
        return { body: { ...own, state: 'retired', retiredReason: 'The hall closed.' } }
      },
    })
    expect(await screen.findByText('2 other organisations use this.')).toBeVisible()
    await user.click(screen.getByText('We no longer do this'))
    await user.type(screen.getByRole('textbox', { name: /Why not/ }), 'The hall closed.')
    await user.click(screen.getByRole('button', { name: 'Take it off the list' }))
    await waitFor(() => expect(sent).toEqual([{ reason: 'The hall closed.' }]))
  })
})
