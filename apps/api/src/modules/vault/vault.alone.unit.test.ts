import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../../../../..')
const CODE = /\.(ts|tsx|mjs|js)$/

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (['node_modules', 'dist', '.turbo'].includes(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesIn(path)
    else if (CODE.test(entry.name) && !entry.name.includes('.test.')) yield path
  }
}

const using = (word: RegExp): string[] =>
  ['apps', 'packages']
    .flatMap((top) => [...filesIn(join(ROOT, top))])
    .filter((path) => word.test(readFileSync(path, 'utf8')))
    .map((path) => relative(ROOT, path))

it('what is sealed is opened in one file, and nothing else in the product can decrypt (PE5, trust §4.6)', () => {
  expect(using(/\bcreateDecipheriv\b|\bsubtle\s*\.\s*decrypt\b|pgp_sym_decrypt/)).toEqual([
    'apps/api/src/modules/vault/vault.rules.ts',
  ])
})

it('the file that opens is reached through the use case that writes down who looked, and no other way', () => {
  expect(using(/\bunseal\w*\s*\(/)).toEqual([
    'apps/api/src/modules/vault/vault.rules.ts',
    'apps/api/src/modules/vault/vault.usecases.ts',
  ])
})
