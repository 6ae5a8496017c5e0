import { screen, waitFor, within } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { meJson, placeJson, signedIn, wordingsJson } from '../../../test/town.ts'
import { Layout } from '../layout.tsx'
import { MePage } from './me-page.tsx'
import { MePartPage } from './me-part-page.tsx'

const SUPPORT = '018f0000-0000-7000-8000-000000000901'
const OKAFOR = '018f0000-0000-7000-8000-000000000902'
const refused = (code: string) => ({
  status: 403,
  body: { type: 'about:blank', title: code, status: 403, code },
})
const supporter = (more: object = {}) => ({
  id: SUPPORT,
  name: 'Joy',
  scopes: ['groups'],
  state: 'active',
  askedAt: '2026-11-20T10:00:00.000Z',
  until: '2027-02-20T00:00:00.000Z',
  endedAt: null,
  ...more,
})
const supported = (more: object = {}) => ({
  id: SUPPORT,
  person: { id: OKAFOR, name: 'Mr Okafor' },
  scopes: ['groups'],
  state: 'active',
  until: '2027-02-20T00:00:00.000Z',
  ...more,
})
const wording = {
  ...wordingsJson.items[2],
  purpose: 'supporter',
  sentences: ['{name} may do for me what I ticked here, until the day I chose.'],
  someone: 'The person I ask',
}

const draw = (at: string, answers: Answers, words: string[] = []) =>
  renderPage(
    <Layout>
      <Routes>
        <Route path="/me" element={<MePage />} />
        <Route path="/me/:part" element={<MePartPage />} />
        <Route path="*" element={<p>Another page</p>} />
      </Routes>
    </Layout>,
    {
      at,
      hadSession: true,
      words: ['identity', 'supporters', 'consents', ...words],
      answers: {
        ...signedIn(),
        'GET /consent-wordings': { body: { items: [wording] } },
        ...answers,
      },
    },
  )

describe('Mr Okafor asks somebody to help him', () => {
  it('with a name, an address, what for and how long, and reads the words he agrees to with her name', async () => {
    let sent: unknown
    const { user } = await draw('/me/helped', {
      'GET /me/supporters': { body: { items: [] } },
      'POST /me/supporters': ({ body }) => {
        sent = body
        return { status: 201, body: supporter({ state: 'asked' }) }
      },
    })
    await screen.findByText('Nobody helps you here yet.')
    await user.type(await screen.findByLabelText(/What do you call them/), 'Joy')
    expect(screen.getByText(/^Joy may do for me/)).toBeInTheDocument()
    await user.type(screen.getByLabelText(/email address or mobile number/), 'joy@example.org')
    await user.click(screen.getByLabelText('Take part in groups for me'))
    await user.click(screen.getByRole('button', { name: 'Ask them' }))
    await screen.findByText(/We have asked Joy/)
    expect(sent).toMatchObject({
      name: 'Joy',
      email: 'joy@example.org',
      scopes: ['groups'],
      until: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      consentVersion: '2026-11',
    })
    expect(sent).not.toHaveProperty('phone')
  })

  it('signed in an hour ago, he shows that it is him, and what he typed is sent then', async () => {
    let proven = false
    const { user } = await draw(
      '/me/helped',
      {
        'GET /me/supporters': { body: { items: [] } },
        'POST /me/supporters': () =>
          proven
            ? { status: 201, body: supporter({ state: 'asked' }) }
            : refused('auth.prove_again'),
        'POST /auth/confirm/options': {
          body: { passkey: null, recoveryCodesLeft: 0, digits: 'email' },
        },
        'POST /auth/confirm/code/ask': { body: { requestId: SUPPORT, minutes: 10 } },
        'POST /auth/confirm/code': () => {
          proven = true
          return { status: 204 }
        },
      },
      ['passkeys'],
    )
    await user.type(await screen.findByLabelText(/What do you call them/), 'Joy')
    await user.type(screen.getByLabelText(/email address or mobile number/), 'joy@example.org')
    await user.click(screen.getByLabelText('Take part in groups for me'))
    await user.click(screen.getByRole('button', { name: 'Ask them' }))
    await user.click(await screen.findByRole('button', { name: 'Send me the digits' }))
    await user.type(await screen.findByLabelText('The six digits'), '482 913')
    await user.click(screen.getByRole('button', { name: 'It is me' }))
    await screen.findByText(/We have asked Joy/)
  })

  it('reads what is missing beside each question', async () => {
    const { user } = await draw('/me/helped', { 'GET /me/supporters': { body: { items: [] } } })
    await user.click(await screen.findByRole('button', { name: 'Ask them' }))
    const summary = await screen.findByRole('alert')
    for (const words of [
      'Write what you call them',
      'Enter their email address or mobile number',
      'Choose at least one',
    ])
      expect(within(summary).getByText(words)).toBeInTheDocument()
  })

  it('sees what she did for him, and ends it with two presses', async () => {
    let ended = false
    const { user } = await draw('/me/helped', {
      'GET /me/supporters': () => ({
        body: {
          items: [
            supporter(ended ? { state: 'ended', endedAt: '2026-11-22T10:00:00.000Z' } : undefined),
          ],
        },
      }),
      [`GET /me/supporters/${SUPPORT}/acts`]: {
        body: {
          items: [{ at: '2026-11-21T10:00:00.000Z', action: 'supporters.joined-group' }],
        },
      },
      [`POST /me/supporters/${SUPPORT}/end`]: () => {
        ended = true
        return { body: supporter({ state: 'ended', endedAt: '2026-11-22T10:00:00.000Z' }) }
      },
    })
    expect(await screen.findByText(/^Joined a group for you, /)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'End the help of Joy' }))
    await user.click(screen.getByRole('button', { name: 'Yes, end it now' }))
    expect(
      await screen.findByText('From now on Joy can do nothing for you here.'),
    ).toBeInTheDocument()
  })
})

