import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startEmbedded } from '../src/db/embedded/index.ts'
import { isAlive } from '../src/db/embedded/processes.ts'

const PROGRAM = fileURLToPath(new URL('../dist/start.js', import.meta.url))

/** Nothing of the developer's own settings or .env file reaches these starts. */
const SETTINGS = [
  ...['NODE_ENV', 'PORT', 'HOST', 'ORIGIN', 'DATABASE_URL', 'DATABASE_POOL', 'JWT_SECRET'],
  ...['DATABASE_OWNER_URL', 'AUDIT_ANCHOR_FILE'],
  ...['REFRESH_SECRET', 'VAULT_KEY', 'MAIL', 'SMTP_URL', 'MAIL_FROM', 'DEMO', 'TRUST_PROXY'],
  ...['LOG_LEVEL', 'WEB_DIR', 'RATE_LIMIT'],
]
const bare = Object.fromEntries(SETTINGS.map((name) => [name, '']))

type Listed = { items: unknown[] }

// Whole processes start here, maybe on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

let data = ''
const children = new Set<ChildProcess>()

beforeAll(async () => {
  if (!existsSync(PROGRAM)) throw new Error('Build first: these tests start what is in dist.')
  data = await mkdtemp(join(tmpdir(), 'howcanwe-start-'))
  await chmod(data, 0o711)
})

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  // Joins what a failed test may have left running, to end it.
  if (existsSync(join(data, 'postgres', 'data')))
    await startEmbedded({ dataDir: join(data, 'postgres') }).then(({ stop }) => stop())
  await rm(data, { recursive: true, force: true })
})

