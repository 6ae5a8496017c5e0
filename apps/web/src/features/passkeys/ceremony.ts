import type { Asking, Creation, Made, Signed } from '@howcanwe/shared/passkeys'

/** Fetched by whoever comes near a passkey, and before the press: a browser wants the press to be just now. */
export const library = () => import('@simplewebauthn/browser')

/** What came of asking a device: the person let it be, the device cannot, or it has one already. */
export type Left = 'cancelled' | 'unable' | 'known'

/** A device that gave nothing; `left` says why, as far as it says. */
export class NothingGiven extends Error {
  readonly left: Left
  constructor(left: Left) {
    super(left)
    this.name = 'NothingGiven'
    this.left = left
  }
}

/** Whether this browser knows passkeys at all. */
export const knowsPasskeys = (): boolean =>
  typeof globalThis.PublicKeyCredential === 'function' && 'credentials' in navigator

const CANNOT = new Set(['NotSupportedError', 'SecurityError', 'ConstraintError'])

function leftBy(error: unknown): Left {
  const name = error instanceof Error ? error.name : ''
  if (name === 'InvalidStateError') return 'known'
  return CANNOT.has(name) || !knowsPasskeys() ? 'unable' : 'cancelled'
}

async function asking<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new NothingGiven(leftBy(error))
  }
}

/**
 * Lets this device, or one beside it, make a passkey.
 *
 * @throws NothingGiven
 */
export const make = (optionsJSON: Creation): Promise<Made> =>
  asking(async () => {
    const { startRegistration } = await library()
    const { id, rawId, response } = await startRegistration({ optionsJSON })
    const { clientDataJSON, attestationObject, transports } = response
    return {
      id,
      rawId,
      type: 'public-key',
      response: {
        clientDataJSON,
        attestationObject,
        ...(transports ? { transports } : {}),
      },
    }
  })

/**
 * Lets a passkey sign.
 *
 * @throws NothingGiven
 */
export const sign = (optionsJSON: Asking): Promise<Signed> =>
  asking(async () => {
    const { startAuthentication } = await library()
    const { id, rawId, response } = await startAuthentication({ optionsJSON })
    const { clientDataJSON, authenticatorData, signature, userHandle } = response
    return {
      id,
      rawId,
      type: 'public-key',
      response: {
        clientDataJSON,
        authenticatorData,
        signature,
        ...(userHandle ? { userHandle } : {}),
      },
    }
  })
