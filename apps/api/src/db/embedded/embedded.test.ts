import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import {
  chmod,
  chown,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { findBinaries, restoreLinks } from './binaries.ts'
import { copyWithinReach } from './binary-cache.ts'
import { type Embedded, EmbeddedError, type EmbeddedOptions, startEmbedded } from './index.ts'
import { isAlive } from './processes.ts'
import { canReach, chooseRunner, run, weAreRoot } from './runner.ts'

// Whole processes start here, maybe on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const NOBODY = 65534
let playground = ''
const children: ChildProcess[] = []
const elsewhere: string[] = []
const started: Embedded[] = []

beforeAll(async () => {
  playground = await mkdtemp(join(tmpdir(), 'howcanwe-embedded-'))
  await chmod(playground, 0o711)
})

afterAll(async () => {
  for (const { stop } of started) await stop()
  for (const child of children) child.kill('SIGKILL')
  for (const folder of [playground, ...elsewhere])
    await rm(folder, { recursive: true, force: true })
})

async function start(options: EmbeddedOptions): Promise<Embedded> {
  const embedded = await startEmbedded(options)
  started.push(embedded)
  return embedded
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' })
    return rows[0]?.[0]
  } finally {
    await client.end()
  }
}

const serverOf = async (dataDir: string) =>
  Number((await readFile(join(dataDir, 'data', 'postmaster.pid'), 'utf8')).split('\n')[0])

type Answer = { url?: string; code?: string; message?: string }

/** Starts the embedded PostgreSQL in another process and waits for what it says. */
async function inAnotherProcess(dataDir: string, user: string, how: 'hold' | 'once') {
  const here = createRequire(import.meta.url)
  const fixture = fileURLToPath(new URL('./embedded.fixture.ts', import.meta.url))
  const tsx = pathToFileURL(here.resolve('tsx')).href
  const child = spawn(process.execPath, ['--import', tsx, fixture, dataDir, user, how], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const lines = createInterface({ input: child.stdout })
  const [line] = (await once(lines, 'line')) as [string]
  const end = async (signal: NodeJS.Signals) => {
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  return { answer: JSON.parse(line) as Answer, end }
}

async function refusal(dataDir: string): Promise<EmbeddedError> {
  const error = await start({ dataDir }).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof EmbeddedError)) throw new Error(`expected a refusal, got ${error}`)
  return error
}

