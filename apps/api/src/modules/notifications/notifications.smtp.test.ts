import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testConfig } from '../../../test/support.ts'
import { transport } from './index.ts'
import { stopToken } from './notifications.stops.ts'

const ID = '018f0000-0000-7000-8000-000000000099'

/** The least a mail server says. */
const ANSWERS: [RegExp, string][] = [
  [/^EHLO|^HELO/, '250 here'],
  [/^MAIL|^RCPT|^RSET/, '250 ok'],
  [/^DATA/, '354 go on'],
  [/^QUIT/, '221 bye'],
]

let server: Server
let mail = ''
beforeAll(async () => {
  server = createServer((socket) => {
    let isMail = false
    socket.write('220 here\r\n')
    socket.on('data', (chunk) => {
      const said = chunk.toString()
      if (isMail) {
        mail += said
        if (!mail.endsWith('\r\n.\r\n')) return
        isMail = false
        socket.write('250 taken\r\n')
        return
      }
      const [, answer = '500 what'] = ANSWERS.find(([asked]) => asked.test(said)) ?? []
      isMail = answer.startsWith('354')
      socket.write(`${answer}\r\n`)
    })
    socket.on('error', () => undefined)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})
afterAll(() => {
  server.close()
})
beforeEach(() => {
  mail = ''
})

const config = () => {
  const { port } = server.address() as AddressInfo
  return testConfig('postgres://nobody@127.0.0.1/none', {
    MAIL: 'smtp',
    SMTP_URL: `smtp://127.0.0.1:${port}`,
  })
}
const letter = {
  id: ID,
  channel: 'email',
  to: 'amina@carers.town',
  subject: 'Your week',
  text: 'Hello Amina,\n\nEnough?\n\uE000',
} as const

/** Headers by name, lines that were folded put together again. */
const headers = () =>
  new Map(
    mail
      .split('\r\n\r\n')[0]
      ?.replaceAll(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => [line.split(':')[0] ?? '', line.slice(line.indexOf(':') + 2)] as const),
  )

describe('an email as it leaves', () => {
  it('that may be stopped tells mail programs how, with one press, and says it at its foot (RFC 8058)', async () => {
    const by = config()
    await transport(by)({ ...letter, kind: 'digest' })
    const token = stopToken(by, ID)
    expect(headers().get('List-Unsubscribe')).toBe(
      `<http://localhost:3000/api/v1/hearing/one-press?t=${token}>`,
    )
    expect(headers().get('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
    expect(mail.replaceAll('=\r\n', '')).toContain(`/stop#${token}`)
  })

  it('that is owed says nothing of stopping', async () => {
    await transport(config())({ ...letter, kind: 'duty', text: 'Hello Amina' })
    expect(headers().has('Subject')).toBe(true)
    expect([...headers().keys()].filter((name) => name.startsWith('List-'))).toEqual([])
  })
})
