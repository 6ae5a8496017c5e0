import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { meJson, PLACE_ID, placeJson, signedIn } from '../../../test/town.ts'
import { paths } from '../paths.ts'
import { AppRoutes } from '../router.tsx'
import { problem } from './groups.fixture.ts'

const uuid = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`
const bytes = (text: string) => new TextEncoder().encode(text).buffer
const CHALLENGE = 'Y2hhbGxlbmdl'

/** A phone with a finger on it, as a browser speaks of it. */
const credential = (more: object) => ({
  id: 'cGhvbmU',
  rawId: bytes('phone'),
  type: 'public-key',
  authenticatorAttachment: 'platform',
  getClientExtensionResults: () => ({}),
  response: { clientDataJSON: bytes('{}'), ...more },
})
const create = vi.fn(async () =>
  credential({ attestationObject: bytes('made'), getTransports: () => ['internal'] }),
)
const get = vi.fn(async () =>
  credential({ authenticatorData: bytes('data'), signature: bytes('signed'), userHandle: null }),
)

beforeEach(() => {
  vi.stubGlobal('PublicKeyCredential', class {})
  Object.defineProperty(navigator, 'credentials', { value: { create, get }, configurable: true })
})
afterEach(() => {
  vi.clearAllMocks()
  vi.unstubAllGlobals()
  Reflect.deleteProperty(navigator, 'credentials')
})

const options = {
  rp: { id: 'localhost', name: 'Northgate' },
  user: { id: 'aWQ', name: 'amina@example.org', displayName: 'Amina' },
  challenge: CHALLENGE,
  pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
}
const phone = {
  id: uuid(5),
  name: 'My phone',
  createdAt: '2026-11-20T10:00:00.000Z',
  lastUsedAt: null,
}
const codes = Array.from({ length: 8 }, (_, i) => `ABCDE-2345${i + 2}`)
const mine = (items: object[], more: object = {}) => ({
  body: { items, recoveryCodesLeft: items.length ? 8 : 0, needed: false, ...more },
})
const withPasskey = {
  body: {
    passkey: { challenge: CHALLENGE, allowCredentials: [{ id: 'cGhvbmU', type: 'public-key' }] },
    recoveryCodesLeft: 8,
    digits: null,
  },
}
const withDigits = { body: { passkey: null, recoveryCodesLeft: 0, digits: 'email' } }

const open = (part: string, answers: Answers, language: 'en' | 'nl' = 'en') =>
  renderPage(<AppRoutes />, {
    answers: { ...signedIn(), ...answers },
    at: paths.myPart({ part }),
    hadSession: true,
    language,
  })

describe('Amina’s passkeys', () => {
  it('she reads in plain words what one is, adds her phone, and gets codes to print', async () => {
    let items: object[] = []
    const sent: unknown[] = []
    const { user } = await open('passkeys', {
      'GET /me/passkeys': () => mine(items),
      'POST /me/passkeys/options': { body: options },
      'POST /me/passkeys': ({ body }) => {
        sent.push(body)
        items = [phone]
        return { status: 201, body: { passkey: phone, recoveryCodes: codes } }
      },
    })
    expect(await screen.findByText(/with your fingerprint, face or PIN/)).toBeVisible()
    await user.type(await screen.findByLabelText(/A name for it/), 'My phone')
    await user.click(screen.getByRole('button', { name: 'Add a passkey' }))
    expect(await screen.findByText('Your passkey is added: My phone.')).toBeVisible()
    for (const code of codes) expect(screen.getByText(code)).toBeVisible()
    expect(screen.getByText(/only this once/)).toBeVisible()
    expect(sent).toEqual([
      {
        name: 'My phone',
        credential: {
          id: 'cGhvbmU',
          rawId: 'cGhvbmU',
          type: 'public-key',
          response: {
            clientDataJSON: 'e30',
            attestationObject: 'bWFkZQ',
            transports: ['internal'],
          },
        },
      },
    ])
  })

  it('she lets the window of her phone go, and reads that nothing was added', async () => {
    create.mockRejectedValueOnce(new DOMException('no', 'NotAllowedError'))
    const { user } = await open('passkeys', {
      'GET /me/passkeys': mine([]),
      'POST /me/passkeys/options': { body: options },
    })
    await user.click(await screen.findByRole('button', { name: 'Add a passkey' }))
    expect(await screen.findByText(/Nothing was added/)).toBeVisible()
  })

  it('an old browser says so instead of a button that does nothing', async () => {
    vi.stubGlobal('PublicKeyCredential', undefined)
    await open('passkeys', { 'GET /me/passkeys': mine([]) })
    expect(await screen.findByText(/This browser cannot use passkeys/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Add a passkey' })).not.toBeInTheDocument()
  })

  it('to remove one she shows with it that it is her, and it goes by itself then', async () => {
    let [proven, items] = [false, [phone, { ...phone, id: uuid(6), name: 'Laptop' }]]
    const { user } = await open('passkeys', {
      'GET /me/passkeys': () => mine(items),
      [`DELETE /me/passkeys/${phone.id}`]: () => {
        if (!proven) return problem(403, 'auth.prove_again')
        items = items.slice(1)
        return { status: 204 }
      },
      'POST /auth/confirm/options': withPasskey,
      'POST /auth/confirm': () => {
        proven = true
        return { status: 204 }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Remove My phone' }))
    const heading = await screen.findByRole('heading', { name: 'Show that it is you' })
    await waitFor(() => expect(heading).toHaveFocus())
    await user.click(await screen.findByRole('button', { name: 'Use my passkey' }))
    expect(await screen.findByText('My phone is removed.')).toBeVisible()
    expect(screen.queryByRole('heading', { name: 'Show that it is you' })).not.toBeInTheDocument()
  })

  it('say so in Dutch', async () => {
    await open('passkeys', { 'GET /me/passkeys': mine([phone]) }, 'nl')
    expect(
      await screen.findByRole('button', { name: 'Voeg een toegangssleutel toe' }),
    ).toBeVisible()
    expect(screen.getByText(/Je hebt nog 8 herstelcodes/)).toBeVisible()
  })
})

describe('Amina, who has no passkey, erases her details an hour after she signed in', () => {
  it('six digits come by email, she types them, and what she wanted is done: the word is still there', async () => {
    let proven = false
    const { user } = await open('erase', {
      'GET /me/erasure': { body: { blockers: [], organisationsThatEnd: [], groupsLeft: [] } },
      'POST /me/erasure': () => (proven ? { status: 204 } : problem(403, 'auth.prove_again')),
      'POST /auth/confirm/options': withDigits,
      'POST /auth/confirm/code/ask': { body: { requestId: uuid(8), minutes: 10 } },
      'POST /auth/confirm/code': ({ body }) => {
        proven = JSON.stringify(body).includes('482 913')
        return proven ? { status: 204 } : problem(422, 'identity.code_wrong')
      },
    })
    await user.type(await screen.findByLabelText(/type the word: erase/), 'erase')
    await user.click(screen.getByRole('button', { name: 'Erase my details' }))
    await user.click(await screen.findByRole('button', { name: 'Send me the digits' }))
    const digits = await screen.findByLabelText('The six digits')
    await user.type(digits, '111 111')
    await user.click(screen.getByRole('button', { name: 'It is me' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('not the six digits')
    expect(screen.getByLabelText(/type the word: erase/)).toHaveValue('erase')
    await user.clear(digits)
    await user.type(digits, '482 913')
    await user.click(screen.getByRole('button', { name: 'It is me' }))
    expect(
      await screen.findByRole('heading', { name: 'Your details are erased', level: 1 }),
    ).toBeVisible()
  })

  it('she would rather not, and nothing is sent', async () => {
    const { user } = await open('erase', {
      'GET /me/erasure': { body: { blockers: [], organisationsThatEnd: [], groupsLeft: [] } },
      'POST /me/erasure': problem(403, 'auth.prove_again'),
      'POST /auth/confirm/options': withDigits,
    })
    await user.type(await screen.findByLabelText(/type the word: erase/), 'erase')
    await user.click(screen.getByRole('button', { name: 'Erase my details' }))
    await user.click(await screen.findByRole('button', { name: 'Not now' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Show once more that it is you')
    expect(screen.getByLabelText(/type the word: erase/)).toHaveValue('erase')
  })

  it('everything about her opens in the same way', async () => {
    let proven = false
    const { user } = await open('everything', {
      'GET /me/everything': () =>
        proven
          ? { body: { madeAt: '2026-11-21T10:00:00.000Z', sections: [] } }
          : problem(403, 'auth.prove_again'),
      'POST /auth/confirm/options': withPasskey,
      'POST /auth/confirm/recovery': () => {
        proven = true
        return { body: { left: 7 } }
      },
    })
    await user.click(await screen.findByText('I do not have my passkey with me'))
    await user.type(screen.getByLabelText('One of your recovery codes'), 'ABCDE-23452')
    await user.click(screen.getByRole('button', { name: 'Use this code' }))
    expect(await screen.findByRole('button', { name: 'Save as a file' })).toBeVisible()
  })
})

describe('Ruth, whose role waits for her passkey', () => {
  const asleep = (roles: object[]) => ({
    ...meJson({ roles, organisations: [] }),
    asleep: roles.length ? [] : ['commissioner'],
  })
  const at = (answers: Answers) =>
    renderPage(<AppRoutes />, {
      answers: {
        'GET /places/here': { body: placeJson },
        'POST /auth/refresh': { body: { accessToken: 'token', sharedComputer: false } },
        ...answers,
      },
      at: paths.welcome(),
      hadSession: true,
    })

  it('lands on her desk, confirms, and is there', async () => {
    let roles: object[] = []
    const { user } = await at({
      'GET /me': () => ({ body: asleep(roles) }),
      'POST /auth/confirm/options': withPasskey,
      'POST /auth/confirm': () => {
        roles = [{ placeId: PLACE_ID, role: 'commissioner' }]
        return { status: 204 }
      },
      'GET /desk/challenges': { body: { items: [], nextCursor: null } },
    })
    expect(
      await screen.findByRole('heading', { name: 'Confirm with your passkey', level: 1 }),
    ).toBeVisible()
    expect(screen.getByRole('link', { name: 'Desk' })).toBeVisible()
    await user.click(await screen.findByRole('button', { name: 'Use my passkey' }))
    expect(get).toHaveBeenCalledTimes(1)
    await waitFor(() =>
      expect(
        screen.queryByRole('heading', { name: 'Confirm with your passkey' }),
      ).not.toBeInTheDocument(),
    )
  })

  it('who has none yet is led to where she adds one', async () => {
    await at({ 'GET /me': { body: asleep([]) }, 'POST /auth/confirm/options': withDigits })
    const link = await screen.findByRole('link', { name: 'Add a passkey' })
    expect(link).toHaveAttribute('href', paths.myPart({ part: 'passkeys' }))
  })
})