describe('somebody starts the project on a bare machine', () => {
  it('gets a durable database in Unicode, and finds its rows again at the second start', async () => {
    const dataDir = join(playground, 'plain')
    const first = await start({ dataDir })
    await ask(first.url, "create table kept as select 'a street party' as what")
    const settings = await ask(
      first.url,
      `select string_agg(name || '=' || setting, ' ' order by name) from pg_settings where name in
       ('data_checksums', 'fsync', 'synchronous_commit', 'listen_addresses',
        'unix_socket_directories', 'server_encoding', 'TimeZone')`,
    )
    expect(settings).toBe(
      'TimeZone=UTC data_checksums=on fsync=on listen_addresses=127.0.0.1 server_encoding=UTF8 synchronous_commit=on unix_socket_directories=',
    )
    expect(await ask(first.url, "select lower('CAFÉ ŶS')")).toBe('café ŷs')
    for (const file of ['password', 'app-password'])
      expect((await stat(join(dataDir, file))).mode & 0o777).toBe(0o600)
    expect(new URL(first.appUrl).username).toBe('howcanwe_app')
    const server = await serverOf(dataDir)
    await first.stop()
    expect(isAlive(server)).toBe(false)

    const second = await start({ dataDir })
    expect(await ask(second.url, 'select what from kept')).toBe('a street party')
    expect(new URL(second.appUrl).password).toBe(new URL(first.appUrl).password)
    await second.stop()
  })

  it('is refused by the database with a wrong password', async () => {
    const { url, stop } = await start({ dataDir: join(playground, 'plain') })
    const wrong = url.replace(/postgres:[0-9a-f]+@/, 'postgres:guess@')
    await expect(ask(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' })
    await stop()
  })

  it.skipIf(
    !weAreRoot() || !canReach(fileURLToPath(import.meta.url), { uid: NOBODY, gid: NOBODY }),
  )('may be an ordinary user with a folder of their own', async () => {
    const dataDir = join(playground, 'ordinary', 'postgres')
    await mkdir(dirname(dataDir))
    await chown(dirname(dataDir), NOBODY, NOBODY)
    const { answer, end } = await inAnotherProcess(dataDir, String(NOBODY), 'hold')
    expect(await ask(String(answer.url), 'select current_user')).toBe('postgres')
    expect((await stat(join(dataDir, 'data'))).uid).toBe(NOBODY)
    const server = await serverOf(dataDir)
    await end('SIGTERM')
    expect(isAlive(server)).toBe(false)
  })
})

describe('a crash leaves nothing that stops the next start', () => {
  it('goes on with the server of a process that was killed, and ends it in the end', async () => {
    const dataDir = join(playground, 'plain')
    const killed = await inAnotherProcess(dataDir, '-', 'hold')
    await ask(String(killed.answer.url), 'create table survived as select 1')
    const server = await serverOf(dataDir)
    await killed.end('SIGKILL')
    expect(isAlive(server)).toBe(true)

    const lines: string[] = []
    const { url, stop } = await start({ dataDir, log: (line) => lines.push(line) })
    expect(lines.join()).toContain('already running')
    expect(await ask(url, 'select count(*)::int from survived')).toBe(1)
    await stop()
    expect(isAlive(server)).toBe(false)
  })

  it('starts when the server itself was killed too', async () => {
    const dataDir = join(playground, 'plain')
    const { url, stop } = await start({ dataDir })
    await ask(url, 'create table acknowledged as select 1')
    process.kill(await serverOf(dataDir), 'SIGKILL')
    const again = await start({ dataDir })
    expect(await ask(again.url, 'select count(*)::int from acknowledged')).toBe(1)
    await stop()
    expect(await ask(again.url, 'select 1')).toBe(1)
    await again.stop()
  })

  it('is not misled when the number of the lost server belongs to another program now', async () => {
    const dataDir = join(playground, 'plain')
    const runner = await chooseRunner(join(dataDir, 'data'))
    const other = spawn('sleep', ['60'], { ...runner, stdio: 'ignore' })
    children.push(other)
    const file = join(dataDir, 'data', 'postmaster.pid')
    await writeFile(file, `${other.pid}\n${dirname(file)}\n1\n5999\n\n127.0.0.1\n 1 1\nready\n`)
    const { url, stop } = await start({ dataDir })
    expect(await ask(url, 'select 1')).toBe(1)
    expect(isAlive(other.pid ?? 0)).toBe(true)
    await stop()
  })
})

describe('two processes of one project', () => {
  it('share one server, which ends with the last of them', async () => {
    const dataDir = join(playground, 'plain')
    const [here, there] = await Promise.all([
      start({ dataDir }),
      inAnotherProcess(dataDir, '-', 'hold'),
    ])
    expect(there.answer.url).toBe(here.url)
    const server = await serverOf(dataDir)
    await there.end('SIGTERM')
    expect(await ask(here.url, 'select 1')).toBe(1)
    await here.stop()
    // Begun by a process that is gone, it counts as there until the system has taken note that it ended.
    await vi.waitFor(() => expect(isAlive(server)).toBe(false), 10_000)
  })

  it('may all come first', async () => {
    const dataDir = join(playground, 'crowd')
    const crowd = await Promise.all([1, 2, 3].map(() => start({ dataDir, durable: false })))
    expect(new Set(crowd.map(({ url }) => url)).size).toBe(1)
    for (const { stop } of crowd) await stop()
    expect(existsSync(dataDir)).toBe(false)
  })
})

describe('each thing that can be wrong is told in one sentence', () => {
  it('a folder that is a file, or holds something else', async () => {
    const file = join(playground, 'a-file')
    await writeFile(file, '')
    expect(await refusal(file)).toMatchObject({ code: 'unreadable_data' })
    const folder = join(playground, 'something-else')
    await mkdir(join(folder, 'data'), { recursive: true })
    if (weAreRoot()) await chown(join(folder, 'data'), NOBODY, NOBODY)
    const told = await refusal(folder)
    expect(told.code).toBe('unreadable_data')
    expect(told.message).toContain('DATABASE_URL')
  })

  it.skipIf(
    !weAreRoot() || !canReach(fileURLToPath(import.meta.url), { uid: NOBODY, gid: NOBODY }),
  )("a folder that is somebody else's", async () => {
    const dataDir = join(playground, 'private')
    await mkdir(dataDir, { mode: 0o700 })
    const { answer } = await inAnotherProcess(dataDir, String(NOBODY), 'once')
    expect(answer.code).toBe('unreadable_data')
    expect(answer.message).toContain(dataDir)
  })

  it('data of another major version, and data that is damaged', async () => {
    const dataDir = join(playground, 'plain')
    const [version, control] = ['PG_VERSION', 'global/pg_control'].map((f) =>
      join(dataDir, 'data', f),
    )
    const true_ = await readFile(String(version))
    await writeFile(String(version), '15\n')
    expect(await refusal(dataDir)).toMatchObject({
      code: 'wrong_version',
      message: expect.stringContaining('version 15'),
    })
    await writeFile(String(version), true_)
    const whole = await readFile(String(control))
    await writeFile(String(control), Buffer.alloc(whole.length))
    expect((await refusal(dataDir)).code).toBe('start_failed')
    await writeFile(String(control), whole)
  })
})

describe.skipIf(!weAreRoot())('root keeps the project in a private home', () => {
  const note = async (dataDir: string) =>
    String((await readFile(`${dataDir}.where`, 'utf8')).split('\n')[0])

  it('has its data elsewhere, with a note; it moves along, and a copy gets its own', async () => {
    const home = join(playground, 'private-home')
    const dataDir = join(home, 'clone', 'postgres')
    await mkdir(dirname(dataDir), { recursive: true })
    await chmod(home, 0o700)
    const first = await start({ dataDir })
    await ask(first.url, 'create table kept as select 1')
    await first.stop()
    elsewhere.push(await note(dataDir))
    expect((await stat(home)).mode & 0o777).toBe(0o700)

    await rename(join(home, 'clone'), join(home, 'moved'))
    const moved = join(home, 'moved', 'postgres')
    const second = await start({ dataDir: moved })
    expect(await ask(second.url, 'select count(*)::int from kept')).toBe(1)
    await second.stop()

    await cp(join(home, 'moved'), join(home, 'copied'), { recursive: true })
    const copied = join(home, 'copied', 'postgres')
    const third = await start({ dataDir: copied, durable: false })
    expect(await ask(third.url, "select to_regclass('kept')")).toBe(null)
    const folder = await note(copied)
    expect(folder).not.toBe(await note(moved))
    await third.stop()
    expect([existsSync(folder), existsSync(`${copied}.where`)]).toEqual([false, false])
  })

  it('has the programs copied within reach, and an altered copy replaced', async () => {
    const runner = await chooseRunner(join(playground, 'none'))
    const found = await findBinaries(runner, [playground], () => undefined)
    const native = dirname(dirname(found.postgres))
    const copies = join(playground, 'copies')
    const copied: string[] = []
    const means = { runner, restoreLinks, log: (line: string) => copied.push(line) }
    const copy = () => copyWithinReach(native, [copies], 'postgres-test', means)
    const where = await copy()
    expect((await run(join(where, 'bin', 'postgres'), ['--version'], runner)).code).toBe(0)
    await copy()
    expect(copied).toHaveLength(1)
    await writeFile(join(where, 'bin', 'postgres'), 'something else')
    await copy()
    expect(copied).toHaveLength(2)
    expect((await run(join(where, 'bin', 'postgres'), ['--version'], runner)).code).toBe(0)
  })
})
