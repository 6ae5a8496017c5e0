import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { PLACE_ID, placeJson, signedIn } from '../../../test/town.ts'
import { further } from '../further-paths.ts'
import { paths } from '../paths.ts'
import { AppRoutes } from '../router.tsx'

const SEARCH = {
  id: '018f0000-0000-7000-8000-000000000081',
  name: 'Food nearby',
  q: 'lunch',
  themes: ['food'],
  areaIds: [],
  how: 'weekly',
}
const hearing = (more: object = {}) => ({
  body: {
    wishes: [
      { what: 'waiting', how: 'at-once' },
      { what: 'mine', how: 'at-once' },
      { what: 'new', how: 'weekly' },
      { what: 'closing', how: 'weekly' },
      { what: 'news', how: 'weekly' },
    ],
    quiet: [
      { channel: 'email', from: 0, until: 0 },
      { channel: 'sms', from: 21, until: 8 },
    ],
    channel: 'email',
    language: 'en',
    searches: [SEARCH],
    ...more,
  },
})

const open = (answers: Answers, at = paths.myPart({ part: 'hearing' })) =>
  renderPage(<AppRoutes />, { answers: { ...signedIn(), ...answers }, at, hadSession: true })

describe('what Amina hears about', () => {
  it('she reads what always comes, chooses once a day, and it is saved whole', async () => {
    const sent: unknown[] = []
    const { user } = await open({
      [`GET /places/${PLACE_ID}/hearing`]: hearing(),
      [`PUT /places/${PLACE_ID}/hearing`]: ({ body }) => {
        sent.push(body)
        return hearing()
      },
    })
    expect(await screen.findByText(/sign-in codes .* always reach you/)).toBeVisible()
    const fresh = screen.getByLabelText('New challenges that fit your organisation')
    expect(fresh).toHaveValue('weekly')
    await user.selectOptions(fresh, 'Once a day, at eight in the morning')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Saved.')).toBeVisible()
    expect(sent).toEqual([
      {
        wishes: [
          { what: 'waiting', how: 'at-once' },
          { what: 'mine', how: 'at-once' },
          { what: 'new', how: 'daily' },
          { what: 'closing', how: 'weekly' },
          { what: 'news', how: 'weekly' },
        ],
        quiet: [
          { channel: 'email', from: 0, until: 0 },
          { channel: 'sms', from: 21, until: 8 },
        ],
      },
    ])
  })

  it('a list cannot be asked for at once', async () => {
    await open({ [`GET /places/${PLACE_ID}/hearing`]: hearing() })
    const closing = await screen.findByLabelText('What closes soon')
    expect(within(closing).queryByText('At once')).not.toBeInTheDocument()
  })

  it('a saved search leads to what it finds, and is removed with one press', async () => {
    const asked: string[] = []
    const { user } = await open({
      [`GET /places/${PLACE_ID}/hearing`]: hearing(),
      [`DELETE /me/searches/${SEARCH.id}`]: () => {
        asked.push('removed')
        return { status: 204 }
      },
    })
    expect(await screen.findByRole('link', { name: 'Food nearby' })).toHaveAttribute(
      'href',
      '/challenges?q=lunch&theme=food',
    )
    await user.click(screen.getByRole('button', { name: 'Remove: Food nearby' }))
    expect(await screen.findByText('Removed.')).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Food nearby' })).not.toBeInTheDocument()
    expect(asked).toEqual(['removed'])
  })

  it('how often a search tells changes where it stands', async () => {
    const sent: unknown[] = []
    const { user } = await open({
      [`GET /places/${PLACE_ID}/hearing`]: hearing(),
      [`PATCH /me/searches/${SEARCH.id}`]: ({ body }) => {
        sent.push(body)
        return { body: { ...SEARCH, how: 'never' } }
      },
    })
    await user.selectOptions(await screen.findByLabelText('How often you hear of it'), 'Not at all')
    await waitFor(() => expect(sent).toEqual([{ how: 'never' }]))
  })
})

