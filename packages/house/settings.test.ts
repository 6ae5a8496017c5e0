import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from './tools.ts'

const text = (file: string) => readFileSync(join(ROOT, file), 'utf8')
const names = (file: string, pattern: RegExp) =>
  [...text(file).matchAll(pattern)].map((found) => String(found[1])).sort()

/** Settings that are not the server's: of `pnpm start` and migrations, of Docker Compose, of the tests. */
const ASIDE = [
  'APP_PASSWORD',
  'CHROME_PATH',
  'DATABASE_OWNER_URL',
  'DATA_DIR',
  'POSTGRES_PASSWORD',
  'TEST_DATABASE_URL',
]

const settings = names('apps/api/src/config.ts', /^ {2}([A-Z][A-Z_]+): z/gm)
const explained = names('.env.example', /^#?([A-Z][A-Z_]+)=/gm)

it('explains every setting the server reads, and none it does not', () => {
  expect(settings.length).toBeGreaterThan(12)
  expect(explained).toEqual([...settings, ...ASIDE].sort())
})

it('gives the containers only settings that exist', () => {
  const given = names('docker-compose.yml', /\$\{([A-Z][A-Z_]+)/g)
  expect(given.filter((name) => !explained.includes(name))).toEqual([])
})

it('copies every package into the image before it installs', () => {
  const copied = names('apps/api/Dockerfile', /^COPY ((?:apps|packages)\/\w+)\/package\.json/gm)
  const importers = names('pnpm-lock.yaml', /^ {2}((?:apps|packages)\/\w+):/gm)
  expect(copied).toEqual(importers)
})
