import { spawn } from 'node:child_process'
import { open, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { lastLine } from './create-cluster.ts'
import { detail, progress } from './embedded.words.ts'
import { EmbeddedError } from './embedded-error.ts'
import { freePort } from './free-port.ts'
import type { Home } from './home.ts'
import { readPidFile } from './postmaster.ts'
import { asRunner, run } from './runner.ts'

const READY_SECONDS = 120
const STOP_SECONDS = 15
const LOG_BYTES = 5_000_000

/** A second try helps against these: a port taken meanwhile, children of a killed server still leaving. */
const PASSES = /could not bind|Address already in use|still in use|postmaster\.pid" already exists/

/**
 * Starts the server of this home on a free local port and returns that port once it answers.
 * @throws {EmbeddedError} start_failed, with the server's own last words
 */
export async function startServer(
  home: Home,
  binaries: Binaries,
  durable: boolean,
  log: (line: string) => void,
): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const server = await launch(home, binaries.postgres, settings(home, port, durable))
    if (await untilReady(home.data, server, log)) return port
    const last = await server.words()
    if (attempt === 5 || !PASSES.test(last))
      throw new EmbeddedError('start_failed', detail.ended(lastLine(last)))
    await wait(attempt * 500)
  }
}

function settings(home: Home, port: number, durable: boolean): string[] {
  const always = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // The log tells what failed and never the values of a row, which may be somebody's.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: 0,
  }
  const safe = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }
  const quick = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    autovacuum: 'off',
    max_connections: 200,
  }
  const all = Object.entries({ ...always, ...(durable ? safe : quick) })
  return ['-D', home.data, ...all.flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** Detached, so that Ctrl-C reaches us alone and requests can end before their database does. */
async function launch(home: Home, postgres: string, args: string[]) {
  const file = join(home.folder, 'postgres.log')
  const before = await stat(file).catch(() => undefined)
  if (before && before.size > LOG_BYTES) await rename(file, `${file}.old`)
  const output = await open(file, 'a', 0o600)
  const from = (await output.stat()).size
  const stdio: ['ignore', number, number] = ['ignore', output.fd, output.fd]
  const child = spawn(postgres, args, { ...asRunner(home.runner), detached: true, stdio })
  let trouble: string | undefined
  child.on('error', (error) => {
    trouble = error.message
  })
  child.unref()
  await output.close()
  const words = async () => trouble ?? (await readFile(file)).subarray(from).toString('utf8')
  const hasEnded = () => trouble !== undefined || child.exitCode !== null || !!child.signalCode
  return { pid: child.pid, hasEnded, words }
}

/**
 * Waits for the server of this data folder to say it is ready; false when it ends first.
 * @throws {EmbeddedError} start_failed after two minutes
 */
export async function untilReady(
  data: string,
  server: { pid: number | undefined; hasEnded: () => boolean },
  log: (line: string) => void,
): Promise<boolean> {
  for (let tick = 0; tick < READY_SECONDS * 50; tick++) {
    if (server.hasEnded()) return false
    const written = await readPidFile(data)
    if (written?.ready && written.pid === server.pid) return true
    if (tick === 250) log(progress.recovering)
    await wait(20)
  }
  throw new EmbeddedError('start_failed', detail.slow(READY_SECONDS))
}

/** Ends the server: at once but orderly, and after 15 seconds without ceremony (its next start repairs). */
export async function stopServer(home: Home, binaries: Binaries): Promise<void> {
  for (const mode of ['fast', 'immediate']) {
    const args = ['stop', '-D', home.data, '-m', mode, '-w', '-t', String(STOP_SECONDS)]
    const { code } = await run(binaries.pgCtl, args, home.runner)
    if (code === 0 || !(await readPidFile(home.data))) return
  }
}
