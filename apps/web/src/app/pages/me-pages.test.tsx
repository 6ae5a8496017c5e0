import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { meJson, signedIn, wordingsJson } from '../../../test/town.ts'
import { paths } from '../paths.ts'
import { AppRoutes } from '../router.tsx'
import { problem } from './groups.fixture.ts'

const uuid = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`

const open = (part: string | undefined, answers: Answers = {}, language: 'en' | 'nl' = 'en') =>
  renderPage(<AppRoutes />, {
    answers: { ...signedIn(), 'GET /consent-wordings': { body: wordingsJson }, ...answers },
    at: part ? paths.myPart({ part }) : paths.me(),
    hadSession: true,
    language,
  })

describe('Amina’s details', () => {
  it('say how she is reached and what she can do with them, on one calm page', async () => {
    await open(undefined)
    expect(await screen.findByRole('heading', { name: 'My details', level: 1 })).toBeVisible()
    expect(screen.getByText('amina@example.org')).toBeVisible()
    expect(screen.getByText(/^You are Amina. Not you\?/)).toBeVisible()
    expect(screen.getByText('No number')).toBeVisible()
    expect(screen.getByText('Carers of Elmside')).toBeVisible()
    const links = [
      'What you agreed to, and who looked',
      'Where you are signed in',
      'Erase my details',
    ]
    for (const name of links) expect(screen.getByRole('link', { name })).toBeVisible()
  })

  it('say so in Dutch', async () => {
    await open(undefined, {}, 'nl')
    expect(await screen.findByRole('link', { name: 'Wis mijn gegevens' })).toBeVisible()
  })

  it('have no page under an address that never was', async () => {
    await open('secrets')
    expect(await screen.findByRole('heading', { level: 1 })).not.toHaveTextContent('details')
  })

  it('ask a visitor to sign in first', async () => {
    await renderPage(<AppRoutes />, {
      answers: { 'GET /places/here': signedIn()['GET /places/here'] },
      at: paths.myPart({ part: 'erase' }),
    })
    expect(await screen.findByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
  })
})

describe('how Amina is reached', () => {
  it('another address: six digits go there, and she signs in with it from then on', async () => {
    const sent: unknown[] = []
    const fresh = { ...meJson(), email: 'new@example.org', version: 2 }
    const { user } = await open('contact', {
      'POST /me/email-changes': ({ body }) => {
        sent.push(body)
        return { body: { requestId: uuid(9), minutes: 10 } }
      },
      'POST /me/email-changes/proof': ({ body }) => {
        sent.push(body)
        return { body: fresh }
      },
    })
    await user.type(await screen.findByLabelText('New email address'), 'new@example.org')
    await user.click(screen.getByRole('button', { name: 'Send me the digits' }))
    await user.type(await screen.findByLabelText('The six digits'), '123 456')
    await user.click(screen.getByRole('button', { name: 'Use this address' }))
    expect(await screen.findByText('You sign in with new@example.org from now on.')).toBeVisible()
    expect(sent).toEqual([{ email: 'new@example.org' }, { requestId: uuid(9), code: '123 456' }])
  })

  it('a number goes with the words that stood beside it; an empty box deletes it', async () => {
    const sent: unknown[] = []
    const me = { ...meJson(), phone: '+447700900123', version: 2 }
    const { user } = await open('contact', {
      'PATCH /me': ({ body }) => {
        sent.push(body)
        return { body: me }
      },
    })
    const box = await screen.findByLabelText(/Mobile number/)
    expect(screen.getByText('You may ring or text me on this number.')).toBeVisible()
    await user.type(box, '07700 900123')
    await user.click(screen.getByLabelText('A phone call'))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Saved.')).toBeVisible()
    await user.clear(screen.getByLabelText(/Mobile number/))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(sent).toHaveLength(2))
    expect(sent).toMatchObject([
      { phone: '07700 900123', preferredChannel: 'phone', phoneConsent: '2026-11' },
      { phone: null },
    ])
  })

  it('she wants texts: the number is saved, six digits show that it is hers, then texts come', async () => {
    const sent: unknown[] = []
    let me = { ...meJson(), phone: null as string | null, phoneProven: false, version: 1 }
    const { user } = await open('contact', {
      'PATCH /me': ({ body }) => {
        sent.push(body)
        me = { ...me, ...(body as object), phone: '+447700900123', version: me.version + 1 }
        return { body: me }
      },
      'POST /me/phone-proofs': { body: { requestId: uuid(9), minutes: 10 } },
      'POST /me/phone-proofs/proof': ({ body }) => {
        sent.push(body)
        me = { ...me, phoneProven: true, version: me.version + 1 }
        return { body: me }
      },
    })
    await user.type(await screen.findByLabelText(/Mobile number/), '07700 900123')
    await user.click(screen.getByLabelText('Text message'))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Saved. One step is left before we can text you.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Send me six digits' }))
    const digits = await screen.findByLabelText('The six digits in the text')
    expect(digits).toHaveAttribute('autocomplete', 'one-time-code')
    await user.type(digits, '123 456')
    await user.click(screen.getByRole('button', { name: 'This number is mine' }))
    expect(await screen.findByText('Saved. From now on we text you.')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Send me six digits' })).toBeNull()
    expect(sent).toMatchObject([
      { phone: '07700 900123', preferredChannel: 'email' },
      { requestId: uuid(9), code: '123 456' },
      { preferredChannel: 'sms' },
    ])
  })

  it('somebody without an email address reads so, and may add one', async () => {
    const me = { ...meJson(), email: null, phone: '+447700900123', phoneProven: true }
    await open('contact', { 'GET /me': { body: me } })
    expect(await screen.findByText('We have no email address of yours yet.')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Send me six digits' })).toBeNull()
  })

  it('texts without a number are refused beside the choice', async () => {
    const errors = [{ pointer: '#/body/preferredChannel', code: 'needs_phone' }]
    const { user } = await open('contact', { 'PATCH /me': problem(400, 'request.invalid', errors) })
    await user.click(await screen.findByLabelText('Text message'))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Enter a number first')
  })
})

describe('where Amina is signed in', () => {
  const device = (n: number, more: object) => ({
    id: uuid(n),
    name: 'Firefox, Linux',
    startedAt: '2026-11-20T10:00:00.000Z',
    lastUsedAt: '2026-11-21T10:00:00.000Z',
    sharedComputer: false,
    here: false,
    ...more,
  })
  const library = device(2, { name: 'Chrome, Windows', sharedComputer: true })

  it('she knows this one, and signs the library’s computer out', async () => {
    let there = [device(1, { here: true }), library]
    const { user } = await open('devices', {
      'GET /me/sessions': () => ({ body: { items: there } }),
      [`DELETE /me/sessions/${library.id}`]: () => {
        there = there.slice(0, 1)
        return { status: 204 }
      },
    })
    expect(await screen.findByText(/This device/)).toBeVisible()
    expect(screen.getByText(/A shared computer/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Sign out Chrome, Windows' }))
    expect(await screen.findByText('Chrome, Windows is signed out.')).toBeVisible()
    expect(await screen.findByText('You are signed in nowhere else.')).toBeVisible()
  })

  it('all others at once', async () => {
    const { user } = await open('devices', {
      'GET /me/sessions': { body: { items: [device(1, { here: true }), library] } },
      'POST /me/sessions/others/end': { body: { ended: 1 } },
    })
    await user.click(await screen.findByRole('button', { name: /everywhere but here/ }))
    expect(await screen.findByText('1 device is signed out.')).toBeVisible()
  })
})
