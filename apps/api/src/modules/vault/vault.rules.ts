import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const NONCE = 12
const TAG = 16
const VERSION = 1

export interface SealContext {
  placeId: string
  subjectId: string
  field: string
}

/** One key a place, derived from the master key, so that one leaked derived key opens one place. */
const keyFor = (master: string, placeId: string): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(master, 'base64'), placeId, 'howcanwe vault 1', 32))

const contextOf = (c: SealContext): Buffer =>
  Buffer.from(JSON.stringify([VERSION, c.placeId, c.subjectId, c.field]))

/** AES-256-GCM; layout: version 1 byte, nonce 12, tag 16, text. The context is authenticated, not stored. */
export const seal = (master: string, context: SealContext, plain: string): Buffer =>
  sealBytes(master, context, Buffer.from(plain, 'utf8'))

/** The same for what is not text: a voice. */
export function sealBytes(master: string, context: SealContext, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyFor(master, context.placeId), nonce).setAAD(
    contextOf(context),
  )
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), body])
}

/** @throws when key, context or content is not the one it was sealed with */
export const unseal = (master: string, context: SealContext, sealed: Buffer): string =>
  unsealBytes(master, context, sealed).toString('utf8')

/** @throws when key, context or content is not the one it was sealed with */
export function unsealBytes(master: string, context: SealContext, sealed: Buffer): Buffer {
  const nonce = sealed.subarray(1, 1 + NONCE)
  const tag = sealed.subarray(1 + NONCE, 1 + NONCE + TAG)
  const decipher = createDecipheriv('aes-256-gcm', keyFor(master, context.placeId), nonce, {
    authTagLength: TAG,
  })
  decipher.setAAD(contextOf(context)).setAuthTag(tag)
  const body = sealed.subarray(1 + NONCE + TAG)
  return Buffer.concat([decipher.update(body), decipher.final()])
}
