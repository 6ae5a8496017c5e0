import { createTransport } from 'nodemailer'
import type { Config } from '../../config.ts'
import { mayLeave } from './notifications.rules.ts'
import { SEND_LIMIT_MS, type Send } from './notifications.usecases.ts'

/** How letters leave: kept for the inbox page, or by SMTP with the letter's id as Message-ID (sent twice, seen once). */
export function transport(config: Config): Send {
  if (config.mail.kind === 'outbox') return async () => {}
  const smtp = createTransport(config.mail.url, {
    connectionTimeout: SEND_LIMIT_MS,
    greetingTimeout: SEND_LIMIT_MS,
    socketTimeout: SEND_LIMIT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as never)
  const host = new URL(config.origin).hostname
  return async (letter) => {
    if (!mayLeave(letter.to)) return
    await smtp.sendMail({
      from: config.mailFrom,
      to: { name: '', address: letter.to },
      subject: letter.subject,
      text: letter.text,
      messageId: `<${letter.id}@${host}>`,
    })
  }
}
