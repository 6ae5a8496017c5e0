import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { CARERS_ID } from '../../../test/town.ts'
import { counts, draw, HERE, HOMES, id, items, PICTURE, pageOf, SURGERY } from './map.fixture.tsx'

describe('anybody who looks who is here', () => {
  it('reads what each offers and asks, and whom they know, in words', async () => {
    await draw('/map', {})
    const list = await screen.findByRole('list', { name: 'Who is here' })
    const homes = within(list)
      .getByRole('link', { name: 'Elm & Gate Homes' })
      .closest('li') as HTMLElement
    expect(within(homes).getByText('A room for 25, step-free, with a kitchen')).toBeVisible()
    expect(within(homes).getByText('Knows Carers of Elmside (have talked).')).toBeVisible()
    expect(within(list).getByText(/^GP practice/)).toBeVisible()
  })

  it('finds who has a room by a word in their own language; the address keeps what was asked', async () => {
    const asked: URLSearchParams[] = []
    const answers = {
      [HERE]: ({ url }: { url: string }) => {
        asked.push(new URL(url, 'http://x').searchParams)
        return pageOf({ items: [items[1]], counts: { ...counts, all: 1 } })
      },
    }
    const { user } = await draw('/map', answers, 'nl')
    await user.type(await screen.findByRole('textbox', { name: 'Een woord' }), 'zaal')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Sector' }), 'community')
    await user.click(screen.getByRole('button', { name: 'Zoek' }))
    expect(await screen.findByText('1 gevonden')).toBeVisible()
    const last = asked.at(-1)
    expect(last?.get('q')).toBe('zaal')
    expect(last?.get('also')?.split(',')).toContain('room')
    expect(last?.get('sector')).toBe('community')
  })

  it('is told how many offer, ask and run something, and reads those alone', async () => {
    const asked: string[] = []
    const { user } = await draw('/map?theme=carers', {
      [HERE]: ({ url }) => {
        asked.push(url)
        return pageOf()
      },
    })
    const links = within(await screen.findByRole('navigation', { name: 'By what they have' }))
    expect(links.getAllByRole('link').map((a) => a.textContent)).toEqual([
      'Everybody (3)',
      'Offers something (2)',
      'Asks for something (1)',
      'Runs a listed service (1)',
    ])
    await user.click(links.getByRole('link', { name: /listed service/ }))
    await waitFor(() => expect(asked.at(-1)).toMatch(/theme=carers&with=services|with=services/))
    expect(screen.getByText('Handyman on call')).toBeVisible()
  })

  it('goes on page by page, each with an address of its own', async () => {
    const asked: string[] = []
    const { user } = await draw('/map?q=tea', {
      [HERE]: ({ url }) => {
        asked.push(url)
        return pageOf(url.includes('cursor=') ? {} : { nextCursor: 'abc' })
      },
    })
    const next = await screen.findByRole('link', { name: 'The next page' })
    expect(next).toHaveAttribute('href', '/map?q=tea&cursor=abc')
    await user.click(next)
    await screen.findByRole('link', { name: 'Back to the first page' })
    expect(asked.at(-1)).toContain('cursor=abc')
    expect(screen.queryByRole('link', { name: 'The next page' })).not.toBeInTheDocument()
  })

  it('reads how many introductions were between two who were new to each other (M16)', async () => {
    await draw('/map', {})
    expect(await screen.findByText(/12 introductions.*7 of them/)).toBeVisible()
  })

  it('goes from a mark in the picture to somebody’s own page, by keyboard', async () => {
    const { container } = await draw('/map', {})
    await screen.findByRole('list', { name: 'Who is here' })
    await waitFor(() => expect(container.querySelectorAll('.hcw-map a')).toHaveLength(3))
    const marks = [...container.querySelectorAll('.hcw-map a')]
    expect(marks.map((m) => [m.getAttribute('aria-label'), m.getAttribute('href')])).toEqual([
      ['Carers of Elmside', `/map/${CARERS_ID}`],
      ['Elm & Gate Homes', `/map/${HOMES}`],
      ['Mill Lane Surgery', `/map/${SURGERY}`],
    ])
    expect(container.querySelectorAll('.hcw-map__picture .hcw-map__tie')).toHaveLength(1)
  })

  it('sees 200 in groups of what they are about, and each group leads to its own list', async () => {
    const nodes = Array.from({ length: 200 }, (_, n) => ({
      ...{ id: id(2000 + n), name: `Group ${n}`, sector: 'community', areaIds: [] },
      themes: n < 150 ? ['carers'] : ['health'],
    }))
    const tie = (a: number, b: number) => ({ a: id(2000 + a), b: id(2000 + b), strength: 'talked' })
    const { container, user } = await draw('/map', {
      [PICTURE]: { body: { nodes, ties: [tie(0, 1), tie(2, 199)] } },
    })
    const rows = await waitFor(() => {
      const found = [...container.querySelectorAll('.hcw-map a')]
      expect(found).toHaveLength(2)
      return found
    })
    expect(rows.map((row) => row.getAttribute('aria-label'))).toEqual([
      expect.stringMatching(
        /: 150 here\. 1 pair in it knows each other\. They know others in: .*\(1\)/,
      ),
      expect.stringMatching(/: 50 here\. They know others in: .*\(1\)/),
    ])
    expect(rows[0]).toHaveAttribute('href', '/map?theme=carers')
    expect(container.querySelectorAll('.hcw-map__arc')).toHaveLength(1)
    await user.click(screen.getByText('The same in words', { selector: 'summary *' }))
    expect(screen.getByRole('table')).toHaveTextContent('150')
    expect(screen.getByRole('link', { name: 'By area' })).toHaveAttribute('href', '/map?by=area')
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
  it('sees who needs and lends help, and asks who is new to her group', async () => {
    const asked: string[] = []
    const support = {
      asks: [{ kind: 'room', what: 'A warm room', until: '2027-03-01' }],
      offers: [],
    }
    const { user } = await draw('/map', {
      [HERE]: ({ url }) => {
        asked.push(url)
        const seen = { ...counts, lends: 0, needs: 1 }
        return pageOf({ items: [{ ...items[1], support }], counts: seen })
      },
    })
    expect(await screen.findByText('A warm room (until 1 March 2027)')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Needs help just now (1)' })).toBeVisible()
    await user.selectOptions(screen.getByRole('combobox', { name: 'New to' }), CARERS_ID)
    await user.click(screen.getByRole('button', { name: 'Find' }))
    await waitFor(() => expect(asked.at(-1)).toContain(`newTo=${CARERS_ID}`))
  })

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
