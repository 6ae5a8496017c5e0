import { execFile, spawn } from 'node:child_process'
import { lstatSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { promisify } from 'node:util'
import { detail } from './embedded.words.ts'
import { EmbeddedError } from './embedded-error.ts'

/** Whom PostgreSQL runs as. Without ids: whoever we are. It refuses to run as root. */
export type Runner = { uid: number; gid: number } | undefined

export const weAreRoot = () => process.getuid?.() === 0

/**
 * Root steps down to the owner of the data there is, else to `postgres`, else to `nobody`: users that
 * exist, none is added.
 */
export async function chooseRunner(data: string): Promise<Runner> {
  if (!weAreRoot()) return undefined
  const owner = statSync(data, { throwIfNoEntry: false })
  if (owner?.uid === 0) throw new EmbeddedError('unreadable_data', detail.owner(data))
  if (owner) return { uid: owner.uid, gid: owner.gid }
  for (const name of ['postgres', 'nobody']) {
    const found = await idsOf(name)
    if (found) return found
  }
  throw new EmbeddedError('start_failed', detail.noUser)
}

async function idsOf(name: string): Promise<Runner> {
  const id = promisify(execFile)
  try {
    const [uid, gid] = await Promise.all([id('id', ['-u', name]), id('id', ['-g', name])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}

/** Whether the runner may enter every folder on the way to `path` and read what stands at its end. */
export function canReach(path: string, runner: Runner): boolean {
  if (!runner) return true
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const entry = statSync(folder, { throwIfNoEntry: false })
    if (entry && !allows(entry, runner, 1)) return false
    if (folder === dirname(folder)) break
  }
  const end = lstatSync(path, { throwIfNoEntry: false })
  return !end || end.isSymbolicLink() || allows(end, runner, end.isDirectory() ? 5 : 4)
}

type Entry = { mode: number; uid: number; gid: number }

function allows(entry: Entry, runner: { uid: number; gid: number }, bits: number): boolean {
  const shift = entry.uid === runner.uid ? 6 : entry.gid === runner.gid ? 3 : 0
  return ((entry.mode >> shift) & bits) === bits
}

/**
 * How our programs are started: as the runner, knowing nothing of our environment (PGPORT and its like
 * would change what they do), and from a folder anyone may stand in.
 */
export function asRunner(runner: Runner) {
  const env = process.platform === 'win32' ? undefined : { LC_ALL: 'C', PATH: '/usr/bin:/bin' }
  return { ...runner, env, cwd: resolve('/') }
}

/** Runs one of PostgreSQL's programs to its end. Rejects only when it cannot be started at all. */
export function run(file: string, args: readonly string[], runner: Runner) {
  return new Promise<{ code: number | null; output: string }>((done, fail) => {
    const child = spawn(file, args, { ...asRunner(runner), stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output = (output + chunk).slice(-4000)
      })
    child.on('error', fail)
    child.on('close', (code) => done({ code, output: output.trim() }))
  })
}
