import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { tally } from './tally.mjs'

/**
 * What the build server runs in a clean clone: the test command, the build, the built product in production
 * mode. The last line is the true total of all of it. Plain JavaScript, because it runs before anything is
 * installed.
 */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** @param {string} program @param {string[]} args @param {Record<string, string>} env */
function run(program, args, env) {
  console.log(`\n$ ${[program, ...args].join(' ').replaceAll(ROOT, '')}`)
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, CI: 'true', npm_config_yes: 'true', ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.on('error', () => done(1))
    child.on('close', (code) => done(code ?? 1))
  })
}

/** @param {string} file */
const results = (file) => readFile(file, 'utf8').then(JSON.parse, () => undefined)

/** The boot is TypeScript; what runs it comes with the API and is there only after the install. */
function bootArgs() {
  const tsx = createRequire(join(ROOT, 'apps/api/package.json')).resolve('tsx')
  return ['--import', pathToFileURL(tsx).href, join(ROOT, 'packages/house/ci/boot.ts')]
}

const folder = await mkdtemp(join(tmpdir(), 'howcanwe-ci-'))
const [tests, boot] = [join(folder, 'tests.json'), join(folder, 'boot.json')]
const outcome = { tested: 1, built: 1, booted: 1 }
try {
  outcome.tested = await run('npx', ['pnpm@10', 'test'], { TEST_RESULTS: tests })
  outcome.built = await run('npx', ['pnpm@10', 'build'], {})
  outcome.booted = await run(process.execPath, bootArgs(), { BOOT_RESULTS: boot })
} catch (error) {
  console.error(error)
}
const total = tally(outcome, await results(tests), await results(boot))
await rm(folder, { recursive: true, force: true })
for (const line of total.notes) console.log(line)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0
