import { resolve } from 'node:path'
import { type Config, readConfig } from '../config.ts'
import { type OpenDatabase, openDatabase } from './database.ts'
import { type Environment, withDefaults } from './settings.ts'
import { words } from './start.words.ts'
import { explain, StartError } from './start-error.ts'
import { warningsOf } from './warnings.ts'

/** What a start puts together. Handed in, so that the order of things is all that is here. */
export type Parts = {
  migrate(ownerUrl: string, appUrl: string): Promise<void>
  startServer(config: Config): Promise<{ address: string; close(): Promise<void> }>
  startWorker(config: Config): Promise<{ close(): Promise<void> }>
  demo: Demo
}

export type Demo = {
  /** Loads the demo place into a database that has none. */
  seed(databaseUrl: string): Promise<'loaded' | 'already there'>
  /** Who can sign in there, and who they are in a few words. */
  people: readonly { email: string; who: string }[]
}

export type Surroundings = {
  /** The folder of the whole project. */
  root: string
  /** Run from source for daily work: the pages come from their own server, with its own address. */
  fromSource?: boolean
  env: Environment
  say: (line: string) => void
  /** Aborted when nobody wants the product any more. */
  signal: AbortSignal
}

/** A started product, and how to end it. */
export type Product = { close(): Promise<void> }

/**
 * Starts everything in one process: database, tables, demo place, server, worker. When a part fails, those
 * already started are stopped again.
 * @throws {StartError} with a sentence for the person at the terminal
 */
export async function startProduct(parts: Parts, around: Surroundings): Promise<Product> {
  const opened: (() => Promise<void>)[] = []
  const close = async () => {
    for (const end of opened.splice(0).reverse()) await end()
  }
  const { env } = around
  const known = { port: Number(env.PORT || 3000), databaseUrl: env.DATABASE_URL ?? '' }
  try {
    await open(parts, around, opened)
    return { close }
  } catch (error) {
    await close().catch(() => undefined)
    throw new StartError(explain(error, known), { cause: error })
  }
}

async function open(parts: Parts, around: Surroundings, opened: (() => Promise<void>)[]) {
  const { say, signal } = around
  const given = Object.fromEntries(Object.entries(around.env).filter(([, value]) => value !== ''))
  const data = resolve(around.root, given.DATA_DIR ?? '.data')
  const settings = await withDefaults(given, around, data)
  // Settings are judged before a database is started for nothing; its address comes later.
  const judged = readConfig({ ...settings, DATABASE_URL: given.DATABASE_URL ?? 'postgres://' })
  for (const warning of warningsOf(judged, process.version, new Date())) say(warning)

  const database = await openDatabase(given, data, say)
  opened.push(database.stop)
  const config = readConfig({ ...settings, DATABASE_URL: database.appUrl })
  signal.throwIfAborted()
  await fill(parts, database, config.demo, say)
  signal.throwIfAborted()

  say(words.serving)
  const server = await parts.startServer(config)
  opened.push(server.close)
  const worker = await parts.startWorker(config)
  opened.push(worker.close)
  signal.throwIfAborted()
  tellHow(config, parts.demo, say)
}

async function fill(
  { migrate, demo }: Parts,
  { ownerUrl, appUrl }: OpenDatabase,
  withDemo: boolean,
  say: (line: string) => void,
) {
  say(words.migrating)
  await migrate(ownerUrl, appUrl)
  if (!withDemo) return
  say(words.demo)
  if ((await demo.seed(ownerUrl)) === 'loaded') say(words.demoLoaded)
}

function tellHow(config: Config, demo: Demo, say: (line: string) => void): void {
  say(words.ready(config.origin))
  if (config.demo && config.mail.kind === 'outbox') {
    const widest = Math.max(0, ...demo.people.map(({ email }) => email.length))
    say(words.signIn(config.origin))
    for (const { email, who } of demo.people) say(words.person(email.padEnd(widest), who))
  }
  say(words.howToStop)
}
