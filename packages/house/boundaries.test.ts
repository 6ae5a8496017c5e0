import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesIn, ROOT, runTool } from './tools.ts'

type Dependency = { module: string; resolved: string; couldNotResolve: boolean }
type Cruised = {
  modules: { source: string; dependencies: Dependency[] }[]
  summary: { violations: { rule: { name: string }; from: string; to: string }[] }
}

const SOURCES = ['apps/api/src', 'apps/web/src', 'packages/shared/src']
const CODE = /\.tsx?$/

async function cruise(folder: string, paths: string[]): Promise<Cruised> {
  const config = join(folder, '.dependency-cruiser.cjs')
  const args = ['--config', config, '--output-type', 'json', ...paths]
  const { output, said } = await runTool('depcruise', args, folder)
  if (!output.startsWith('{')) throw new Error(said)
  return JSON.parse(output) as Cruised
}

const complaints = ({ summary }: Cruised) =>
  summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)

describe('the project', () => {
  let cruised: Cruised
  beforeAll(async () => {
    cruised = await cruise(ROOT, SOURCES)
  }, 120_000)

  it('has modules that only look left and use each other by the front door', () => {
    expect(complaints(cruised)).toEqual([])
  })

  it('was seen whole: every source file, folder by folder', () => {
    const seen = cruised.modules.map(({ source }) => source).filter((path) => CODE.test(path))
    const ours = seen.filter((path) => SOURCES.some((folder) => path.startsWith(`${folder}/`)))
    const there = SOURCES.flatMap((folder) => filesIn(folder, CODE))
    expect(there.length).toBeGreaterThan(100)
    expect(perFolder(ours)).toEqual(perFolder(there))
  })

  it('has imports that lead somewhere, also those of the shared contracts', () => {
    const all = cruised.modules.flatMap(({ source, dependencies }) =>
      dependencies.map((to) => ({ source, ...to })),
    )
    const contracts = all.filter(({ module }) => module.startsWith('@howcanwe/shared/'))
    expect(contracts.length).toBeGreaterThan(20)
    expect(contracts.filter(({ resolved }) => !resolved.startsWith('packages/shared/'))).toEqual([])
    const lost = all.filter(
      ({ module, couldNotResolve }) => couldNotResolve && /^[.@]/.test(module),
    )
    expect(lost.map(({ source, module }) => `${source}: ${module}`)).toEqual([])
  })
})

function perFolder(paths: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const path of paths.map(dirname).sort()) counts[path] = (counts[path] ?? 0) + 1
  return counts
}

const api = 'apps/api/src'
const modules = `${api}/modules`
const web = 'apps/web/src'

/** Each wrong file, the import that makes it so, and the rule that has to name it. */
const WRONG: [rule: string, file: string, imports: string][] = [
  [
    'only-look-left:challenges',
    `${modules}/challenges/a.usecases.ts`,
    `${modules}/interests/index.ts`,
  ],
  ['front-door', `${modules}/interests/b.usecases.ts`, `${modules}/challenges/inner.rules.ts`],
  [
    'every-module-stands-in-line',
    `${modules}/cohorts/c.usecases.ts`,
    `${modules}/newcomers/index.ts`,
  ],
  ['tables-from-queries', `${modules}/interests/d.routes.ts`, `${modules}/interests/own.table.ts`],
  ['rules-are-pure', `${modules}/interests/e.rules.ts`, `${api}/db/database.ts`],
  ['rules-are-pure', `${modules}/interests/f.policy.ts`, 'drizzle-orm'],
  ['http-and-db-know-no-noun', `${api}/http/g.ts`, `${modules}/interests/index.ts`],
  ['web-never-imports-api', `${web}/lib/h.ts`, `${api}/db/database.ts`],
  ['features-never-meet', `${web}/features/interests/i.ts`, `${web}/features/challenges/view.ts`],
  ['ui-has-no-domain-word', `${web}/ui/j.ts`, `${web}/features/challenges/view.ts`],
  [
    'shared-imports-nothing-of-ours',
    'packages/shared/src/http/k.ts',
    `${web}/features/challenges/view.ts`,
  ],
  ['no-cycles', `${modules}/places/l.ts`, `${modules}/places/m.ts`],
]

/** Files that may be imported, and one that imports as it should. */
const RIGHT: [file: string, imports: string][] = [
  [`${modules}/challenges/index.ts`, ''],
  [`${modules}/challenges/inner.rules.ts`, ''],
  [`${modules}/challenges/challenges.table.ts`, ''],
  [`${modules}/interests/index.ts`, ''],
  [`${modules}/interests/own.table.ts`, `${modules}/challenges/challenges.table.ts`],
  [`${modules}/interests/ok.usecases.ts`, `${modules}/challenges/index.ts`],
  [`${modules}/interests/ok.queries.ts`, `${modules}/interests/own.table.ts`],
  [`${modules}/newcomers/index.ts`, ''],
  [`${modules}/places/m.ts`, `${modules}/places/l.ts`],
  [`${api}/db/database.ts`, ''],
  [`${web}/features/challenges/view.ts`, ''],
  [`${web}/app/page.ts`, `${web}/features/challenges/view.ts`],
]

describe('a mistake in the direction of an import', () => {
  let tree = ''
  let found: string[] = []

  beforeAll(async () => {
    tree = mkdtempSync(join(tmpdir(), 'howcanwe-boundaries-'))
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.base.json'])
      cpSync(join(ROOT, file), join(tree, file))
    for (const [file, imports] of RIGHT) write(tree, file, imports)
    for (const [, file, imports] of WRONG) write(tree, file, imports)
    found = complaints(await cruise(tree, ['apps', 'packages']))
  }, 120_000)

  afterAll(() => rmSync(tree, { recursive: true, force: true }))

  it.each(WRONG)('breaks the rule %s when %s imports %s', (rule, file, imports) => {
    expect(found).toContain(`${rule}: ${file} -> ${imports}`)
  })

  it('is all that is complained about', () => {
    const culprits = new Set([...WRONG.map(([, file]) => file), `${modules}/places/m.ts`])
    const innocent = found.filter((line) => !culprits.has(line.split(' ')[1] ?? ''))
    expect(innocent).toEqual([])
  })
})

function write(tree: string, file: string, imports: string) {
  const path = join(tree, file)
  mkdirSync(dirname(path), { recursive: true })
  const target = imports.includes('/') ? join(tree, imports) : imports
  writeFileSync(
    path,
    imports ? `import * as there from '${target}'\nexport { there }\n` : 'export {}\n',
  )
}
