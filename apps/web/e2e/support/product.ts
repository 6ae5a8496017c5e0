import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../../api/src/db/embedded/index.ts'
import { cloneDatabase } from '../../../api/test/databases.ts'

const API = fileURLToPath(new URL('../../../api/dist/', import.meta.url))
const WEB = fileURLToPath(new URL('../../dist/', import.meta.url))
const READY_SECONDS = 30
const STOP_SECONDS = 12

export type Product = {
  /** 'http://localhost:4321'; the pages and the API. */
  url: string
  /** Its database, a clone of its own, for whoever owns the tables. */
  databaseUrl: string
  /** Everything the server and the worker have written so far. */
  log(): string
  stop(): Promise<void>
}

export type ProductOptions = {
  /** Fills the database before the server starts. */
  prepare?: (databaseUrl: string) => Promise<void>
  /** Settings beside or instead of the usual ones. */
  env?: Record<string, string>
}

/** Boots what was built (server and worker, letters kept in, demo on) against a database of its own. */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  for (const file of [join(API, 'main.js'), join(WEB, 'index.html')])
    if (!existsSync(file)) throw new Error(`Build first: ${file} is missing.`)
  const database = await cloneDatabase()
  const children: ChildProcess[] = []
  const stop = async () => {
    await Promise.all(children.map(end))
    await database.drop()
  }
  try {
    await options.prepare?.(database.url)
    const port = await freePort()
    const env = { ...process.env, ...settings(port, database.appUrl), ...options.env }
    let log = ''
    for (const part of ['main.js', 'worker.js']) {
      const child = spawn(process.execPath, [join(API, part)], {
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      children.push(child)
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk) => {
          log += chunk
        })
    }
    const url = `http://localhost:${port}`
    await ready(url, children, () => log)
    return { url, databaseUrl: database.url, log: () => log, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function settings(port: number, databaseUrl: string): Record<string, string> {
  const secret = () => randomBytes(32).toString('base64')
  return {
    NODE_ENV: 'production',
    PORT: String(port),
    HOST: '127.0.0.1',
    ORIGIN: `http://localhost:${port}`,
    DATABASE_URL: databaseUrl,
    JWT_SECRET: secret(),
    REFRESH_SECRET: secret(),
    VAULT_KEY: secret(),
    MAIL: 'outbox',
    DEMO: '1',
    RATE_LIMIT: '0',
    LOG_LEVEL: 'warn',
    WEB_DIR: WEB,
  }
}

async function ready(url: string, children: ChildProcess[], log: () => string) {
  for (let tick = 0; tick < READY_SECONDS * 20; tick++) {
    if (children.some(hasEnded)) throw new Error(`The product ended while starting:\n${log()}`)
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await wait(50)
  }
  throw new Error(`The product was not ready after ${READY_SECONDS} seconds:\n${log()}`)
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

async function end(child: ChildProcess) {
  if (hasEnded(child)) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), STOP_SECONDS * 1000)
  await ended
  clearTimeout(late)
}
