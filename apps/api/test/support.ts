import { randomBytes } from 'node:crypto'
import { type Call, createClient, type Transport } from '@howcanwe/shared/http'
import type { FastifyInstance } from 'fastify'
import { v7 } from 'uuid'
import { buildApp } from '../src/app.ts'
import { type Config, readConfig } from '../src/config.ts'
import { type Database, openDatabase } from '../src/db/database.ts'
import { accessToken } from '../src/modules/identity/identity.authenticate.ts'
import { openSession } from '../src/modules/identity/identity.queries.ts'
import { cloneDatabase } from './databases.ts'
import { type Seed, seedWith } from './seed.ts'

const secret = () => randomBytes(32).toString('base64')

export const testConfig = (databaseUrl: string, more: Record<string, string> = {}): Config =>
  readConfig({
    NODE_ENV: 'test',
    PORT: '0',
    ORIGIN: 'http://localhost:3000',
    DATABASE_URL: databaseUrl,
    JWT_SECRET: secret(),
    REFRESH_SECRET: secret(),
    VAULT_KEY: secret(),
    LOG_LEVEL: 'silent',
    RATE_LIMIT: '0',
    ...more,
  })

/** The typed client's wire, into the app without a socket. */
export const wire =
  (app: FastifyInstance): Transport =>
  async (r) => {
    const answer = await app.inject({
      method: r.method as 'GET',
      url: r.url,
      headers: r.headers,
      payload: r.body,
    })
    return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() }
  }

export interface World {
  app: FastifyInstance
  /** As whoever owns the tables: for building what a test needs, and for looking at everything. */
  db: Database
  /** As the application itself: what a guard must withstand. */
  appDb: Database
  /** The owner's address. `config.databaseUrl` is the application's. */
  ownerUrl: string
  config: Config
  seed: Seed
  /** A stranger's client. */
  anyone: Call
  /** A signed-in person's client. */
  as(personId: string): Promise<Call>
  /** The header that client sends, for requests the typed client cannot make. */
  tokenOf(personId: string): Promise<string>
  close(): Promise<void>
}

/**
 * One town for one test file: a database cloned from the migrated template, the real app on it, and builders for
 * people and things.
 */
export async function startWorld(
  more: Record<string, string> = {},
  logTo?: NodeJS.WritableStream,
): Promise<World> {
  const clone = await cloneDatabase()
  const config = testConfig(clone.appUrl, more)
  const owner = openDatabase({ url: clone.url, max: 8 })
  const database = openDatabase({ url: clone.appUrl, max: 8 })
  const quiet = () => undefined
  const deps = {
    db: database.db,
    config,
    clock: () => new Date(),
    log: { info: quiet, warn: quiet, error: quiet },
  }
  const app = await buildApp(deps, logTo)
  await app.ready()
  const tokens = new Map<string, string>()
  const tokenOf = async (personId: string) => {
    const known = tokens.get(personId)
    if (known) return known
    const tokenHash = randomBytes(32)
    const sessionId = await openSession(owner.db, {
      personId,
      sharedComputer: false,
      lifeMs: 3_600_000,
      tokenHash,
    })
    const token = accessToken(app, { personId, sessionId })
    tokens.set(personId, token)
    return token
  }
  return {
    app,
    db: owner.db,
    appDb: database.db,
    ownerUrl: clone.url,
    config,
    seed: seedWith(owner.db),
    anyone: createClient(wire(app)),
    tokenOf,
    as: async (personId) => {
      const token = await tokenOf(personId)
      return createClient(wire(app), () => ({ authorization: `Bearer ${token}` }))
    },
    close: async () => {
      await app.close()
      await Promise.all([database.close(), owner.close()])
      await clone.drop()
    },
  }
}

/** What a call refused with: `await refusal(call(…))`. Fails when it was not refused. */
export async function refusal(call: Promise<unknown>) {
  try {
    await call
  } catch (error) {
    if (error instanceof Error && error.name === 'ProblemError')
      return (error as import('@howcanwe/shared/http').ProblemError).problem
    throw error
  }
  throw new Error('the call was not refused')
}

export const someId = (): string => v7()
