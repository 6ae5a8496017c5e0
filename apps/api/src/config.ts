import { createPrivateKey, type KeyObject } from 'node:crypto'
import * as z from 'zod/mini'

/** 32 random bytes or more, base64. White space and repeats of a letter do not pass. */
const secret = z.string().check(
  z.refine((s) => Buffer.from(s, 'base64').length >= 32 && new Set(s).size >= 16, {
    error: 'must be at least 32 random bytes in base64: openssl rand -base64 32',
  }),
)

/** A private key of Ed25519, PKCS #8 in base64; undefined for anything else. */
function ed25519In(text: string): KeyObject | undefined {
  try {
    const key = createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' })
    return key.asymmetricKeyType === 'ed25519' ? key : undefined
  } catch {
    return undefined
  }
}
const signingKey = z.pipe(
  z.string().check(
    z.refine((s) => s === '' || ed25519In(s) !== undefined, {
      error:
        'must be an Ed25519 key in base64: openssl genpkey -algorithm ed25519 -outform DER | base64 -w0',
    }),
  ),
  z.transform(ed25519In),
)

const flag = z.pipe(
  z.enum(['0', '1']),
  z.transform((s) => s === '1'),
)
const port = z.pipe(z.string(), z.pipe(z.transform(Number), z.int().check(z.gte(0), z.lte(65_535))))

const count = z.pipe(z.string(), z.pipe(z.transform(Number), z.int().check(z.gte(0))))

const environment = z.object({
  /** Whoever forgets to say gets the strict rules; `pnpm start` says development. */
  NODE_ENV: z._default(z.enum(['development', 'test', 'production']), 'production'),
  PORT: z._default(port, 3000),
  HOST: z._default(z.string(), '127.0.0.1'),
  /** The address people type, without a path: https://partners.example.org */
  ORIGIN: z.optional(z.url()),
  DATABASE_URL: z.optional(z.string()),
  DATABASE_POOL: z._default(port, 8),
  JWT_SECRET: z.optional(secret),
  REFRESH_SECRET: z.optional(secret),
  VAULT_KEY: z.optional(secret),
  MAIL: z._default(z.enum(['outbox', 'smtp']), 'outbox'),
  SMTP_URL: z.optional(z.string()),
  MAIL_FROM: z._default(z.string(), 'How Can We <no-reply@localhost>'),
  /** Not said: texts go to the inbox page where people are made up, and are not offered where they are real. */
  SMS: z.optional(z.enum(['outbox', 'file', 'http', 'none'])),
  /** Texts are added to it, one line of JSON each; where people are real it must be named. */
  SMS_FILE: z.optional(z.string().check(z.minLength(1))),
  SMS_URL: z.optional(z.url()),
  SMS_TOKEN: z.optional(z.string().check(z.minLength(1))),
  SMS_FROM: z._default(z.string(), 'HowCanWe'),
  SMS_INBOUND_TOKEN: z.optional(z.string().check(z.minLength(32))),
  SMS_PER_DAY: z._default(count, 500),
  DEMO: z._default(flag, false),
  /** Whether powerful roles need a passkey. Not said, they do wherever people are real. */
  SECOND_FACTOR: z.optional(z.enum(['required', 'offered'])),
  /** Addresses of proxies in front, comma-separated. Nothing else may say who the caller is. */
  TRUST_PROXY: z.optional(z.string()),
  LOG_LEVEL: z._default(z.enum(['silent', 'error', 'warn', 'info', 'debug']), 'info'),
  /** A file outside the database, on other storage, that only ever grows: checkpoints of the record of what happened. */
  AUDIT_ANCHOR_FILE: z.optional(z.string()),
  /** Signs those checkpoints, so that nobody else can write one. */
  AUDIT_SIGNING_KEY: z.optional(signingKey),
  /** Where the built web app lies; not set, only the API is served. */
  WEB_DIR: z.optional(z.string()),
  RATE_LIMIT: z._default(flag, true),
})

export interface Config {
  mode: 'development' | 'test' | 'production'
  port: number
  host: string
  origin: string
  databaseUrl: string
  databasePool: number
  jwtSecret: string
  refreshSecret: string
  vaultKey: string
  mail: { kind: 'outbox' } | { kind: 'smtp'; url: string }
  mailFrom: string
  /** How texts leave; 'none' offers no sign-in by text. */
  sms:
    | { kind: 'outbox' }
    | { kind: 'none' }
    | { kind: 'file'; file: string }
    | { kind: 'http'; url: string; token: string; from: string }
  /** The number people text back to, and how the gateway proves itself; null where nobody listens. */
  textBack: { number: string; token: string | undefined } | null
  /** Texts with six digits that everybody together may ask for in 24 hours. */
  smsPerDay: number
  demo: boolean
  secondFactor: 'required' | 'offered'
  trustProxy: string[] | false
  logLevel: string
  anchorFile: string | undefined
  signingKey: KeyObject | undefined
  webDir: string | undefined
  rateLimit: boolean
}

