import * as z from 'zod/mini'
import { id, instant, text } from '../http/index.ts'

/** What a browser and its authenticator say, in the letters of WebAuthn: base64 for addresses. */
const encoded = (max: number) => z.string().check(z.maxLength(max), z.regex(/^[A-Za-z0-9_-]+$/))

/** USB, NFC, internal, hybrid …; new ones may come. */
const transports = z
  .array(z.string().check(z.maxLength(20), z.regex(/^[a-z-]+$/)))
  .check(z.maxLength(8))

/** Longest credential id: WebAuthn allows 1023 bytes. */
const credentialId = encoded(1400)

const known = z.object({
  id: z.string(),
  type: z.literal('public-key'),
  transports: z.optional(z.array(z.string())),
})

/** What a browser needs to make a passkey (WebAuthn `PublicKeyCredentialCreationOptionsJSON`). */
export const creation = z.object({
  rp: z.object({ id: z.optional(z.string()), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  challenge: z.string(),
  pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.number() })),
  timeout: z.optional(z.number()),
  excludeCredentials: z.optional(z.array(known)),
  authenticatorSelection: z.optional(
    z.object({
      residentKey: z.optional(z.enum(['discouraged', 'preferred', 'required'])),
      requireResidentKey: z.optional(z.boolean()),
      userVerification: z.optional(z.enum(['discouraged', 'preferred', 'required'])),
    }),
  ),
  attestation: z.optional(z.enum(['none', 'direct', 'enterprise', 'indirect'])),
})
export type Creation = z.output<typeof creation>

/** What a browser needs to use one (WebAuthn `PublicKeyCredentialRequestOptionsJSON`). */
export const asking = z.object({
  rpId: z.optional(z.string()),
  challenge: z.string(),
  timeout: z.optional(z.number()),
  allowCredentials: z.optional(z.array(known)),
  userVerification: z.optional(z.enum(['discouraged', 'preferred', 'required'])),
})
export type Asking = z.output<typeof asking>

/** A passkey as the browser made it. What else the browser says of itself is left behind on the way here. */
export const made = z.strictObject({
  id: credentialId,
  rawId: credentialId,
  type: z.literal('public-key'),
  response: z.strictObject({
    clientDataJSON: encoded(4000),
    attestationObject: encoded(20_000),
    transports: z.optional(transports),
  }),
})
export type Made = z.output<typeof made>

/** A passkey's signature under what we asked. */
export const signed = z.strictObject({
  id: credentialId,
  rawId: credentialId,
  type: z.literal('public-key'),
  response: z.strictObject({
    clientDataJSON: encoded(4000),
    authenticatorData: encoded(4000),
    signature: encoded(8000),
    userHandle: z.optional(encoded(200)),
  }),
})
export type Signed = z.output<typeof signed>

export const passkeyName = text({ max: 40 })

export const passkey = z.object({
  id,
  /** What its owner calls it, or 'Firefox, Android'. */
  name: z.string(),
  createdAt: instant,
  lastUsedAt: z.nullable(instant),
})
export type Passkey = z.output<typeof passkey>

/** Ten letters and digits that are hard to mix up, in two halves; capitals, gaps and dashes do not matter. */
export const recoveryCode = z.string().check(z.trim(), z.maxLength(30), z.minLength(1))

/** Why a steward takes a colleague's passkeys away: a closed list, because the record keeps it for good. */
export const RESET_REASONS = ['lost', 'stolen', 'asked'] as const
export type ResetReason = (typeof RESET_REASONS)[number]
