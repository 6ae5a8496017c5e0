import { constants } from 'node:fs'
import { chmod, copyFile, lstat, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { detail, progress } from './embedded.words.ts'
import { EmbeddedError } from './embedded-error.ts'
import { ourOwnFolder } from './folders.ts'
import type { Runner } from './runner.ts'

type Means = {
  runner: Runner
  log: (line: string) => void
  restoreLinks: (native: string) => Promise<boolean>
}

/**
 * The folder of a faithful copy of `native`, in the first of `homes` that only we can change. A copy made
 * earlier is used after checking every file; a half-made or altered one is replaced.
 * @throws {EmbeddedError} no_binaries
 */
export async function copyWithinReach(
  native: string,
  homes: readonly string[],
  name: string,
  { runner, log, restoreLinks }: Means,
): Promise<string> {
  const home = await ourOwnFolder(homes, runner)
  if (!home) throw new EmbeddedError('no_binaries', detail.noFolderInReach)
  const copy = join(home, name, 'native')
  if (await isFaithful(copy, native)) return copy
  log(progress.copying(join(home, name)))
  const draft = await mkdtemp(join(home, `${name}-`))
  try {
    await chmod(draft, 0o755)
    await copyTree(native, join(draft, 'native'))
    await restoreLinks(join(draft, 'native'))
    await rm(join(home, name), { recursive: true, force: true })
    await rename(draft, join(home, name))
  } catch (cause) {
    await rm(draft, { recursive: true, force: true })
    // Somebody else made the same copy meanwhile.
    if (!(await isFaithful(copy, native)))
      throw new EmbeddedError('no_binaries', detail.doesNotRun(copy, String(cause)), { cause })
  }
  return copy
}

export type Listed = { path: string; kind: 'folder' | 'file' | 'link' }

/** Everything below `root`, as paths relative to it, parents first. */
export async function everyFileIn(root: string): Promise<Listed[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return entries
    .map((entry): Listed => {
      const kind = entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : 'file'
      return { path: relative(root, join(entry.parentPath, entry.name)), kind }
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function copyTree(from: string, to: string) {
  await mkdir(to, { mode: 0o755 })
  for (const { path, kind } of await everyFileIn(from)) {
    if (kind === 'link') continue
    const target = join(to, path)
    if (kind === 'folder') await mkdir(target)
    else await copyFile(join(from, path), target, constants.COPYFILE_FICLONE)
    const program = kind === 'folder' || dirname(path) === 'bin'
    await chmod(target, program ? 0o755 : 0o644)
  }
}

/** Same files, same sizes, all ours and changeable by nobody else. Links may only name a neighbour. */
async function isFaithful(copy: string, native: string): Promise<boolean> {
  const ours = process.getuid?.()
  try {
    const [there, here] = await Promise.all([everyFileIn(copy), everyFileIn(native)])
    const solid = (files: Listed[]) => files.filter((file) => file.kind !== 'link')
    if (JSON.stringify(solid(there)) !== JSON.stringify(solid(here))) return false
    for (const { path, kind } of there) {
      const [mine, theirs] = [await lstat(join(copy, path)), await lstat(join(native, path))]
      if (ours !== undefined && mine.uid !== ours) return false
      if (kind !== 'link' && mine.mode & 0o022) return false
      if (kind === 'file' && mine.size !== theirs.size) return false
    }
    return true
  } catch {
    return false
  }
}
