import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const NONCE = 12
const TAG = 16
/** What is sealed today. Version 1 knew no box of its own and is still opened. */
const VERSION = 2

export interface SealContext {
  placeId: string
  subjectId: string
  field: string
}

/** The row a text lies in: part of the seal, so that yesterday's box does not open in today's row. */
export interface Box extends SealContext {
  id: string
}

/** One key a place, derived from the master key, so that one leaked derived key opens one place. */
const keyFor = (master: string, placeId: string): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(master, 'base64'), placeId, 'howcanwe vault 1', 32))

/** Table, row, place, subject and field (`trust.md` §4.6): none of it is stored in the seal, all of it must match. */
const contextOf = (version: number, b: Box): Buffer =>
  Buffer.from(
    JSON.stringify(
      version === 1
        ? [version, b.placeId, b.subjectId, b.field]
        : [version, 'vault_boxes', b.id, b.placeId, b.subjectId, b.field],
    ),
  )

/** AES-256-GCM; layout: version 1 byte, nonce 12, tag 16, text. The context is authenticated, not stored. */
export const seal = (master: string, box: Box, plain: string, version = VERSION): Buffer =>
  sealBytes(master, box, Buffer.from(plain, 'utf8'), version)

/** The same for what is not text: a voice. */
export function sealBytes(master: string, box: Box, plain: Uint8Array, version = VERSION): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyFor(master, box.placeId), nonce).setAAD(
    contextOf(version, box),
  )
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), body])
}

/** @throws when key, context or content is not the one it was sealed with */
export const unseal = (master: string, box: Box, sealed: Buffer): string =>
  unsealBytes(master, box, sealed).toString('utf8')

/** @throws when key, context or content is not the one it was sealed with */
export function unsealBytes(master: string, box: Box, sealed: Buffer): Buffer {
  const version = sealed.readUInt8(0)
  if (version < 1 || version > VERSION) throw new Error('sealed in a way we do not know')
  const nonce = sealed.subarray(1, 1 + NONCE)
  const tag = sealed.subarray(1 + NONCE, 1 + NONCE + TAG)
  const decipher = createDecipheriv('aes-256-gcm', keyFor(master, box.placeId), nonce, {
    authTagLength: TAG,
  })
  decipher.setAAD(contextOf(version, box)).setAuthTag(tag)
  const body = sealed.subarray(1 + NONCE + TAG)
  return Buffer.concat([decipher.update(body), decipher.final()])
}
