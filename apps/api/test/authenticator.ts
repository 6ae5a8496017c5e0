import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import type { Asking, Creation, Made, Signed } from '@howcanwe/shared/passkeys'

type Encodable = number | string | Buffer | Map<number | string, Encodable>

function head(major: number, n: number): Buffer {
  if (n < 24) return Buffer.from([(major << 5) | n])
  if (n < 256) return Buffer.from([(major << 5) | 24, n])
  return Buffer.from([(major << 5) | 25, n >> 8, n & 255])
}

/** As much of CBOR (RFC 8949) as a passkey needs. */
function cbor(value: Encodable): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  const parts = [...value].flatMap(([key, one]) => [cbor(key), cbor(one)])
  return Buffer.concat([head(5, value.size), ...parts])
}

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest()
const encoded = (data: Buffer) => data.toString('base64url')

/** How an answer differs from an honest one. */
export interface Bent {
  origin?: string
  rpId?: string
  challenge?: string
  /** The count the device claims. */
  counter?: number
  /** Touched, but neither finger, face nor PIN. */
  unverified?: boolean
  type?: string
  /** Certificates that nobody asked for. */
  certificates?: boolean
}

const PRESENT = 0x01
const VERIFIED = 0x04
const WITH_KEY = 0x40

const clientData = (type: string, challenge: string, origin: string) =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

/** A phone that keeps passkeys, in software: P-256, a counter, one key. */
export function newAuthenticator(origin = 'http://localhost:3000') {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  const host = new URL(origin).hostname
  let count = 0
  const cose = new Map<number, Encodable>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, Buffer.from(String(jwk.x), 'base64url')],
    [-3, Buffer.from(String(jwk.y), 'base64url')],
  ])

  const authenticatorData = (bent: Bent, withKey: boolean) => {
    const flags = PRESENT | (bent.unverified ? 0 : VERIFIED) | (withKey ? WITH_KEY : 0)
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(bent.counter ?? ++count)
    const key = withKey
      ? [Buffer.alloc(16), Buffer.from([id.length >> 8, id.length & 255]), id, cbor(cose)]
      : []
    return Buffer.concat([sha256(bent.rpId ?? host), Buffer.from([flags]), counter, ...key])
  }

  return {
    credentialId: encoded(id),
    make(options: Creation, bent: Bent = {}): Made {
      const said = clientData(
        bent.type ?? 'webauthn.create',
        bent.challenge ?? options.challenge,
        bent.origin ?? origin,
      )
      const statement = new Map<string, Encodable>(
        bent.certificates ? [['x5c', Buffer.from('http://10.0.0.1/crl')]] : [],
      )
      const attestation = new Map<string, Encodable>([
        ['fmt', bent.certificates ? 'packed' : 'none'],
        ['attStmt', statement],
        ['authData', authenticatorData(bent, true)],
      ])
      return {
        id: encoded(id),
        rawId: encoded(id),
        type: 'public-key',
        response: {
          clientDataJSON: encoded(said),
          attestationObject: encoded(cbor(attestation)),
          transports: ['internal'],
        },
      }
    },
    sign(options: Asking, bent: Bent = {}): Signed {
      const said = clientData(
        bent.type ?? 'webauthn.get',
        bent.challenge ?? options.challenge,
        bent.origin ?? origin,
      )
      const data = authenticatorData(bent, false)
      const signature = createSign('sha256')
        .update(Buffer.concat([data, sha256(said)]))
        .sign(privateKey)
      return {
        id: encoded(id),
        rawId: encoded(id),
        type: 'public-key',
        response: {
          clientDataJSON: encoded(said),
          authenticatorData: encoded(data),
          signature: encoded(signature),
        },
      }
    },
  }
}
export type Authenticator = ReturnType<typeof newAuthenticator>
