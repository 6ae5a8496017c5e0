import { randomBytes } from 'node:crypto'
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { detail } from './embedded.words.ts'
import { EmbeddedError } from './embedded-error.ts'
import { identify, stillLives } from './processes.ts'

const PATIENCE_SECONDS = 120

/**
 * Runs `task` while no other process starts or stops the cluster of this home. A lock left by a dead
 * process is taken over.
 * @throws {EmbeddedError} start_failed when the other takes longer than two minutes
 */
export async function alone<T>(home: string, task: () => Promise<T>): Promise<T> {
  const lock = join(home, 'lock')
  const deadline = Date.now() + PATIENCE_SECONDS * 1000
  while (!(await take(lock))) {
    if (Date.now() > deadline)
      throw new EmbeddedError('start_failed', detail.busy(PATIENCE_SECONDS))
    await wait(50)
  }
  try {
    return await task()
  } finally {
    await rm(lock, { force: true })
  }
}

/** A link appears with its content already in it, which a newly opened file does not. */
async function take(lock: string): Promise<boolean> {
  const draft = `${lock}-${randomBytes(6).toString('hex')}`
  await writeFile(draft, me())
  try {
    await link(draft, lock)
    return true
  } catch {
    const holder = await readFile(lock, 'utf8').catch(() => undefined)
    if (holder !== undefined && !stillLives(holder)) await rm(lock, { force: true })
    return false
  } finally {
    await rm(draft, { force: true })
  }
}

const me = () => identify(process.pid) ?? String(process.pid)

/** Notes that this process uses the cluster. Returns the note's name, for `leave`. */
export async function enter(home: string): Promise<string> {
  const name = `${me()}.${randomBytes(6).toString('hex')}`
  await mkdir(join(home, 'users'), { recursive: true })
  await writeFile(join(home, 'users', name), '')
  return name
}

/** Takes the note back and tells whether nobody alive uses the cluster any more. */
export async function leave(home: string, name: string): Promise<boolean> {
  await rm(join(home, 'users', name), { force: true })
  return !(await isUsed(home))
}

/** Whether any living process uses the cluster of this home. Notes left by dead ones are removed. */
export async function isUsed(home: string): Promise<boolean> {
  const notes = await readdir(join(home, 'users')).catch(() => [])
  const dead = notes.filter((note) => !stillLives(note.split('.')[0] ?? ''))
  for (const note of dead) await rm(join(home, 'users', note), { force: true })
  return dead.length < notes.length
}
