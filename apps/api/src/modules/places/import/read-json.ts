import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { ImportProblem } from './problem.ts'

/** A published file is read as a whole; the largest we know of one publisher is a tenth of this. */
const LARGEST_BYTES = 200 * 1024 * 1024

const textOf = (bytes: Buffer, path: string): string => {
  const [a, b] = bytes
  if (a === undefined) throw new ImportProblem('empty', path)
  if ((a === 0x50 && b === 0x4b) || (a === 0x1f && b === 0x8b))
    throw new ImportProblem('packed', path)
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
    throw new ImportProblem('not_utf8', path)
  return bytes.toString('utf8').replace(/^\uFEFF/, '')
}

/**
 * What a JSON file holds.
 *
 * @throws ImportProblem nothing_there | too_big | empty | packed | not_utf8 | not_json
 */
export async function readJson(path: string): Promise<unknown> {
  const info = await stat(path).catch(() => null)
  if (!info?.isFile()) throw new ImportProblem('nothing_there', path)
  if (info.size > LARGEST_BYTES) throw new ImportProblem('too_big', basename(path))
  const text = textOf(await readFile(path), path)
  try {
    return JSON.parse(text)
  } catch {
    throw new ImportProblem('not_json', basename(path))
  }
}
