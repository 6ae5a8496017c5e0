import { randomBytes } from 'node:crypto'
import { chown, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { detail } from './embedded.words.ts'
import { EmbeddedError } from './embedded-error.ts'
import { exists, type Home } from './home.ts'
import { run } from './runner.ts'

const passwordFile = (home: Home) => join(home.folder, 'password')

/** The superuser's password, 48 hexadecimal digits, readable by the starter alone. */
export async function readPassword(home: Home): Promise<string> {
  return readFile(passwordFile(home), 'utf8').catch((cause) => {
    throw new EmbeddedError('unreadable_data', detail.noPassword(passwordFile(home)), { cause })
  })
}

/** The password of the application's own login, made at the first start; readable by the starter alone. */
export async function readAppPassword(home: Home): Promise<string> {
  const file = join(home.folder, 'app-password')
  if (!(await exists(file)))
    await writeFile(file, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' })
  return readFile(file, 'utf8').catch((cause) => {
    throw new EmbeddedError('unreadable_data', detail.noPassword(file), { cause })
  })
}

/**
 * Whether the home holds a cluster this PostgreSQL can serve.
 * @throws {EmbeddedError} wrong_version, unreadable_data
 */
export async function hasCluster(home: Home, binaries: Binaries): Promise<boolean> {
  if (!(await exists(home.data))) return false
  const version = await readFile(join(home.data, 'PG_VERSION'), 'utf8').catch((cause) => {
    throw new EmbeddedError('unreadable_data', detail.notACluster(home.data), { cause })
  })
  if (version.trim() === binaries.major) return true
  throw new EmbeddedError('wrong_version', detail.version(version.trim(), binaries.major))
}

/**
 * Makes an empty cluster: UTF-8, byte order for sorting, Unicode for upper and lower case, checksums,
 * passwords as SCRAM. Built aside and moved in whole, so that a broken-off start leaves no half cluster.
 */
export async function createCluster(home: Home, binaries: Binaries, durable: boolean) {
  const password = randomBytes(24).toString('hex')
  await removeRemains(home.folder)
  const workshop = await mkdtemp(join(home.folder, WORKSHOP))
  const [draft, secret] = [join(workshop, 'data'), join(workshop, 'password')]
  try {
    await writeFile(secret, password, { mode: 0o600 })
    if (home.runner)
      for (const path of [secret, workshop]) await chown(path, home.runner.uid, home.runner.gid)
    const made = await run(binaries.initdb, initdbArgs(draft, secret, durable), home.runner)
    if (made.code !== 0)
      throw new EmbeddedError('start_failed', detail.ended(lastLine(made.output)))
    await writeFile(passwordFile(home), password, { mode: 0o600 })
    await rename(draft, home.data)
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}

const WORKSHOP = 'new-'

async function removeRemains(folder: string) {
  for (const name of await readdir(folder))
    if (name.startsWith(WORKSHOP)) await rm(join(folder, name), { recursive: true, force: true })
}

function initdbArgs(data: string, passwordFile: string, durable: boolean): string[] {
  return [
    `--pgdata=${data}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    durable ? '--data-checksums' : '--no-data-checksums',
    ...(durable ? [] : ['--no-sync']),
  ]
}

/** The last line with something to say: where initdb and the server put the cause. */
export function lastLine(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim())
  const telling = lines.filter((line) => /\b(FATAL|PANIC|error):/i.test(line)).at(-1)
  return (telling ?? lines.at(-1) ?? '').trim()
}