function start(env: Record<string, string> = {}, how: string[] = [PROGRAM]) {
  const child = spawn(process.execPath, how, {
    env: { ...process.env, ...bare, PORT: '0', DATA_DIR: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.add(child)
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk) => {
    said.out += chunk
  })
  child.stderr.on('data', (chunk) => {
    said.err += chunk
  })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const address = async () => {
    for (let tick = 0; tick < 600 && child.exitCode === null; tick++) {
      const found = /is running:\s+(http:\S+)/.exec(said.out)?.[1]
      if (found) return found
      await wait(50)
    }
    throw new Error(`It did not start:\n${said.out}\n${said.err}`)
  }
  return { child, said, ended, address }
}

async function refusal(env: Record<string, string>, how?: string[]) {
  const { said, ended } = start(env, how)
  expect(await ended).toBe(1)
  return said.err.trim()
}

const databasePid = async () =>
  Number((await readFile(join(data, 'postgres/data/postmaster.pid'), 'utf8')).split('\n')[0])

async function query(sql: string) {
  const { url, stop } = await startEmbedded({ dataDir: join(data, 'postgres') })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  await stop()
  return rows
}

describe('somebody who has just cloned the project', () => {
  it('sees it running, stops it, and finds everything again the next time', async () => {
    const first = start()
    const address = await first.address()
    expect((await fetch(`${address}/readyz`)).status).toBe(200)
    expect(await (await fetch(address)).text()).toContain('<div id="root"')
    const { items } = (await (await fetch(`${address}/api/v1/challenges`)).json()) as Listed
    expect(items.length).toBeGreaterThan(1)
    expect(first.said.out).toContain('ruth@council.example')
    expect((await stat(join(data, 'secrets.json'))).mode & 0o777).toBe(0o600)
    const secrets = await readFile(join(data, 'secrets.json'), 'utf8')
    const asOther =
      "pid <> pg_backend_pid() and datname = 'howcanwe' and backend_type = 'client backend'"
    expect(
      await query(`select distinct usename as login from pg_stat_activity where ${asOther}`),
    ).toEqual([{ login: 'howcanwe_app' }])
    expect((await stat(join(data, 'postgres/app-password'))).mode & 0o777).toBe(0o600)
    await query('create table kept as select 1 as one')
    const server = await databasePid()
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    expect(isAlive(server)).toBe(false)

    const second = start()
    await second.address()
    expect(second.said.out).not.toContain('first start only')
    expect(second.said.out).not.toContain('demo place is loaded')
    expect(await readFile(join(data, 'secrets.json'), 'utf8')).toBe(secrets)
    expect(await query('select one from kept')).toEqual([{ one: 1 }])
    second.child.kill('SIGINT')
    expect(await second.ended).toBe(0)
  })

  it('may pull the plug, and start again', async () => {
    const first = start()
    await first.address()
    const server = await databasePid()
    first.child.kill('SIGKILL')
    await first.ended
    expect(isAlive(server)).toBe(true)

    const second = start()
    const address = await second.address()
    expect((await fetch(`${address}/readyz`)).status).toBe(200)
    second.child.kill('SIGTERM')
    expect(await second.ended).toBe(0)
    expect(isAlive(server)).toBe(false)
  })

  it('may press Ctrl-C while it is still starting', async () => {
    const { child, said, ended } = start()
    while (!said.out.includes('PostgreSQL')) await wait(10)
    child.kill('SIGINT')
    await ended
    expect(said.out).not.toContain('is running')
    expect(existsSync(join(data, 'postgres/data/postmaster.pid'))).toBe(false)
  })

  it.runIf(process.platform === 'linux')(
    'may end the package manager that started it',
    async () => {
      const launcher = join(data, 'pnpm.cjs')
      const script = `require('child_process').spawn(process.execPath, [${JSON.stringify(PROGRAM)}], { stdio: 'inherit' })`
      await writeFile(launcher, script)
      const { child, address, ended } = start({}, [launcher])
      await address()
      const server = await databasePid()
      child.kill('SIGKILL')
      // The output closes when the last process that holds it has gone.
      await ended
      expect(isAlive(server)).toBe(false)
    },
  )
})

describe('somebody whose machine is not ready is told in a sentence, and nothing is left running', () => {
  const nothingRuns = () =>
    expect(existsSync(join(data, 'postgres/data/postmaster.pid'))).toBe(false)

  it('a port that another program has', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const told = await refusal({ PORT: String(port) })
    other.close()
    expect(told).toMatch(new RegExp(`^Port ${port} is taken[^\\n]*PORT=${port + 1}[^\\n]*$`))
    nothingRuns()
  })

  it('a port that the project itself has, in another window, which goes on', async () => {
    const first = start()
    const address = await first.address()
    const told = await refusal({ PORT: new URL(address).port })
    expect(told).toMatch(/^Port \d+ is taken/)
    expect((await fetch(`${address}/readyz`)).status).toBe(200)
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    nothingRuns()
  })

  it('a database that does not answer, without its password', async () => {
    const told = await refusal({ DATABASE_URL: 'postgres://anna:geheim@127.0.0.1:9/howcanwe' })
    expect(told).toMatch(/^No database answers at 127\.0\.0\.1:9\/howcanwe[^\n]*$/)
    expect(told).not.toContain('geheim')
  })

  it('a DATABASE_URL that is none', async () => {
    expect(await refusal({ DATABASE_URL: 'localhost' })).toMatch(/^DATABASE_URL is not[^\n]*$/)
  })

  it('a data folder that cannot be read', async () => {
    const folder = join(data, 'broken')
    await mkdir(folder)
    await writeFile(join(folder, 'postgres'), 'not a folder')
    expect(await refusal({ DATA_DIR: folder })).toMatch(/^The data folder cannot be used: [^\n]*$/)
  })

  it('keys that are missing in production', async () => {
    const told = await refusal({
      NODE_ENV: 'production',
      MAIL: 'smtp',
      SMTP_URL: 'smtp://localhost',
    })
    expect(told).toMatch(/^\w+ is not set[^\n]*$/)
    nothingRuns()
  })

  it('pages that were not built', async () => {
    expect(await refusal({ WEB_DIR: join(data, 'nowhere') })).toContain('npx pnpm@10 build')
  })

  it('a Node that is too old', async () => {
    const pretend =
      "data:text/javascript,Object.defineProperty(process,'version',{value:'v18.20.1'})"
    const told = await refusal({}, ['--import', pretend, PROGRAM])
    expect(told).toMatch(/^This needs Node 20\.19 or newer, and this is Node v18\.20\.1[^\n]*$/)
  })
})
