import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Config } from '../../config.ts'
import { type LetterKind, mayStop } from './notifications.kinds.ts'
import type { LetterChannel } from './notifications.rules.ts'
import { cutText } from './notifications.texting.ts'

/** Stands in a waiting letter where the address that stops such letters will: known only when it leaves. */
export const STOP_HERE = '\uE000'

const WORDS = {
  en: {
    email: 'No more emails like this one? One press is enough, you need not sign in:',
    sms: 'No more of these:',
  },
  nl: {
    email: 'Liever geen mails meer zoals deze? Eén keer drukken is genoeg, inloggen hoeft niet:',
    sms: 'Niet meer:',
  },
} as const

/** The last words of an optional letter. */
export const stopWords = (language: 'en' | 'nl', channel: LetterChannel): string =>
  channel === 'sms'
    ? `${WORDS[language].sms} ${STOP_HERE}`
    : `${WORDS[language].email}\n${STOP_HERE}`

type Keys = Pick<Config, 'refreshSecret'>

const idBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')
const macOf = ({ refreshSecret }: Keys, id: Buffer): Buffer =>
  createHmac('sha256', Buffer.from(refreshSecret, 'base64'))
    .update('stop-letters\0')
    .update(id)
    .digest()
    .subarray(0, 16)

/**
 * What stops letters of the kind of this one: its id and a proof that we made it. Nothing of it is kept, not even a
 * hash; it is no key to anything else.
 */
export function stopToken(keys: Keys, letterId: string): string {
  const id = idBytes(letterId)
  return Buffer.concat([id, macOf(keys, id)]).toString('base64url')
}

/** The letter a token was made for; undefined for one we did not make. */
export function letterOfStop(keys: Keys, token: string): string | undefined {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 32) return undefined
  const id = bytes.subarray(0, 16)
  if (!timingSafeEqual(bytes.subarray(16), macOf(keys, id))) return undefined
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

interface Leaving {
  id: string
  kind: LetterKind
  channel: LetterChannel
  text: string
}

/**
 * A letter as it leaves. One that may be stopped says where; mail programs are told too, so that theirs is one press
 * (RFC 8058). The page has the token behind its #, where no server or log sees it.
 */
export function leaving(config: Keys & Pick<Config, 'origin'>, letter: Leaving) {
  if (!mayStop(letter.kind)) return { text: letter.text, headers: {} }
  const token = stopToken(config, letter.id)
  const text = letter.text.replaceAll(STOP_HERE, `${config.origin}/stop#${token}`)
  const headers = {
    'List-Unsubscribe': `<${config.origin}/api/v1/hearing/one-press?t=${token}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
  return { text: letter.channel === 'sms' ? cutText(text) : text, headers }
}
