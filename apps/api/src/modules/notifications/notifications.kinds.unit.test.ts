import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { KIND_OF, kindOf, mayStop } from './notifications.kinds.ts'

const SOURCES = new URL('../../', import.meta.url).pathname

const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(name))
  .map((name) => readFileSync(join(SOURCES, name), 'utf8'))

/** Every template that is written out, and the beginning of those put together: `roles.${kind}`. */
const found = files
  .filter((source) => /enqueue|template/.test(source))
  .flatMap((source) => [
    ...source.matchAll(/\btemplate(?:: `[^`]*`)?(?::| =)\s*(['`])([a-z-]+\.[a-z-]*)(\$\{)?/g),
  ])
const whole = found.flatMap(([, , name = '', more]) => (more ? [] : [name]))
const begun = found.flatMap(([, , name = '', more]) => (more ? [name] : []))

describe('every letter has a kind', () => {
  it('there are many', () => {
    expect(new Set(whole).size).toBeGreaterThan(15)
    expect(new Set(begun).size).toBeGreaterThan(3)
  })

  it.each([...new Set(whole)].toSorted())('%s stands in the table', (name) => {
    expect(KIND_OF.has(name)).toBe(true)
  })

  it.each([...new Set(begun)].toSorted())('so do those that begin with %s', (start) => {
    expect([...KIND_OF.keys()].some((name) => name.startsWith(start))).toBe(true)
  })
})

it.each([
  'identity.sign-in',
  'passkeys.reset',
  'interests.received',
  'cohorts.chosen',
  'cohorts.answers-late',
  'questions.due',
  'roles.suspended',
  'a.letter-nobody-has-named',
])('%s can never be stopped', (name) => {
  expect(mayStop(kindOf(name))).toBe(false)
})

it.each(['invitations.invited', 'organisations.still-so', 'alerts.digest'])(
  '%s can be stopped',
  (name) => {
    expect(mayStop(kindOf(name))).toBe(true)
  },
)
