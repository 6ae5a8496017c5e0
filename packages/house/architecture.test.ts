import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from './tools.ts'

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** The names between two marks of a text, in its order. */
function namesIn(text: string, [from, to]: [string, string], separator: RegExp): string[] {
  const start = text.indexOf(from)
  const part = text.slice(start + from.length, text.indexOf(to, start + from.length))
  return part
    .split(separator)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

const enforced = namesIn(read('.dependency-cruiser.cjs'), ['const ORDER = [', ']'], /[',\s]+/)
const architecture = read('docs/ARCHITECTURE.md')

it('the page on architecture names every module, in the line that is enforced', () => {
  const told = namesIn(architecture, ['`audit · ', '`'], /·/)
  expect(['audit', ...told]).toEqual(enforced)
})

it('there is a folder for each of them, and no other', () => {
  const folders = readdirSync(join(ROOT, 'apps/api/src/modules'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  expect(folders.toSorted()).toEqual(enforced.toSorted())
})
