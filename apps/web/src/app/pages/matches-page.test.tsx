import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../../../test/render.tsx'
import { paths } from '../paths.ts'
import { AppRoutes } from '../router.tsx'
import {
  base,
  CHALLENGE,
  GAPS,
  id,
  lunch,
  match,
  matches,
  open,
  PLACE,
  row,
} from './matches.fixture.tsx'

describe('Ines reads who fits', () => {
  it('a score, how sure we are, two reasons and what one answer would settle', async () => {
    await open()
    const circle = row('Tuesday Circle')
    expect(circle.getByText('57')).toBeVisible()
    expect(circle.getByText('we know 4 of 6 things')).toBeVisible()
    const reasons = within(circle.getByRole('list', { name: 'Why Tuesday Circle' }))
    expect(reasons.getAllByRole('listitem').map((li) => li.textContent)).toEqual([
      'They work in Northgate.',
      'Their work is about carers, older people.',
      'They bring what nobody you have invited does: giving advice, cooking.',
    ])
    expect(circle.getByText(/settle most: whether they live with it themselves/)).toBeVisible()
  })

  it('the arithmetic, part by part, that adds up to the score', async () => {
    const { user } = await open()
    const circle = row('Tuesday Circle')
    await user.click(circle.getByText('Show the arithmetic'))
    const table = circle.getByRole('table', { name: 'How Tuesday Circle came to 57' })
    const reach = within(table).getByRole('row', { name: /Whom and where they reach/ })
    expect(
      within(reach)
        .getAllByRole('cell')
        .map((c) => c.textContent),
    ).toEqual(['Weight25', 'Times0.7', 'Points17.5'])
    expect(within(table).getByRole('row', { name: /^Time/ })).toHaveTextContent('not known')
    expect(circle.getByText('43 points of the 75 we know about make 57 of 100.')).toBeVisible()
  })

  it('who has not refreshed what they said for half a year, with the day (FR-12)', async () => {
    const quiet = match({ quietSince: new Date('2026-03-04T10:00:00Z') })
    const at = `GET /challenges/${CHALLENGE}/matches`
    await open({ ...base(), [at]: { body: matches([quiet, match(lunch)]) } })
    expect(row('Tuesday Circle').getByText('Not refreshed since 4 March 2026')).toBeVisible()
    expect(row('Lunch Club').queryByText(/Not refreshed/)).toBeNull()
  })

  it('who stands only in the register, and who moved up for the balance, in numbers', async () => {
    await open()
    const club = row('Lunch Club')
    expect(club.getByText('In the charity register, not here yet')).toBeVisible()
    expect(club.getByText('Moved up 1 place to balance small and large')).toBeVisible()
    expect(
      screen.getByText(/30 of the 40 that fit have less than £100,000 a year \(75%\)/),
    ).toBeVisible()
    expect(screen.getByText(/We looked at 1,593 organisations/)).toBeVisible()
    expect(
      screen.getByText(
        'A demonstration: the organisations of this town are made up. Those from the charity register are real and take no part in it.',
      ),
    ).toBeVisible()
  })

  it('in Dutch', async () => {
    await open(base(), 'nl')
    const reasons = row('Tuesday Circle').getByRole('list', { name: 'Waarom Tuesday Circle' })
    expect(reasons).toHaveTextContent('Ze werken in Northgate.')
    expect(row('Tuesday Circle').getByText('we weten 4 van de 6 dingen')).toBeVisible()
  })
})

describe('Ines reads what is missing (J-10)', () => {
  it('once she has asked somebody: whom nobody reaches, where nobody works, no room, too few hours', async () => {
    const lacking = {
      ...{ pool: 2, silent: 1, areas: ['Elmside'], people: ['Men over 60'], rooms: 'none' },
      ...{ skills: ['cooking'], hours: { asked: 10, there: 4 } },
    }
    await open({ ...base(), [GAPS]: { body: lacking } })
    const list = await screen.findByRole('list', { name: /lack together/ })
    expect(
      within(list)
        .getAllByRole('listitem')
        .map((li) => li.textContent),
    ).toEqual([
      'Nobody reaches yet: Men over 60',
      'Nobody covers Elmside.',
      'No room yet.',
      '10 hours a month are asked; together they can spare 4.',
      'Nobody has named these skills: cooking.',
    ])
    expect(screen.getByText(/1 of them stands only in the register/)).toBeVisible()
  })

  const before = { ...{ pool: 0, silent: 0, areas: ['Northgate'], rooms: 'none', skills: [] } }
  const waiting = {
    ...before,
    ...{ people: ['Men over 60', 'Carers who work nights'], hours: { asked: 10, there: 0 } },
  }

  it.each([
    ['en', 'Nobody you have asked or keep in mind says that they reach:'],
    ['nl', 'Niemand die je vroeg of onthield zegt deze mensen te bereiken:'],
  ] as const)(
    'before the first invitation: every group to look for first, in %s',
    async (l, name) => {
      await open({ ...base(), [GAPS]: { body: waiting } }, l)
      const list = within(await screen.findByRole('list', { name }))
      expect(list.getAllByRole('listitem').map((li) => li.textContent)).toEqual(waiting.people)
      expect(screen.queryByText(/No room yet|Nog geen ruimte|hours a month are asked/)).toBeNull()
    },
  )

  it('where the question names nobody, that nobody is asked yet, and nothing that is missing', async () => {
    await open()
    expect(await screen.findByText(/You have invited nobody yet and keep nobody/)).toBeVisible()
    expect(screen.queryByText(/No room yet/)).toBeNull()
  })
})

it('the council that asks is not shown who fits', async () => {
  const answers = base()
  answers['GET /me'] = {
    body: {
      id: id(8),
      displayName: 'Ruth',
      email: 'ruth@council.example',
      phone: null,
      phoneProven: false,
      preferredChannel: 'email',
      language: 'en',
      roles: [{ placeId: PLACE, role: 'commissioner' }],
      asleep: [],
      organisations: [],
      version: 1,
    },
  }
  await renderPage(<AppRoutes />, {
    answers,
    at: paths.matches({ challengeId: CHALLENGE }),
    hadSession: true,
  })
  expect(await screen.findByRole('heading', { name: 'This page is not open to you' })).toBeVisible()
})
