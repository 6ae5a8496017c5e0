import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { signedIn } from '../../../test/town.ts'
import { AppRoutes } from '../router.tsx'

const id = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`
const GROUP = id(700)
const DECISION = id(701)
const AMIR = id(702)
const READ = `GET /decisions/${DECISION}`

const decision = (more: object = {}, of: object = {}) => ({
  ...{ id: DECISION, number: 1, kind: 'ordinary', origin: 'residents', state: 'open' },
  ...{
    bodyDecides: false,
    notBefore: null,
    voice: null,
    answered: { answered: 3, of: 24 },
    mine: null,
    runs: true,
  },
  ...{ body: null, decidedAt: null, review: null },
  versions: [
    {
      ...{ number: 1, why: 'first', reviewOn: '2027-03-01', result: null, counts: [] },
      wording: {
        ...{ text: 'Breaks are booked online and by phone.', why: 'The line is busy.' },
        ...{ options: '', affects: 'Everybody who books' },
      },
      ...{ openedAt: '2026-11-22T10:00:00Z', closesAt: '2099-11-22T12:00:00Z', closedAt: null },
      objections: [],
      hold: {
        ...{ calls: 0, needed: 2, reasons: [], at: null, until: null, mine: false, session: null },
      },
      ...of,
    },
  ],
  ...more,
})
const MEMBERS = {
  [`GET /groups/${GROUP}/members`]: {
    body: {
      items: [
        {
          ...{ id: AMIR, reference: 'HAZEL-1', firstName: 'Amir', contactBy: 'phone' },
          ...{ contact: '0161 496 0000', ways: ['phone'], hasNeeds: false, bloc: 'residents' },
          ...{ organisation: '', contactDueAt: null, formats: [], state: 'contacted' },
          joinedAt: '2026-10-01T10:00:00Z',
        },
      ],
    },
  },
}
/** The first page of a file brings its code along. */
const SLOW = { timeout: 8_000 }
const draw = (answers: Answers, language: 'en' | 'nl' = 'en') =>
  renderPage(<AppRoutes />, {
    at: `/groups/${GROUP}/decisions/${DECISION}`,
    language,
    words: ['decisions'],
    answers: { ...signedIn(), ...MEMBERS, ...answers },
  })
/** The pages come with their own code: fetched before anybody waits for them. */
beforeAll(async () => {
  await import('./decision-page.tsx')
}, 60_000)
beforeEach(() => {
  vi.stubGlobal('fetch', () => new Promise<never>(() => undefined))
})

describe('Yusuf types in what Amir says on the telephone (PE3, CD5)', () => {
  const kept = (sent: unknown[]): Answers => ({
    [READ]: { body: decision() },
    [`POST /decisions/${DECISION}/objections/typed-in`]: ({ body }) => {
      sent.push(body)
      return { status: 201, body: decision() }
    },
    [`POST /decisions/${DECISION}/hold/typed-in`]: ({ body }) => {
      sent.push(body)
      return { status: 201, body: decision() }
    },
  })
  const begin = async (sent: unknown[]) => {
    const { user } = await draw(kept(sent))
    await user.click(await screen.findByText('Type in what somebody said', {}, SLOW))
    await waitFor(() => expect(screen.getByRole('option', { name: /Amir/ })).toBeInTheDocument())
    return user
  }

  it('an objection with its reason, never without a person, a kind, or reading it back', async () => {
    const sent: unknown[] = []
    const user = await begin(sent)
    await user.click(screen.getByRole('radio', { name: /An objection/ }))
    await user.click(screen.getByRole('button', { name: 'Type it in' }))
    const said = within(await screen.findByRole('alert'))
    for (const missing of [/Choose who said it/, /what would go wrong/, /read it back/])
      expect(said.getByText(missing)).toBeVisible()
    expect(sent).toEqual([])
    await user.selectOptions(screen.getByLabelText('Who?'), AMIR)
    await user.click(screen.getByRole('radio', { name: 'Somebody is harmed' }))
    const words = 'People who work nights cannot ring by day.'
    await user.click(screen.getByLabelText(/In their own words/))
    await user.paste(words)
    await user.click(screen.getByRole('checkbox', { name: /read it back/ }))
    await user.click(screen.getByRole('button', { name: 'Type it in' }))
    expect(await screen.findByText('Typed in for Amir.')).toBeVisible()
    const by = { version: 1, memberId: AMIR, saidBy: 'phone', readBack: true }
    expect(sent).toEqual([{ ...by, kind: 'harm', text: words }])
  }, 30_000)

  it('that a resident asks for more time', async () => {
    const sent: unknown[] = []
    const user = await begin(sent)
    await user.selectOptions(screen.getByLabelText('Who?'), AMIR)
    await user.click(screen.getByRole('radio', { name: /asks for more time/ }))
    await user.click(screen.getByLabelText(/In their own words/))
    await user.paste('The letter came only today.')
    await user.click(screen.getByRole('checkbox', { name: /read it back/ }))
    await user.click(screen.getByRole('button', { name: 'Type it in' }))
    await waitFor(() =>
      expect(sent).toEqual([
        {
          ...{ version: 1, memberId: AMIR, saidBy: 'phone', readBack: true },
          reason: 'The letter came only today.',
        },
      ]),
    )
  })
})

it('its time is over: nobody answers any more, Yusuf may still type in, and counts with his word', async () => {
  const sent: unknown[] = []
  const over = decision(
    { mine: { may: true, answer: null, typedIn: false } },
    { closesAt: '2026-01-01T10:00:00Z' },
  )
  const { user } = await draw({
    [READ]: { body: over },
    [`POST /decisions/${DECISION}/close`]: ({ body }) => {
      sent.push(body)
      return { body: decision({ state: 'objected' }) }
    },
  })
  expect(await screen.findByText(/What lies on paper is typed in, and then/)).toBeVisible()
  expect(screen.queryByRole('button', { name: /I can live with this/ })).toBeNull()
  expect(screen.getByText(/you say that none of it is left/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Count now' }))
  await waitFor(() => expect(sent).toEqual([{ nothingLeft: true }]))
})

it('what was proposed as the residents’ alone offers no public body and no other voice (§4.2)', async () => {
  await draw({ [READ]: { body: decision({ state: 'raised', kind: 'facilitator' }) } })
  expect(await screen.findByText(/something residents decide alone, and stays that/)).toBeVisible()
  expect(screen.queryByRole('option', { name: /Ordinary/ })).toBeNull()
  expect(screen.queryByText('A public body must decide')).toBeNull()
})

describe('the words of a decision are its paper (§4.2)', () => {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
  const clear = (more: object) => ({
    [READ]: { body: decision({ state: 'clarified', ...more }, { openedAt: null, closesAt: null }) },
  })

  it('put clearly today, Yusuf opens it for people at home, not for minutes in the room', async () => {
    await draw(clear({ notBefore: inDays(6) }))
    expect(
      await screen.findByText(/Nothing is decided on these words before/, {}, SLOW),
    ).toBeVisible()
    expect(screen.getByRole('radio', { name: '1 week' })).toBeChecked()
    expect(screen.queryByRole('radio', { name: '10 minutes' })).toBeNull()
  })

  it('read by everybody for five working days, it opens for ten minutes', async () => {
    await draw(clear({}))
    expect(await screen.findByRole('radio', { name: '10 minutes' })).toBeChecked()
  })

  it('Amir reads from when it may be decided', async () => {
    const mine = { may: true, answer: null, typedIn: false }
    await draw(clear({ runs: false, mine, notBefore: inDays(6) }))
    expect(await screen.findByText(/Read it now: nothing is decided/)).toBeVisible()
  })
})

it('in Dutch too', async () => {
  const { user } = await draw({ [READ]: { body: decision() } }, 'nl')
  await user.click(await screen.findByText('Intypen wat iemand zei'))
  await user.click(screen.getByRole('radio', { name: /Een bezwaar/ }))
  expect(screen.getByLabelText(/In hun eigen woorden/)).toBeVisible()
})