describe('Joy helps Mr Okafor', () => {
  const okafor = meJson({ organisations: [] })
  /** The service, which tells her and him apart by what her browser sends. */
  const service = (more: Answers = {}): Answers => ({
    'GET /me': ({ headers }) => ({
      body: headers.get('acting-for')
        ? { ...okafor, id: OKAFOR, displayName: 'Mr Okafor', email: 'okafor@example.org' }
        : { ...meJson(), displayName: 'Joy' },
    }),
    'GET /places/here': { body: placeJson },
    'GET /me/supporting': { body: { items: [supported()] } },
    'GET /me/group-places': ({ headers }) => ({
      body: {
        items: headers.get('acting-for')
          ? [
              {
                id: SUPPORT,
                group: { id: SUPPORT, name: 'Carers’ Tuesday' },
                reference: 'PLUM-47',
                joinedAt: '2026-11-21T10:00:00.000Z',
              },
            ]
          : [],
      },
    }),
    ...more,
  })

  it('says yes after reading what that means', async () => {
    let asked = true
    const { user } = await draw(
      '/me/helping',
      service({
        'GET /me/supporting': () => ({
          body: { items: [supported(asked ? { state: 'asked' } : undefined)] },
        }),
        [`POST /me/supporting/${SUPPORT}/accept`]: () => {
          asked = false
          return { body: supported() }
        },
      }),
    )
    await screen.findByRole('heading', { name: 'Mr Okafor asks you for help' })
    expect(screen.getByText(/You cannot pass it on/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Yes, I help Mr Okafor' }))
    expect(await screen.findByText('You help Mr Okafor now.')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Do something for Mr Okafor' })).toBeInTheDocument()
  })

  it('does something for him under a bar that says so, and is herself again with one press', async () => {
    const { user } = await draw('/me/helping', service())
    await user.click(await screen.findByRole('button', { name: 'Do something for Mr Okafor' }))
    const bar = await screen.findByRole('region', { name: 'Who you are doing this for' })
    expect(bar).toHaveTextContent('You are doing this for Mr Okafor.')
    await screen.findByText('Another page')
    await user.click(within(bar).getByRole('link', { name: 'What you can do' }))
    expect(await screen.findByText('PLUM-47')).toBeInTheDocument()
    expect(screen.queryByText('People I help')).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Back to yourself' }))
    await screen.findByRole('heading', { name: 'People I help', level: 1 })
    expect(screen.queryByText(/You are doing this for/)).not.toBeInTheDocument()
    expect(screen.getByText('Joy')).toBeInTheDocument()
  })

  it('is herself again as soon as the service says that he ended it', async () => {
    let over = false
    const { user } = await draw(
      '/me/helping',
      service({
        'GET /me/group-places': () =>
          over ? refused('auth.not_supporting') : { body: { items: [] } },
      }),
    )
    await user.click(await screen.findByRole('button', { name: 'Do something for Mr Okafor' }))
    await screen.findByText(/You are doing this for/)
    over = true
    await user.click(screen.getByRole('link', { name: 'What you can do' }))
    await waitFor(() =>
      expect(screen.queryByText(/You are doing this for/)).not.toBeInTheDocument(),
    )
  })

  it('signs out as herself, whoever she was just then', async () => {
    let by: string | null | undefined
    const { user } = await draw(
      '/me/helping',
      service({
        'POST /auth/sign-out': ({ headers }) => {
          by = headers.get('acting-for')
          return {}
        },
      }),
    )
    await user.click(await screen.findByRole('button', { name: 'Do something for Mr Okafor' }))
    await screen.findByText(/You are doing this for/)
    await user.click(screen.getByRole('button', { name: 'Sign out' }))
    await waitFor(() => expect(by).toBeNull())
    expect(screen.queryByText(/You are doing this for/)).not.toBeInTheDocument()
  })
})
