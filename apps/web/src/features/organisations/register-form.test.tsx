import type { Me } from '@howcanwe/shared/identity'
import type { Place } from '@howcanwe/shared/places'
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { RegisterForm } from './register-form.tsx'

const id = (n: number) => `0190a5c1-0000-7000-8000-00000000000${n}`
const place: Place = {
  id: id(1),
  slug: 'northgate',
  name: 'Northgate and Elmside',
  timeZone: 'Europe/London',
  currency: 'GBP',
  languages: ['en', 'nl'],
  introduction: 'A town.',
  contact: { name: 'Ines', role: 'Broker', phone: '020 7946 0000', email: null, hours: null },
  pay: null,
  areas: [
    { id: id(2), name: 'Northgate', gssCode: null },
    { id: id(3), name: 'Elmside', gssCode: null },
  ],
  demo: false,
  texts: true,
  textTo: null,
}
const me: Me = {
  id: id(4),
  displayName: null,
  email: 'amina@example.org',
  phone: null,
  phoneProven: false,
  preferredChannel: 'email',
  language: 'en',
  roles: [],
  asleep: [],
  organisations: [],
  version: 1,
}
const candidate = {
  id: id(5),
  orgId: 'GB-CHC-1164883',
  name: 'Northgate Carers’ Circle',
  activities: 'Company and a hot meal',
  district: 'Northgate',
  kind: 'cio',
  incomeBand: 'micro',
  themes: ['carers', 'food'],
  removed: false,
  claimed: false,
}
const registered = {
  id: id(6),
  placeId: place.id,
  name: candidate.name,
  kind: 'cio',
  sector: 'community',
  incomeBand: 'micro',
  state: 'listed',
  pausedUntil: null,
  stale: false,
  parent: null,
  areas: place.areas,
  themes: candidate.themes,
  website: null,
  contact: { name: 'Amina', email: 'amina@example.org', phone: null },
  identifiers: [],
  can: { change: true, check: false },
  version: 1,
}
const known: Answers = {
  'GET /organisations/candidates': { body: { items: [] } },
  'POST /auth/refresh': {
    body: { accessToken: 'x', expiresInSeconds: 600, sharedComputer: false },
  },
  'GET /me': { body: { ...me, organisations: [] } },
}

async function start(answers: Answers = {}) {
  const onDone = vi.fn()
  const page = await renderPage(<RegisterForm place={place} me={me} onDone={onDone} />, {
    words: ['organisations', 'places'],
    answers: { ...known, ...answers },
  })
  return { ...page, onDone }
}
type Page = Awaited<ReturnType<typeof start>>

async function fill({ user }: Page) {
  await user.type(
    screen.getByLabelText('What is your organisation called?'),
    'Elmside Tool Library',
  )
  await user.selectOptions(screen.getByLabelText('What are you?'), 'A group without a constitution')
  await user.selectOptions(
    screen.getByLabelText('How much money came in last year?'),
    'Nothing, or we keep no accounts',
  )
  await user.click(screen.getByLabelText('Elmside'))
  await user.click(screen.getByLabelText('Nature and climate'))
  await user.type(screen.getByLabelText('Their name'), 'Amina')
  await user.click(screen.getByLabelText(/What I have said here is true/))
}
const send = ({ user }: Page) => user.click(screen.getByRole('button', { name: 'Register' }))

beforeEach(() => localStorage.clear())
afterEach(() => localStorage.clear())

describe('a group registers on a phone', () => {
  it('with six answers and a tick; its own address is there already', async () => {
    let sent: unknown
    const page = await start({
      'POST /organisations': ({ body }) => {
        sent = body
        return { status: 201, body: registered }
      },
    })
    await fill(page)
    await send(page)
    await waitFor(() => expect(page.onDone).toHaveBeenCalledOnce())
    expect(sent).toMatchObject({
      placeId: place.id,
      name: 'Elmside Tool Library',
      kind: 'unconstituted-group',
      incomeBand: 'none',
      areaIds: [id(3)],
      themes: ['environment'],
      contact: { name: 'Amina', email: 'amina@example.org' },
      declared: true,
    })
    expect(localStorage).toHaveLength(0)
  })

  it('who sends it empty is told everything at once, with links to each answer', async () => {
    const page = await start()
    await send(page)
    const summary = await screen.findByRole('alert')
    const links = within(summary).getAllByRole('link')
    expect(links.map((link) => link.textContent)).toEqual([
      'Enter the name of your organisation',
      'Choose what you are',
      'Choose how much money came in',
      'Choose at least one area',
      'Choose at least one thing your work is about',
      'Enter the name of the person we talk to',
      'Tick the box to say that it is true',
    ])
    for (const link of links)
      expect(document.querySelector(link.getAttribute('href') ?? '')).not.toBeNull()
    expect(page.onDone).not.toHaveBeenCalled()
  })

  it('who gives no way to be reached is asked for one, and nothing is sent', async () => {
    const page = await start()
    await fill(page)
    await page.user.clear(screen.getByLabelText('Email address'))
    await send(page)
    expect(await screen.findByRole('alert')).toHaveTextContent('One is enough')
    expect(screen.getByLabelText('Email address')).toBeInvalid()
  })

  it('one tick is the whole place, and taking one area back is not', async () => {
    const { user } = await start()
    await user.click(screen.getByLabelText('All of Northgate and Elmside'))
    expect(screen.getByLabelText('Northgate')).toBeChecked()
    await user.click(screen.getByLabelText('Northgate'))
    expect(screen.getByLabelText('All of Northgate and Elmside')).not.toBeChecked()
    expect(screen.getByLabelText('Elmside')).toBeChecked()
  })

  it('who comes back finds what was written, unsent', async () => {
    const first = await start()
    await first.user.type(screen.getByLabelText('What is your organisation called?'), 'Half a name')
    first.unmount()
    await start()
    expect(screen.getByLabelText('What is your organisation called?')).toHaveValue('Half a name')
    expect(screen.getByText(/We kept what you wrote on/)).toBeVisible()
    expect(screen.getByLabelText(/What I have said here is true/)).not.toBeChecked()
  })
})

