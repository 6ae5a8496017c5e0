import { createTransport } from 'nodemailer'
import type { Config } from '../../config.ts'
import { toFile } from './notifications.file.ts'
import { gateway, TextsOff } from './notifications.gateway.ts'
import { type LetterChannel, mayLeave } from './notifications.rules.ts'
import { leaving } from './notifications.stops.ts'
import { SEND_LIMIT_MS, type Send } from './notifications.usecases.ts'

const stays: Send = async () => {}

/** By SMTP with the letter's id as Message-ID: sent twice, seen once. */
function smtp(config: Config, url: string): Send {
  const mailer = createTransport(url, {
    connectionTimeout: SEND_LIMIT_MS,
    greetingTimeout: SEND_LIMIT_MS,
    socketTimeout: SEND_LIMIT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as never)
  const host = new URL(config.origin).hostname
  return async (letter) => {
    await mailer.sendMail({
      from: config.mailFrom,
      to: { name: '', address: letter.to },
      subject: letter.subject,
      text: letter.text,
      messageId: `<${letter.id}@${host}>`,
      headers: leaving(config, letter).headers,
    })
  }
}

const TEXTS: Record<Config['sms']['kind'], (config: Config) => Send> = {
  outbox: () => stays,
  file: ({ sms }) => (sms.kind === 'file' ? toFile(sms.file) : stays),
  none: () => async () => {
    throw new TextsOff()
  },
  http: ({ sms }) => (sms.kind === 'http' ? gateway(sms) : stays),
}

/** How letters leave, by channel: kept for the inbox page, by SMTP, or through a gateway of texts. */
export function transport(config: Config): Send {
  const { mail, sms } = config
  const by: Record<LetterChannel, Send> = {
    email: mail.kind === 'smtp' ? smtp(config, mail.url) : stays,
    sms: TEXTS[sms.kind](config),
  }
  return async (letter) => {
    const isKept = letter.channel === 'sms' && sms.kind === 'file'
    if (!isKept && !mayLeave(letter.to)) return
    await by[letter.channel]({ ...letter, text: leaving(config, letter).text })
  }
}
