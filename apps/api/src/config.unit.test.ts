import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

const secret = () => randomBytes(32).toString('base64')
const GATEWAY = 'https://sms.example/messages'
const keyOf = (kind: 'ed25519' | 'x25519') => {
  const pair = kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('x25519')
  return pair.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
}
const good = () => ({
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://localhost/x',
  JWT_SECRET: secret(),
  REFRESH_SECRET: secret(),
  VAULT_KEY: secret(),
  MAIL: 'smtp',
  SMTP_URL: 'smtp://localhost',
})

describe('production does not start', () => {
  it.each([
    ['without a signing secret', { JWT_SECRET: undefined }, /JWT_SECRET/],
    ['without a vault key', { VAULT_KEY: undefined }, /VAULT_KEY/],
    ['with a short secret', { JWT_SECRET: Buffer.from('short').toString('base64') }, /JWT_SECRET/],
    ['with spaces as secret', { JWT_SECRET: '   ' }, /JWT_SECRET/],
    ['with one letter repeated', { REFRESH_SECRET: 'a'.repeat(64) }, /REFRESH_SECRET/],
    ['without a database', { DATABASE_URL: undefined }, /DATABASE_URL/],
    ['with letters open to everyone', { MAIL: 'outbox' }, /MAIL/],
    [
      'with those, when nobody said it is production',
      { MAIL: undefined, NODE_ENV: undefined },
      /MAIL/,
    ],
    ['with texts open to everyone', { SMS: 'outbox' }, /SMS/],
    ['with a gateway that has no address', { SMS: 'http', SMS_TOKEN: 't' }, /SMS_URL/],
    ['with one that knows us by no token', { SMS: 'http', SMS_URL: GATEWAY }, /SMS_TOKEN/],
    ['with one in the clear', { SMS: 'http', SMS_URL: 'http://sms.example/' }, /SMS_URL/],
    [
      'with one that is no address of the web',
      { SMS: 'http', SMS_URL: 'ftp://127.0.0.1/' },
      /SMS_URL/,
    ],
    ['with a number of texts that is none', { SMS_PER_DAY: '-1' }, /SMS_PER_DAY/],
    [
      'with a key to sign the record that is none',
      { AUDIT_SIGNING_KEY: secret() },
      /AUDIT_SIGNING_KEY/,
    ],
    ['with one of another kind', { AUDIT_SIGNING_KEY: keyOf('x25519') }, /ed25519/],
    ['with a port that is none', { PORT: '99999' }, /PORT/],
  ])('%s', (_, change, named) => {
    expect(() => readConfig({ ...good(), ...change })).toThrow(named)
  })
  it('and never says the value', () => {
    expect(() => readConfig({ ...good(), JWT_SECRET: 'canary-secret' })).toThrow(
      expect.not.stringContaining('canary'),
    )
  })
})

it('production starts with everything set, and sends no texts unless told how', () => {
  expect(readConfig(good())).toMatchObject({ mode: 'production', sms: { kind: 'none' } })
})

it.each([GATEWAY, 'http://127.0.0.1:8080/', 'http://[::1]:8080/', 'http://localhost/'])(
  'texts leave by %s',
  (url) => {
    const set = { SMS: 'http', SMS_URL: url, SMS_TOKEN: 'sesame' }
    const sms = { kind: 'http', url, token: 'sesame', from: 'HowCanWe' }
    expect(readConfig({ ...good(), ...set })).toMatchObject({ sms, smsPerDay: 500 })
  },
)

const LISTENS = {
  ...{ SMS: 'http', SMS_URL: GATEWAY, SMS_TOKEN: 'sesame' },
  SMS_INBOUND_TOKEN: 'a token of thirty-two characters!',
}

it('people may text back to a number, once the gateway has a token to hand their texts in', () => {
  const { SMS_INBOUND_TOKEN: token, ...deaf } = LISTENS
  expect(readConfig({ ...good(), ...deaf }).textBack).toBeNull()
  expect(readConfig({ ...good(), ...LISTENS, SMS_FROM: '+44 7700 900321' }).textBack).toEqual({
    number: '+44 7700 900321',
    token,
  })
  expect(() => readConfig({ ...good(), ...LISTENS })).toThrow(/SMS_FROM/)
  expect(() => readConfig({ ...good(), ...LISTENS, SMS_INBOUND_TOKEN: 'short' })).toThrow(
    /SMS_INBOUND_TOKEN/,
  )
})

it('the demo prints a number of nobody', () => {
  const demo = { ...good(), DEMO: '1', MAIL: 'outbox' }
  expect(readConfig(demo).textBack?.number).toBe('07700 900321')
})

it('texts go to a file that is named, where people are real, and beside the database where they are made up', () => {
  expect(readConfig({ ...good(), SMS: 'file', SMS_FILE: '/var/texts' }).sms).toEqual({
    kind: 'file',
    file: '/var/texts',
  })
  expect(() => readConfig({ ...good(), SMS: 'file' })).toThrow(/SMS_FILE/)
  expect(readConfig({ ...good(), NODE_ENV: 'development', SMS: 'file' }).sms).toEqual({
    kind: 'file',
    file: '.data/texts.jsonl',
  })
})

it.each([
  ['a demo', { DEMO: '1' }],
  ['development, said out loud', { NODE_ENV: 'development' }],
  ['a test, said out loud', { NODE_ENV: 'test' }],
])('letters may stay here for %s', (_, more) => {
  const { mail, sms } = readConfig({ ...good(), MAIL: 'outbox', ...more })
  expect([mail.kind, sms.kind]).toEqual(['outbox', 'outbox'])
})

it('a key to sign the record is taken, and an empty line in a compose file is none', () => {
  const kept = (AUDIT_SIGNING_KEY: string) =>
    readConfig({ ...good(), AUDIT_SIGNING_KEY }).signingKey
  expect(kept(keyOf('ed25519'))?.asymmetricKeyType).toBe('ed25519')
  expect(kept('')).toBeUndefined()
})
