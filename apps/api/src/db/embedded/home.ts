import { createHash, randomBytes } from 'node:crypto'
import { access, constants, mkdir, readdir, readFile, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { detail, elsewhere, progress } from './embedded.words.ts'
import { EmbeddedError, systemCode } from './embedded-error.ts'
import { canPass, ourOwnFolder } from './folders.ts'
import { chooseRunner, type Runner, weAreRoot } from './runner.ts'

/** A folder with the cluster (`data`), its password and its log, and whom the server in it runs as. */
export type Home = { folder: string; data: string; runner: Runner }

/** Where root keeps what another user must reach, when the project itself lies in a private home. */
export const SHARED_HOMES = ['/var/lib/howcanwe', '/var/tmp/howcanwe']

/** The note beside `dataDir` whose first line says where its data is. */
export const noteOf = (dataDir: string) => `${dataDir}.where`

/**
 * Finds, or makes, the home of the cluster that `dataDir` asks for: `dataDir` itself, or a folder the
 * server's user can reach, which a note beside `dataDir` then names.
 * @throws {EmbeddedError} unreadable_data, start_failed
 */
export async function findHome(dataDir: string, log: (line: string) => void): Promise<Home> {
  const noted = await homeInNote(dataDir)
  const folder = noted ?? dataDir
  const data = join(folder, 'data')
  await makeUsable(folder)
  const runner = await chooseRunner(data)
  if (canPass(folder, runner)) {
    await makeUsable(data, true)
    return { folder, data, runner }
  }
  if (await exists(data)) throw new EmbeddedError('unreadable_data', detail.outOfReach(folder))
  return makeElsewhere(dataDir, runner, log)
}

async function makeElsewhere(dataDir: string, runner: Runner, log: (line: string) => void) {
  const parent = await ourOwnFolder(SHARED_HOMES, runner)
  if (!parent) throw new EmbeddedError('start_failed', detail.noFolderInReach)
  const key = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  for (const old of await readdir(parent))
    if (old.startsWith(`${key}-`)) log(progress.left(join(parent, old)))
  const folder = join(parent, `${key}-${randomBytes(3).toString('hex')}`)
  await mkdir(folder, { mode: 0o711 })
  await writeFile(projectIn(folder), dataDir)
  await writeFile(noteOf(dataDir), elsewhere(folder))
  await rmdir(dataDir).catch(() => undefined)
  return { folder, data: join(folder, 'data'), runner }
}

const projectIn = (folder: string) => join(folder, 'project')

/** A copied project must not share the data of its original; a moved one keeps its own. */
async function homeInNote(dataDir: string): Promise<string | undefined> {
  const folder = await firstLine(noteOf(dataDir))
  if (!folder) return undefined
  const project = await firstLine(projectIn(folder))
  if (project === undefined) return undefined
  if (project === dataDir) return folder
  if ((await firstLine(noteOf(project))) === folder) return undefined
  await writeFile(projectIn(folder), dataDir)
  return folder
}

async function firstLine(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).split('\n')[0]
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return undefined
    throw new EmbeddedError('unreadable_data', detail.notAllowed(file), { cause })
  }
}

async function makeUsable(folder: string, onlyIfThere = false): Promise<void> {
  try {
    if (onlyIfThere && !(await exists(folder))) return
    await mkdir(dirname(folder), { recursive: true })
    await mkdir(folder, { recursive: true, mode: weAreRoot() ? 0o711 : 0o700 })
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    const notAFolder = ['EEXIST', 'ENOTDIR'].includes(systemCode(cause))
    const why = notAFolder ? detail.notAFolder(folder) : detail.notAllowed(folder)
    throw new EmbeddedError('unreadable_data', why, { cause })
  }
}

/** Whether something is there. A folder we may not look into counts as there. */
export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    (error) => systemCode(error) !== 'ENOENT',
  )
}
