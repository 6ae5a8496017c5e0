import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Desk, desk } from '../test/fixtures.ts'
import { writeExtract } from '../test/write-extract.ts'

const API = fileURLToPath(new URL('../../../../', import.meta.url))
const WAIT = 111_000

let at: Desk
let child: ChildProcess | undefined
beforeEach(async () => {
  at = await desk()
})
afterEach(async () => {
  if (child && child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  await at.end()
})

/** The command as an operator runs it, in a process of its own. */
function command(...words: string[]) {
  const said: string[] = []
  child = spawn(
    process.execPath,
    ['--import', 'tsx', 'src/cli/import-register.ts', ...words, '--out', at.folder],
    {
      cwd: API,
      env: { ...process.env, DATABASE_URL: at.appUrl },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text: Buffer) => said.push(text.toString()))
  }
  return { child, said: () => said.join('') }
}

const count = async () => Number((await at.all('select count(*) from register_entries'))[0].count)
const print = async (of: Desk) =>
  (
    await of.all(
      "select md5(string_agg(org_id || row_hash || themes::text, ',' order by org_id)) from register_entries",
    )
  )[0].md5

describe('a whole register', () => {
  it(
    'goes through in bounded memory, in both forms alike, with a line per 10,000 rows',
    async () => {
      for (const form of ['txt', 'json'] as const) {
        await writeExtract(at.folder, form, 11_000)
        const path = join(at.folder, `publicextract.charity.${form}`)
        const run = command(path)
        const [code] = await once(run.child, 'close')
        expect(code, run.said()).toBe(0)
        expect(run.said()).toContain(`publicextract.charity.${form}: 10,000 rows`)
        const megabytes = Number(/at most (\d+) MB/.exec(run.said())?.[1])
        expect(megabytes).toBeGreaterThan(50)
        expect(megabytes).toBeLessThan(300)
        expect(run.said()).toContain(form === 'txt' ? 'New: 11,000' : 'Unchanged: 11,000')
      }
    },
    WAIT,
  )

  it(
    'that was broken off by a power cut is loaded again and ends as if nothing had happened',
    async () => {
      await writeExtract(at.folder, 'txt', 6_000)
      const run = command(at.folder)
      await expect.poll(count, { timeout: WAIT, interval: 10 }).toBeGreaterThan(0)
      run.child.kill('SIGKILL')
      await once(run.child, 'close')
      const before = await count()
      expect(before).toBeLessThan(6_000)

      const again = await expect
        .poll(() => at.load().catch(() => null), { timeout: 10_000 })
        .not.toBeNull()
        .then(() => at.load())
      expect(again.tables.at(-1)?.counts).toMatchObject({ read: 6_000, unchanged: 6_000 })

      const calm = await desk()
      await writeExtract(calm.folder, 'txt', 6_000)
      await calm.load()
      expect(await print(at)).toBe(await print(calm))
      await calm.end()
    },
    WAIT,
  )

  it(
    'that cannot be found ends with one sentence and a failing exit code',
    async () => {
      const run = command(join(at.folder, 'nowhere'))
      const [code] = await once(run.child, 'close')
      expect(code).toBe(1)
      expect(run.said().trim().split('\n').at(-1)).toBe(
        `There is no file or folder at ${join(at.folder, 'nowhere')}.`,
      )
    },
    WAIT,
  )
})
