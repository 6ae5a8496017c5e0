import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { CARERS_ID, meJson, PLACE_ID, placeJson, signedIn } from '../../../test/town.ts'
import { AppRoutes } from '../router.tsx'

const id = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`
const HOMES = id(910)
const SURGERY = id(911)

const actor = (more: object) => ({
  listed: 'organisation',
  kind: 'charity',
  sector: 'community',
  roleInIssue: '',
  themes: ['carers'],
  areaIds: [],
  offers: [],
  asks: [],
  version: null,
  ...more,
})
const items = [
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
const map = {
  [`GET /places/${PLACE_ID}/actors`]: {
    body: { items, ties: [{ a: CARERS_ID, b: HOMES, strength: 'talked' }] },
  },
}
const draw = (at: string, answers: Answers, language: 'en' | 'nl' = 'en') =>
  renderPage(<AppRoutes />, {
    at,
    language,
    hadSession: true,
    words: ['actors', 'organisations', 'places'],
    answers: { ...signedIn(), ...map, ...answers },
  })

describe('anybody who looks who is here', () => {
  it('reads what each offers and asks, and whom they know, in words', async () => {
    await draw('/map', {})
    const list = await screen.findByRole('list', { name: 'Who is here' })
    const homes = within(list).getByText('Elm & Gate Homes').closest('li') as HTMLElement
    expect(within(homes).getByText('A room for 25, step-free, with a kitchen')).toBeVisible()
    expect(within(homes).getByText('Knows Carers of Elmside (have talked).')).toBeVisible()
    expect(within(list).getByText(/^GP practice/)).toBeVisible()
  })

  it('finds who asks for a room, and is told how many there are', async () => {
    const { user } = await draw('/map', {})
    await user.type(await screen.findByRole('textbox', { name: 'A word' }), 'room on tues')
    expect(await screen.findByText('1 is here')).toBeVisible()
    expect(screen.queryByText('Mill Lane Surgery')).not.toBeInTheDocument()
    await user.clear(screen.getByRole('textbox', { name: 'A word' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Sector' }), 'public')
    const list = screen.getByRole('list', { name: 'Who is here' })
    expect(
      within(list)
        .getAllByRole('heading')
        .map((h) => h.textContent),
    ).toEqual(['Mill Lane Surgery'])
  })

  it('goes from a mark in the picture to the entry in the list, by keyboard', async () => {
    const { container } = await draw('/map', {})
    await screen.findByRole('list', { name: 'Who is here' })
    const marks = [...container.querySelectorAll('.hcw-map a')]
    expect(marks.map((m) => m.getAttribute('aria-label'))).toEqual([
      'Carers of Elmside',
      'Elm & Gate Homes',
      'Mill Lane Surgery',
    ])
    for (const mark of marks) {
      const at = mark.getAttribute('href')?.slice(1) ?? ''
      expect(document.getElementById(at)).not.toBeNull()
    }
    expect(container.querySelectorAll('.hcw-map__picture .hcw-map__tie')).toHaveLength(1)
  })

  it('reads it in Dutch', async () => {
    await draw('/map', {}, 'nl')
    expect(await screen.findByText('Een zaal voor 25, zonder drempels, met keuken')).toBeVisible()
  })
})

const entry = (more: object = {}) => ({
  organisationId: CARERS_ID,
  name: 'Carers of Elmside',
  shown: false,
  roleInIssue: '',
  offers: [],
  asks: [],
  fromProfile: { skills: ['caring-support'], rooms: 0, possibleWith: [] },
  ties: [{ organisationId: HOMES, name: 'Elm & Gate Homes', mine: null, theirs: 'talked' }],
  version: 0,
  ...more,
})

describe('Amina', () => {
  it('puts her group on the map, a line for each thing', async () => {
    const sent: unknown[] = []
    const { user } = await draw('/organisation/map', {
      [`GET /organisations/${CARERS_ID}/map`]: { body: entry() },
      [`PUT /organisations/${CARERS_ID}/map`]: ({ body, headers }) => {
        sent.push(body, headers.get('if-match'))
        return { body: entry({ shown: true, version: 1 }) }
      },
    })
    await user.click(await screen.findByRole('checkbox', { name: /Show Carers of Elmside/ }))
    await user.type(
      screen.getByRole('textbox', { name: /What else you offer/ }),
      'Tea{enter}Company',
    )
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Saved.')).toBeVisible()
    expect(sent).toEqual([
      { shown: true, roleInIssue: '', offers: ['Tea', 'Company'], asks: [] },
      '"0"',
    ])
  })

  it('is asked whether what another says of them is so', async () => {
    const sent: unknown[] = []
    const { user } = await draw('/organisation/map', {
      [`GET /organisations/${CARERS_ID}/map`]: { body: entry() },
      [`PUT /organisations/${CARERS_ID}/ties/${HOMES}`]: ({ body }) => {
        sent.push(body)
        return { body: entry() }
      },
    })
    expect(await screen.findByText('They say: Have talked. Is that so?')).toBeVisible()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Elm & Gate Homes' }), 'talked')
    await waitFor(() => expect(sent).toEqual([{ known: 'talked' }]))
  })
})

describe('Ines', () => {
  const broker = {
    'GET /me': { body: meJson({ roles: [{ placeId: PLACE_ID, role: 'broker' }] }) },
    'GET /places/here': { body: { ...placeJson, areas: [] } },
    [`GET /places/${PLACE_ID}/unmet`]: {
      body: {
        items: [
          {
            a: { id: CARERS_ID, name: 'Carers of Elmside' },
            b: { id: HOMES, name: 'Elm & Gate Homes' },
            fits: [{ give: 'b', what: 'equipment' }],
            themes: ['carers'],
          },
        ],
      },
    },
  }

  it('sees who has not met and why they should, and goes on to introduce them', async () => {
    await draw('/desk/map', broker)
    expect(
      await screen.findByText(/Carers of Elmside asks for: .*Elm & Gate Homes could help/),
    ).toBeVisible()
    const link = screen.getByRole('link', { name: 'Introduce them' })
    expect(link.getAttribute('href')).toContain(`/desk/introductions?a=${CARERS_ID}&aName=Carers`)
  })

  it('puts a surgery on the map and takes one off', async () => {
    const sent: unknown[] = []
    const { user } = await draw('/desk/map', {
      ...broker,
      [`POST /places/${PLACE_ID}/actors`]: ({ body }) => {
        sent.push(body)
        return { status: 201, body: items[2] }
      },
      [`DELETE /actors/${SURGERY}`]: { body: { removed: true } },
    })
    await user.click(await screen.findByText('Add somebody to the map'))
    await user.type(screen.getByRole('textbox', { name: 'Their name' }), 'Mill Lane Surgery')
    await user.selectOptions(screen.getByRole('combobox', { name: 'What they are' }), 'gp-practice')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Sector' }), 'public')
    await user.click(screen.getByRole('button', { name: 'Put them on the map' }))
    expect(await screen.findByText('Mill Lane Surgery is on the map.')).toBeVisible()
    expect(sent).toMatchObject([{ name: 'Mill Lane Surgery', kind: 'gp-practice', offers: [] }])
    await user.click(screen.getByRole('button', { name: /Take off the map Mill Lane/ }))
    expect(await screen.findByText('Mill Lane Surgery is off the map.')).toBeVisible()
  })
})