/** What is wrong with the environment, in one sentence. Never holds a value. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

function need(name: string, value: string | undefined): string {
  if (value === undefined) throw new ConfigError(`${name} is not set. See .env.example.`)
  return value
}

type Environment = z.output<typeof environment>

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost'])

/** A gateway gets numbers and six digits: in the clear only on this machine. */
function gatewayUrl(value: string): string {
  const { protocol, hostname } = new URL(value)
  if (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname))) return value
  throw new ConfigError('SMS_URL must begin with https://. See .env.example.')
}

/** Beside the database of a demo, where nobody is real. */
const TEXTS = '.data/texts.jsonl'

function smsOf(e: Environment): Config['sms'] {
  const isReal = e.NODE_ENV === 'production' && !e.DEMO
  const kind = e.SMS ?? (isReal ? 'none' : 'outbox')
  if (kind === 'outbox' && isReal) {
    throw new ConfigError(
      'SMS=outbox shows texts to everyone, so production needs SMS=http or SMS=none (or DEMO=1).',
    )
  }
  if (kind === 'file')
    return { kind, file: isReal ? need('SMS_FILE', e.SMS_FILE) : (e.SMS_FILE ?? TEXTS) }
  if (kind !== 'http') return { kind }
  const url = gatewayUrl(need('SMS_URL', e.SMS_URL))
  return { kind, url, token: need('SMS_TOKEN', e.SMS_TOKEN), from: e.SMS_FROM }
}

/** Of nobody (Ofcom's numbers for drama): what the demo prints on its posters. */
const DEMO_NUMBER = '07700 900321'

function textBackOf(e: Environment, kind: Config['sms']['kind']): Config['textBack'] {
  if (kind === 'none') return null
  if (!e.SMS_INBOUND_TOKEN)
    return kind === 'outbox' && e.DEMO ? { number: DEMO_NUMBER, token: undefined } : null
  if (!/^\+?\d[\d ]{6,18}$/.test(e.SMS_FROM))
    throw new ConfigError(
      'SMS_FROM must be a number where people may text back (SMS_INBOUND_TOKEN). See .env.example.',
    )
  return { number: e.SMS_FROM, token: e.SMS_INBOUND_TOKEN }
}

function parse(env: Record<string, string | undefined>) {
  const parsed = z.safeParse(environment, env)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new ConfigError(`${issue?.path.join('.')} ${issue?.message}. See .env.example.`)
}

type Parsed = ReturnType<typeof parse>
const originOf = (e: Parsed): string => new URL(e.ORIGIN ?? `http://localhost:${e.PORT}`).origin
const anchorOf = (e: Parsed): Pick<Config, 'origin' | 'anchorFile' | 'signingKey'> => ({
  origin: originOf(e),
  anchorFile: e.AUDIT_ANCHOR_FILE,
  signingKey: e.AUDIT_SIGNING_KEY,
})

/**
 * What a command that works on the record needs, and no secret beside its key.
 *
 * @throws ConfigError
 */
export const readAnchorSettings = (env: Record<string, string | undefined>) => anchorOf(parse(env))

/**
 * What erasing somebody from the command line needs.
 *
 * @throws ConfigError
 */
export function readErasureSettings(
  env: Record<string, string | undefined>,
): Pick<Config, 'origin' | 'vaultKey'> {
  const e = parse(env)
  return { origin: originOf(e), vaultKey: need('VAULT_KEY', e.VAULT_KEY) }
}

/**
 * The only reader of the environment. No secret has a default: whoever starts a development or demo server makes
 * its own and hands them in.
 *
 * @throws ConfigError with the name of the first setting that is missing or wrong
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const e = parse(env)
  if (e.NODE_ENV === 'production' && e.MAIL === 'outbox' && !e.DEMO) {
    throw new ConfigError(
      'MAIL=outbox shows letters to everyone, so production, which is what NODE_ENV means unless it says otherwise, needs MAIL=smtp (or DEMO=1).',
    )
  }
  const sms = smsOf(e)
  return {
    mode: e.NODE_ENV,
    port: e.PORT,
    host: e.HOST,
    ...anchorOf(e),
    databaseUrl: need('DATABASE_URL', e.DATABASE_URL),
    databasePool: e.DATABASE_POOL,
    jwtSecret: need('JWT_SECRET', e.JWT_SECRET),
    refreshSecret: need('REFRESH_SECRET', e.REFRESH_SECRET),
    vaultKey: need('VAULT_KEY', e.VAULT_KEY),
    mail:
      e.MAIL === 'smtp' ? { kind: 'smtp', url: need('SMTP_URL', e.SMTP_URL) } : { kind: 'outbox' },
    mailFrom: e.MAIL_FROM,
    sms,
    textBack: textBackOf(e, sms.kind),
    smsPerDay: e.SMS_PER_DAY,
    demo: e.DEMO,
    secondFactor:
      e.SECOND_FACTOR ?? (e.NODE_ENV === 'production' && !e.DEMO ? 'required' : 'offered'),
    trustProxy: e.TRUST_PROXY ? e.TRUST_PROXY.split(',').map((s) => s.trim()) : false,
    logLevel: e.LOG_LEVEL,
    webDir: e.WEB_DIR,
    rateLimit: e.RATE_LIMIT,
  }
}
