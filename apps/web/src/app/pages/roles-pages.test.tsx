import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { meJson, PLACE_ID, placeJson, signedIn } from '../../../test/town.ts'
import { paths } from '../paths.ts'
import { AppRoutes } from '../router.tsx'
import { problem } from './groups.fixture.ts'

const uuid = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`
const roleJson = (n: number, more: object = {}) => ({
  id: uuid(n),
  role: 'facilitator',
  state: 'granted',
  over: null,
  since: '2026-11-02T10:00:00.000Z',
  until: null,
  endedAt: null,
  isOver: false,
  grantedBy: 'Joan',
  words: null,
  reason: null,
  version: 1,
  ...more,
})
const grantJson = (n: number, name: string | null, more: object = {}) => ({
  ...roleJson(n),
  person: { name, contact: name ? null : 'noor@town.example', verified: true },
  proposedBy: null,
  can: ['suspend', 'end'],
  ...more,
})
const own = (n: number, more: object = {}) => ({
  ...roleJson(n, more),
  placeId: PLACE_ID,
  place: 'Northgate',
})
const things = [{ kind: 'challenge', id: uuid(30), label: 'How can we plan a break?' }]
const steward = meJson({ roles: [{ placeId: PLACE_ID, role: 'steward' }], organisations: [] })

const open = (at: string, answers: Answers, more: { me?: object; language?: 'en' | 'nl' } = {}) =>
  renderPage(<AppRoutes />, {
    answers: { ...signedIn(more.me ?? steward), ...answers },
    at,
    hadSession: true,
    language: more.language ?? 'en',
  })
const REASON = 'We have not been able to reach you for a month.'

describe('who does what here', () => {
  const items = [
    { role: 'broker', name: 'Ines', since: '2026-04-01T10:00:00.000Z', until: null },
    {
      role: 'funder',
      name: null,
      since: '2026-05-01T10:00:00.000Z',
      until: '2027-05-01T22:59:59.999Z',
    },
  ]
  const answers = {
    'GET /places/here': { body: placeJson },
    [`GET /places/${PLACE_ID}/roles`]: { body: { items } },
  }

  it('is read by anybody: names, since when, what they may do and what not', async () => {
    await renderPage(<AppRoutes />, { answers, at: paths.peopleHere() })
    expect(await screen.findByRole('heading', { name: 'Who does what here' })).toBeVisible()
    expect(await screen.findByText('Ines')).toBeVisible()
    expect(await screen.findByText(/Does not choose the team, and speaks for nobody/)).toBeVisible()
    expect(screen.getByText('Somebody who has not said their name')).toBeVisible()
    expect(screen.getAllByText('Nobody just now.')).toHaveLength(5)
  })

  it('and in Dutch', async () => {
    await renderPage(<AppRoutes />, { answers, at: paths.peopleHere(), language: 'nl' })
    expect(await screen.findByRole('heading', { name: 'Verbinder' })).toBeVisible()
  })
})

describe('Joan, a steward', () => {
  it('finds the page in her row, and everybody with a role on it', async () => {
    const items = [
      grantJson(11, 'Kayleigh', {
        state: 'requested',
        words: 'I was elected.',
        can: ['grant', 'end'],
        role: 'elected-member',
      }),
      grantJson(12, 'Yusuf'),
      grantJson(13, null, { state: 'suspended', reason: REASON, can: ['resume', 'end'] }),
      grantJson(14, 'Tom', { state: 'ended', endedAt: '2026-10-01T10:00:00.000Z', can: [] }),
    ]
    await open(paths.roles(), { 'GET /desk/roles': { body: { items, things } } })
    expect(await screen.findByRole('heading', { name: 'Waits for a yes' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Who has which role' })).toHaveAttribute(
      'href',
      '/desk/roles',
    )
    for (const said of ['Kayleigh', 'Yusuf', 'noor@town.example', 'I was elected.', REASON])
      expect(screen.getByText(said)).toBeVisible()
    expect(screen.queryByText('Change it for Tom')).toBeNull()
  })

  it('gives somebody a role over one challenge, shows that it is her, and reads that the email is on its way', async () => {
    const sent: unknown[] = []
    const { user } = await open(paths.roles(), {
      'GET /desk/roles': { body: { items: [], things } },
      'POST /desk/roles': ({ body }) => {
        sent.push(body)
        return { status: 201, body: grantJson(15, 'Noor', { role: 'broker' }) }
      },
    })
    await user.click(await screen.findByText('Give somebody a role'))
    await user.type(screen.getByLabelText(/email address or mobile number/), 'noor@town.example')
    await user.selectOptions(screen.getByLabelText('The role'), 'broker')
    await user.selectOptions(
      screen.getByLabelText('What is it for?'),
      'Only: How can we plan a break?',
    )
    await user.click(screen.getByRole('button', { name: 'Give the role' }))
    expect(await screen.findByText('Noor: Broker. We tell them.')).toBeVisible()
    expect(sent).toEqual([
      {
        placeId: PLACE_ID,
        email: 'noor@town.example',
        role: 'broker',
        over: { kind: 'challenge', id: uuid(30) },
      },
    ])
  })

  it('gives a last day, which counts to its end where the place is', async () => {
    const sent: { until?: string }[] = []
    const { user } = await open(paths.roles(), {
      'GET /desk/roles': { body: { items: [], things } },
      'POST /desk/roles': ({ body }) => {
        sent.push(body as { until?: string })
        return problem(409, 'roles.already_held')
      },
    })
    await user.click(await screen.findByText('Give somebody a role'))
    await user.type(screen.getByLabelText(/email address or mobile number/), 'noor@town.example')
    for (const [part, typed] of [
      ['Day', '1'],
      ['Month', '7'],
      ['Year', '2099'],
    ] as const)
      await user.type(screen.getByLabelText(part), typed)
    await user.click(screen.getByRole('button', { name: 'Give the role' }))
    expect(await screen.findByText(/This role is there already/)).toBeVisible()
    expect(sent[0]?.until).toMatch(/^2099-07-01T22:59:59/)
    expect(screen.getByLabelText(/email address or mobile number/)).toHaveValue('noor@town.example')
  })

  it('says why before she takes a role away', async () => {
    const sent: unknown[] = []
    const yusuf = grantJson(12, 'Yusuf')
    const { user } = await open(paths.roles(), {
      'GET /desk/roles': { body: { items: [yusuf], things } },
      [`POST /desk/roles/${uuid(12)}/suspend`]: ({ body, headers }) => {
        sent.push([body, headers.get('if-match')])
        return { body: { ...yusuf, state: 'suspended', version: 2, can: ['resume', 'end'] } }
      },
    })
    await user.click(await screen.findByText('Change it for Yusuf'))
    const suspend = screen.getByRole('button', { name: 'Suspend for Yusuf' })
    await user.click(suspend)
    const alert = await screen.findByRole('alert')
    expect(within(alert).getByRole('link', { name: /Say why/ })).toBeVisible()
    await user.type(screen.getByLabelText('Why?'), REASON)
    await user.click(suspend)
    expect(await screen.findByText(/Suspended for Yusuf: Facilitator of groups/)).toBeVisible()
    expect(sent).toEqual([[{ reason: REASON }, '"1"']])
  })

  it('is told in plain words that the last one stays', async () => {
    const { user } = await open(paths.roles(), {
      'GET /desk/roles': { body: { items: [grantJson(12, 'Ines', { role: 'broker' })], things } },
      [`POST /desk/roles/${uuid(12)}/end`]: problem(409, 'roles.last_one'),
    })
    await user.click(await screen.findByText('Change it for Ines'))
    await user.type(screen.getByLabelText('Why?'), REASON)
    await user.click(screen.getByRole('button', { name: 'End for Ines' }))
    expect(await screen.findByText(/This is the last steward or broker/)).toBeVisible()
  })

  it('nobody else is let in', async () => {
    await open(paths.roles(), {}, { me: meJson() })
    expect(
      await screen.findByRole('heading', { name: 'This page is not open to you' }),
    ).toBeVisible()
  })
})

describe('one’s own roles', () => {
  it('are there with what they are for and until when; one is laid down', async () => {
    const broker = own(21, {
      role: 'broker',
      over: { kind: 'challenge', id: uuid(30), label: 'How can we plan a break?' },
      until: '2027-05-01T22:59:59.999Z',
    })
    const { user } = await open(
      paths.myRoles(),
      {
        'GET /me/roles': {
          body: { items: [broker, own(22, { state: 'requested', role: 'funder' })] },
        },
        [`POST /me/roles/${uuid(21)}/end`]: { body: { ...broker, state: 'ended', version: 2 } },
      },
      { me: meJson() },
    )
    expect(
      await screen.findByText(/Only: How can we plan a break\?.*until 1 May 2027/),
    ).toBeVisible()
    expect(screen.getByText('Take back: Funder')).toBeVisible()
    await user.click(screen.getByText('Lay down: Broker'))
    await user.click(screen.getByRole('button', { name: 'Lay it down' }))
    expect(await screen.findByText('Done. This has ended: Broker.')).toBeVisible()
  })

  it('whoever is still needed reads what to do first', async () => {
    const { user } = await open(paths.myRoles(), {
      'GET /me/roles': { body: { items: [own(21, { role: 'commissioner' })] } },
      [`POST /me/roles/${uuid(21)}/end`]: problem(409, 'roles.still_needed'),
    })
    await user.click(await screen.findByText('Lay down: Commissioner'))
    await user.click(screen.getByRole('button', { name: 'Lay it down' }))
    expect(await screen.findByText(/Hand it over or end it first/)).toBeVisible()
  })

  it('Kayleigh asks to be named as elected, with a sentence', async () => {
    const sent: unknown[] = []
    const { user } = await open(
      paths.myRoles(),
      {
        'GET /me/roles': { body: { items: [] } },
        'POST /me/role-requests': ({ body }) => {
          sent.push(body)
          return { status: 201, body: own(23, { role: 'elected-member', state: 'requested' }) }
        },
      },
      { me: meJson() },
    )
    await user.click(await screen.findByRole('radio', { name: 'Elected member' }))
    await user.type(
      screen.getByLabelText('Who are you, and why this role?'),
      'I was elected in May.',
    )
    await user.click(screen.getByRole('button', { name: 'Send it' }))
    expect(await screen.findByText(/Sent: Elected member/)).toBeVisible()
    expect(sent).toEqual([
      { placeId: PLACE_ID, role: 'elected-member', words: 'I was elected in May.' },
    ])
  })

  it('Dutch is spoken too', async () => {
    await open(paths.myRoles(), { 'GET /me/roles': { body: { items: [] } } }, { language: 'nl' })
    expect(await screen.findByRole('heading', { name: 'Je rollen' })).toBeVisible()
  })
})
