import type { Asking, Creation, Made, Signed } from '@howcanwe/shared/passkeys'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import {
  decodeAttestationObject,
  decodeClientDataJSON,
  isoBase64URL,
} from '@simplewebauthn/server/helpers'
import type { Config } from '../../config.ts'
import { CHALLENGE_MINUTES } from './passkeys.rules.ts'

/** Ed25519, P-256, RSA: what every phone and computer can. */
const ALGORITHMS = [-8, -7, -257]
const TIMEOUT_MS = CHALLENGE_MINUTES * 60_000

/** Whose passkeys these are: the name of our own address, without its port. */
const rpOf = (config: Config): string => new URL(config.origin).hostname

export interface Known {
  credentialId: string
  transports: string[]
}

const descriptors = (known: readonly Known[]) =>
  known.map((k) => ({ id: k.credentialId, transports: k.transports }))

/** A person's name on their authenticator: their id in 16 bytes, which tells nobody who they are. */
export const handleOf = (personId: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(personId.replaceAll('-', ''), 'hex'))

/** What a browser needs to make a passkey: no attestation, the person verified, kept on the device if it can be. */
export const creationFor = async (
  config: Config,
  who: { personId: string; name: string; site: string; known: readonly Known[] },
): Promise<Creation> => {
  const options = await generateRegistrationOptions({
    rpID: rpOf(config),
    rpName: who.site,
    userID: handleOf(who.personId),
    userName: who.name,
    userDisplayName: who.name,
    timeout: TIMEOUT_MS,
    attestationType: 'none',
    excludeCredentials: descriptors(who.known),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  })
  return options as Creation
}

/** What a browser needs to use one of these passkeys. */
export const askingFor = async (config: Config, known: readonly Known[]): Promise<Asking> => {
  const options = await generateAuthenticationOptions({
    rpID: rpOf(config),
    timeout: TIMEOUT_MS,
    allowCredentials: descriptors(known),
    userVerification: 'required',
  })
  return options as Asking
}

/** The challenge an answer claims to be for; undefined for what cannot be read. */
export function challengeIn(clientDataJSON: string): string | undefined {
  try {
    const { challenge } = decodeClientDataJSON(clientDataJSON)
    return typeof challenge === 'string' && challenge !== '' ? challenge : undefined
  } catch {
    return undefined
  }
}

/** We asked for no attestation: certificates in an answer were put there to be followed somewhere (T-14). */
const carriesCertificates = (made: Made): boolean => {
  const statement = decodeAttestationObject(
    isoBase64URL.toBuffer(made.response.attestationObject),
  ).get('attStmt')
  return statement.get('x5c') !== undefined
}

/** The key in a new passkey, if it is right in every way; undefined says no more than that. */
export async function keyIn(config: Config, made: Made, challenge: string) {
  try {
    if (carriesCertificates(made)) return undefined
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { ...made, response: plain(made.response), clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: config.origin,
      expectedRPID: rpOf(config),
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    })
    return verified ? registrationInfo.credential : undefined
  } catch {
    return undefined
  }
}

const plain = ({ transports, ...rest }: Made['response']) =>
  transports ? { ...rest, transports } : rest

/** What is kept of a passkey. */
export interface Kept extends Known {
  personId: string
  publicKey: Buffer
  counter: number
}

/** How often it has been used by now, if the signature is right in every way; undefined says no more than that. */
export async function countIn(
  config: Config,
  given: { signed: Signed; challenge: string; kept: Kept },
): Promise<number | undefined> {
  const { signed, challenge, kept } = given
  const { userHandle, ...response } = signed.response
  if (userHandle !== undefined && !isHandleOf(kept.personId, userHandle)) return undefined
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...signed, response, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: config.origin,
      expectedRPID: rpOf(config),
      requireUserVerification: true,
      credential: {
        id: kept.credentialId,
        publicKey: new Uint8Array(kept.publicKey),
        counter: kept.counter,
      },
    })
    return verified ? authenticationInfo.newCounter : undefined
  } catch {
    return undefined
  }
}

const isHandleOf = (personId: string, handle: string): boolean =>
  Buffer.from(handle, 'base64url').equals(handleOf(personId))
