import { randomBytes } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../src/db/embedded/index.ts'
import { isUsed } from '../src/db/embedded/users.ts'
import { migrate } from '../src/db/migrate.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A database superuser's address on the test server, not on any test's own database. */
    testAdminUrl: string
    /** The application's own login in every database of this run. */
    testAppLogin: AppLogin
    /** Starts the name of every database of this run. */
    testPrefix: string
    /** A migrated, empty database that nobody may connect to, only clone. */
    testTemplate: string
  }
}

type AppLogin = { username: string; password: string }
type Shared = { users: number; begun: Promise<Running> }
type Running = {
  adminUrl: string
  app: AppLogin
  prefix: string
  template: string
  stop: () => Promise<void>
}

/** Every project of a run loads this file anew; the server they share hangs on the process. */
const shared = globalThis as typeof globalThis & { howCanWeTestServer?: Shared }

/**
 * One PostgreSQL for the whole run: TEST_DATABASE_URL if it is set, else our own in a temporary folder, with
 * a migrated template in it. Gone afterwards, whatever happened.
 */
export default async function setup(project: TestProject) {
  shared.howCanWeTestServer ??= { users: 0, begun: begin() }
  const server = shared.howCanWeTestServer
  server.users += 1
  const { adminUrl, app, prefix, template, stop } = await server.begun
  project.provide('testAdminUrl', adminUrl)
  project.provide('testAppLogin', app)
  project.provide('testPrefix', prefix)
  project.provide('testTemplate', template)
  return async () => {
    server.users -= 1
    if (server.users > 0) return
    delete shared.howCanWeTestServer
    await stop()
  }
}

async function begin(): Promise<Running> {
  const given = process.env.TEST_DATABASE_URL
  const own = given ? undefined : await startOwn()
  const adminUrl = given ?? own?.url ?? ''
  const prefix = `hcw_test_${randomBytes(4).toString('hex')}`
  const template = `${prefix}_template`
  const app = { username: `${prefix}_app`, password: randomBytes(12).toString('hex') }
  const stop = async () => {
    if (own) await own.stop()
    else await admin(adminUrl, (client) => dropAll(client, prefix, app.username))
  }
  try {
    await makeTemplate(adminUrl, template, app)
    return { adminUrl, app, prefix, template, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const FOLDER = 'howcanwe-test-'

async function startOwn() {
  await sweep()
  const dataDir = join(tmpdir(), FOLDER + randomBytes(4).toString('hex'))
  return startEmbedded({ dataDir, durable: false })
}

/** A run that was killed leaves its server behind. Joining it and stopping as its last user removes it. */
async function sweep() {
  for (const name of await readdir(tmpdir())) {
    const dataDir = join(tmpdir(), name)
    if (!name.startsWith(FOLDER) || !(await isOurs(dataDir)) || (await isUsed(dataDir))) continue
    await startEmbedded({ dataDir, durable: false })
      .then((left) => left.stop())
      .catch(() => undefined)
  }
}

async function isOurs(path: string): Promise<boolean> {
  const entry = await stat(path).catch(() => undefined)
  return entry?.isDirectory() === true && entry.uid === process.getuid?.()
}

async function makeTemplate(adminUrl: string, template: string, app: AppLogin) {
  await admin(adminUrl, (client) => client.query(`create database ${template}`))
  const url = new URL(adminUrl)
  url.pathname = `/${template}`
  const appUrl = Object.assign(new URL(url.href), app)
  await migrate(url.href, appUrl.href)
  await admin(adminUrl, (client) =>
    client.query(`alter database ${template} with allow_connections false`),
  )
}

async function dropAll(client: pg.Client, prefix: string, login: string) {
  const found = await client.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1)',
    [prefix],
  )
  for (const { datname } of found.rows)
    await client.query(`drop database if exists ${datname} with (force)`)
  await client.query(`drop role if exists ${login}`)
}

async function admin<T>(url: string, task: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await task(client)
  } finally {
    await client.end()
  }
}
