import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

/** 256 random bits, URL-safe. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** Six digits, each as likely as the next. */
export const newCode = (): string => String(randomInt(0, 1_000_000)).padStart(6, '0')

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Keyed, because six digits or an address are quickly guessed from a bare hash. */
export const keyedHash = (secret: string, purpose: string, value: string): Buffer =>
  createHmac('sha256', Buffer.from(secret, 'base64')).update(`${purpose}\0${value}`).digest()

/** The only successor a refresh token can have, so that a repeat within the grace period gets the same answer. */
export const successorOf = (secret: string, token: string): string =>
  keyedHash(secret, 'refresh-successor', token).toString('base64url')

export const same = (a: Buffer, b: Buffer): boolean =>
  a.length === b.length && timingSafeEqual(a, b)