describe('the link at the foot of an email', () => {
  const TOKEN = 'a'.repeat(43)
  const stopAt = { pathname: further.stop(), hash: `#${TOKEN}` }
  const found = (stopped: boolean) => ({
    body: { what: 'digest', whose: 'Amina', stopped, canUndo: stopped },
  })

  it('stops nothing by being opened, says whose letters it stops, and stops them with one press', async () => {
    const sent: unknown[] = []
    const { user } = await renderPage(<AppRoutes />, {
      answers: {
        'POST /hearing/stopping': ({ body }) => {
          sent.push(['looks', body])
          return found(false)
        },
        'POST /hearing/stop': ({ body }) => {
          sent.push(['stops', body])
          return found(true)
        },
      },
      at: stopAt,
    })
    expect(
      await screen.findByText(
        'This stops the daily and weekly emails and texts for Amina at this address.',
      ),
    ).toBeVisible()
    expect(sent).toEqual([['looks', { token: TOKEN }]])
    await user.click(screen.getByRole('button', { name: 'Stop them' }))
    expect(
      await screen.findByText('Done. No more: the daily and weekly emails and texts.'),
    ).toBeVisible()
    expect(sent).toEqual([
      ['looks', { token: TOKEN }],
      ['stops', { token: TOKEN }],
    ])
  })

  it('takes back with one more press what it stopped, from the page or the email that says so', async () => {
    const sent: unknown[] = []
    const { user } = await renderPage(<AppRoutes />, {
      answers: {
        'POST /hearing/stopping': found(true),
        'POST /hearing/again': ({ body }) => {
          sent.push(body)
          return found(false)
        },
      },
      at: stopAt,
    })
    await user.click(await screen.findByRole('button', { name: 'Hear of them again' }))
    expect(
      await screen.findByText('They come again, as before: the daily and weekly emails and texts.'),
    ).toBeVisible()
    expect(sent).toEqual([{ token: TOKEN }])
    expect(screen.getByRole('button', { name: 'Stop them' })).toBeVisible()
  })

  it('that stopped nothing itself offers to take nothing back', async () => {
    const body = { what: 'digest', whose: null, stopped: true, canUndo: false }
    await renderPage(<AppRoutes />, {
      answers: { 'POST /hearing/stopping': { body } },
      at: stopAt,
    })
    expect(await screen.findByText(/^Done\. No more:/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Hear of them again' })).not.toBeInTheDocument()
  })

  it('that was pressed before says that it is done', async () => {
    await renderPage(<AppRoutes />, {
      answers: { 'POST /hearing/stopping': found(true) },
      at: stopAt,
    })
    expect(await screen.findByText(/^Done\. No more:/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Stop them' })).not.toBeInTheDocument()
  })

  it('without its end says so', async () => {
    await renderPage(<AppRoutes />, { answers: {}, at: further.stop() })
    expect(await screen.findByText(/This link is not complete/)).toBeVisible()
  })
})

describe('below the list of challenges', () => {
  const list = { 'GET /challenges': { body: { items: [], nextCursor: null, nearest: false } } }

  it('Farid keeps what he searches just now, under the name it suggests', async () => {
    const sent: unknown[] = []
    const { user } = await open(
      {
        ...list,
        [`POST /places/${PLACE_ID}/searches`]: ({ body }) => {
          sent.push(body)
          return { status: 201, body: SEARCH }
        },
      },
      `${paths.challenges()}?q=lunch&theme=food`,
    )
    await user.click(await screen.findByText('Hear of new challenges like these'))
    await user.click(await screen.findByRole('button', { name: 'Save this search' }))
    expect(await screen.findByText(/^Saved\. You hear of each new challenge once/)).toBeVisible()
    expect(sent).toEqual([
      {
        name: expect.stringMatching(/^lunch, /),
        q: 'lunch',
        themes: ['food'],
        areaIds: [],
        how: 'weekly',
      },
    ])
  })

  it('one press without a filter follows the place', async () => {
    const sent: { name?: string }[] = []
    const { user } = await open(
      {
        ...list,
        [`POST /places/${PLACE_ID}/searches`]: ({ body }) => {
          sent.push(body as { name: string })
          return { status: 201, body: SEARCH }
        },
      },
      paths.challenges(),
    )
    await user.click(await screen.findByText('Follow Northgate: hear of new challenges'))
    await user.click(await screen.findByRole('button', { name: 'Save this search' }))
    await waitFor(() => expect(sent[0]?.name).toBe('Everything in Northgate'))
  })

  it('a visitor finds feed and calendar, and where to sign in', async () => {
    const { user } = await renderPage(<AppRoutes />, {
      answers: { ...list, 'GET /places/here': { body: placeJson } },
      at: paths.challenges(),
    })
    await user.click(await screen.findByText('Follow Northgate: hear of new challenges'))
    expect(
      screen.getByRole('link', { name: 'All closing days for your calendar (iCalendar)' }),
    ).toHaveAttribute('href', `/api/v1/places/${PLACE_ID}/deadlines.ics`)
    expect(screen.getByRole('link', { name: /^Sign in to hear/ })).toBeVisible()
  })
})