describe('finding oneself in the charity register', () => {
  const answers = { 'GET /organisations/candidates': { body: { items: [candidate] } } }
  const find = async ({ user }: Page) => {
    await user.type(screen.getByLabelText('What is your organisation called?'), 'carers circl')
    return screen.findByRole('group', { name: 'Is this you?' }, { timeout: 3000 })
  }

  it('choosing the entry fills in name, kind, money and themes', async () => {
    const page = await start(answers)
    const group = await find(page)
    expect(within(group).getByText(/Northgate · number 1164883/)).toBeVisible()
    await page.user.click(within(group).getByLabelText('Northgate Carers’ Circle'))
    expect(screen.getByLabelText('What is your organisation called?')).toHaveValue(candidate.name)
    expect(screen.getByLabelText('What are you?')).toHaveValue('cio')
    expect(screen.getByLabelText('How much money came in last year?')).toHaveValue('micro')
    expect(screen.getByLabelText('Carers')).toBeChecked()
    expect(screen.getByRole('status')).toHaveTextContent('We filled in what the register says')
  })

  it('“None of these” is a fine answer and changes nothing', async () => {
    const page = await start(answers)
    const group = await find(page)
    await page.user.click(within(group).getByLabelText('None of these'))
    expect(screen.getByLabelText('What is your organisation called?')).toHaveValue('carers circl')
    expect(screen.getByLabelText('What are you?')).toHaveValue('')
  })

  it('an entry somebody has claimed cannot be chosen, and it says what to do', async () => {
    const page = await start({
      'GET /organisations/candidates': {
        body: {
          items: [
            { ...candidate, claimed: true },
            { ...candidate, id: id(7), name: 'Other' },
          ],
        },
      },
    })
    const group = await find(page)
    expect(within(group).queryByLabelText(candidate.name)).toBeNull()
    expect(screen.getByText(/is already registered here. If that is you/)).toBeVisible()
  })
})

describe('when the service refuses', () => {
  const taken = {
    status: 409,
    body: {
      type: '/help/problems#organisations.name_taken',
      title: 'Taken.',
      status: 409,
      code: 'organisations.name_taken',
      errors: [{ pointer: '#/body/name', code: 'taken' }],
    },
  }

  it('a taken name is said beside the name, and every answer is still there', async () => {
    const page = await start({ 'POST /organisations': taken })
    await fill(page)
    await send(page)
    expect(await screen.findByRole('alert')).toHaveTextContent('This name is already registered')
    expect(screen.getByLabelText('What is your organisation called?')).toBeInvalid()
    expect(screen.getByLabelText('Their name')).toHaveValue('Amina')
    expect(page.onDone).not.toHaveBeenCalled()
  })

  it('a name taken by our own first try, whose answer was lost, is done', async () => {
    const own = { id: id(6), placeId: place.id, name: 'elmside tool library', lead: true }
    const page = await start({
      'POST /organisations': taken,
      'GET /me': { body: { ...me, organisations: [own] } },
      [`GET /organisations/${id(6)}`]: { body: registered },
    })
    await fill(page)
    await send(page)
    await waitFor(() => expect(page.onDone).toHaveBeenCalledOnce())
  })
})

describe('a branch of something larger (OR6)', () => {
  it('says so with a tick, and is asked about the larger one’s money instead of its own', async () => {
    const sent: Record<string, unknown>[] = []
    const page = await start({
      'POST /organisations': ({ body }) => {
        sent.push(body as Record<string, unknown>)
        return { status: 201, body: registered }
      },
    })
    await fill(page)
    const { user } = page
    await user.click(screen.getByLabelText(/We are a branch or a local group/))
    await user.type(screen.getByLabelText('What is the larger organisation called?'), 'Tools UK')
    await user.selectOptions(
      screen.getByLabelText('How much money came in last year at the larger organisation?'),
      '£1 million to £10 million',
    )
    await user.click(screen.getByRole('button', { name: 'Register' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]).toMatchObject({
      incomeBand: 'large',
      parent: { name: 'Tools UK', incomeBand: 'large', ownAccountsAndBoard: false },
    })
  })

  it('with its own accounts and board it is asked about its own', async () => {
    const { user } = await start()
    await user.click(screen.getByLabelText(/We are a branch or a local group/))
    await user.click(screen.getByLabelText('We have our own accounts and our own board'))
    expect(screen.getByLabelText('How much money came in last year?')).toBeVisible()
  })
})
