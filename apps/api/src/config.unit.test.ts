import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

const secret = () => randomBytes(32).toString('base64')
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

it('production starts with everything set', () => {
  expect(readConfig(good()).mode).toBe('production')
})

it.each([
  ['a demo', { DEMO: '1' }],
  ['development, said out loud', { NODE_ENV: 'development' }],
  ['a test, said out loud', { NODE_ENV: 'test' }],
])('letters may stay here for %s', (_, more) => {
  expect(readConfig({ ...good(), MAIL: 'outbox', ...more }).mail.kind).toBe('outbox')
})
