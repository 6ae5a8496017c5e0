import { chmod, lstat, mkdir } from 'node:fs/promises'
import { canReach, type Runner, weAreRoot } from './runner.ts'

/**
 * The first of `folders` that can be made (or is there) as ours alone to change and that the runner may
 * pass through. A folder somebody else laid out under that name is left alone.
 */
export async function ourOwnFolder(folders: readonly string[], runner: Runner) {
  for (const folder of folders) if (await isOurs(folder, runner)) return folder
  return undefined
}

async function isOurs(folder: string, runner: Runner): Promise<boolean> {
  try {
    if (await mkdir(folder, { recursive: true })) await chmod(folder, weAreRoot() ? 0o711 : 0o700)
    const entry = await lstat(folder)
    const ours = process.getuid === undefined || entry.uid === process.getuid()
    return entry.isDirectory() && ours && !(entry.mode & 0o022) && canPass(folder, runner)
  } catch {
    return false
  }
}

/** Whether the runner could reach a file inside `folder`, were it allowed to read it. */
export function canPass(folder: string, runner: Runner): boolean {
  return canReach(`${folder}/-`, runner)
}
