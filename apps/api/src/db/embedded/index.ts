import { mkdir, realpath, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Binaries, findBinaries } from './binaries.ts'
import { createCluster, hasCluster, readAppPassword, readPassword } from './create-cluster.ts'
import { detail, progress } from './embedded.words.ts'
import { EmbeddedError } from './embedded-error.ts'
import { findHome, type Home, noteOf, SHARED_HOMES } from './home.ts'
import { appAddress, isLeaving, makeDatabase } from './make-database.ts'
import { findServer } from './postmaster.ts'
import { isAlive } from './processes.ts'
import { weAreRoot } from './runner.ts'
import { startServer, stopServer, untilReady } from './server.ts'
import { alone, enter, leave } from './users.ts'

export { type EmbeddedCode, EmbeddedError } from './embedded-error.ts'
export { freePort } from './free-port.ts'

export type EmbeddedOptions = {
  /** The folder that keeps the data; made when missing. */
  dataDir: string
  /** Told one line for each step that takes time. */
  log?: (line: string) => void
  /** False only for tests: quick, unsafe against a power cut, and all of it removed by `stop`. */
  durable?: boolean
}

export type Embedded = {
  /** Superuser on the database `howcanwe`, on a local port that changes with every start. */
  url: string
  /** The same database for the application, which reads and writes rows and changes no rule. */
  appUrl: string
  /** Ends the server unless another living process uses it too. Takes 30 seconds at most. */
  stop(): Promise<void>
}

/**
 * Serves the PostgreSQL of `dataDir`: creates it, starts it, or joins the server that already runs there,
 * be it another process's or one whose starter was killed. The last process to stop ends it.
 * @throws {EmbeddedError} unreadable_data, no_binaries, wrong_version, start_failed
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { log = () => undefined, durable = true } = options
  const dataDir = await settled(options.dataDir)
  const home = await findHome(dataDir, log)
  const copies = weAreRoot() ? SHARED_HOMES : [dirname(dataDir)]
  const binaries = await findBinaries(home.runner, copies, log)
  const { url, appUrl, user } = await alone(home.folder, async () => {
    // Refuses a folder that is not for us before anything in it is touched.
    await hasCluster(home, binaries)
    const user = await enter(home.folder)
    try {
      return { ...(await reach(home, binaries, durable, log)), user }
    } catch (cause) {
      await leaveAndStop(home, binaries, user)
      if (cause instanceof EmbeddedError) throw cause
      throw new EmbeddedError('start_failed', detail.ended(String(cause)), { cause })
    }
  })
  const stop = once(async () => {
    const last = await alone(home.folder, () => leaveAndStop(home, binaries, user))
    if (last && !durable) await forget(home, dataDir)
  })
  return { url, appUrl, stop }
}

/** Whether we were the last, and so ended the server. */
async function leaveAndStop(home: Home, binaries: Binaries, user: string): Promise<boolean> {
  const last = await leave(home.folder, user)
  if (last) await stopServer(home, binaries)
  return last
}

/** A server found at work may have been told to stop, or been killed, a moment ago: then once more. */
async function reach(
  home: Home,
  binaries: Binaries,
  durable: boolean,
  log: (line: string) => void,
): Promise<{ url: string; appUrl: string }> {
  for (let attempt = 1; ; attempt++) {
    const port = await serve(home, binaries, durable, log)
    try {
      const url = await makeDatabase(port, await readPassword(home))
      return { url, appUrl: appAddress(port, await readAppPassword(home)) }
    } catch (error) {
      if (attempt === 10 || !isLeaving(error)) throw error
      await wait(attempt * 100)
    }
  }
}

async function serve(
  home: Home,
  binaries: Binaries,
  durable: boolean,
  log: (line: string) => void,
): Promise<number> {
  const there = await hasCluster(home, binaries)
  const running = there ? await findServer(home.data) : undefined
  if (running && (await untilReady(home.data, watched(running.pid), log))) {
    log(progress.joining)
    return running.port
  }
  log(there ? progress.starting : progress.creating)
  if (!there) await createCluster(home, binaries, durable)
  return startServer(home, binaries, durable, log)
}

const watched = (pid: number) => ({ pid, hasEnded: () => !isAlive(pid) })

async function settled(dataDir: string): Promise<string> {
  const parent = dirname(resolve(dataDir))
  try {
    await mkdir(parent, { recursive: true })
    return join(await realpath(parent), basename(dataDir))
  } catch (cause) {
    throw new EmbeddedError('unreadable_data', detail.notAllowed(parent), { cause })
  }
}

async function forget(home: Home, dataDir: string): Promise<void> {
  await rm(home.folder, { recursive: true, force: true })
  await rm(noteOf(dataDir), { force: true })
}

function once<T>(task: () => Promise<T>): () => Promise<T> {
  let begun: Promise<T> | undefined
  return () => {
    begun ??= task()
    return begun
  }
}
