import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Database } from '../../db/database.ts'
import { endLine, linesAfter, newestCheckpoints, unlinkedLines } from './audit.queries.ts'
import { lineOf } from './audit.rules.ts'

const VERIFIER = fileURLToPath(
  new URL('../../../../../packages/verifier/verify-trail.mjs', import.meta.url),
)

/** What a steward downloads, as one text. */
export async function exported(db: Database, chain: string): Promise<string> {
  const lines = (await linesAfter(db, chain, 0, 10_000)).map((row) => row.line)
  return [...lines, ...(await unlinkedLines(db, chain)), await endLine(db, chain), ''].join('\n')
}

export const checkpointLines = async (db: Database, chain: string): Promise<string> =>
  (await newestCheckpoints(db, chain, 100))
    .map((c) => `${lineOf(c, { key: undefined })}\n`)
    .join('')

/** Runs the stand-alone program on files that hold these texts. */
export const verify = (trail: string, ...checkpoints: string[]) =>
  verifyWith([], trail, ...checkpoints)

/** The same with public keys. */
export async function verifyWith(keys: string[], trail: string, ...checkpoints: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'hcw-trail-'))
  const texts = [...keys, trail, ...checkpoints]
  const files = texts.map((text, i) => ({ name: join(folder, `${i}.txt`), text }))
  for (const { name, text } of files) await writeFile(name, text)
  const given = files.flatMap(({ name }, i) => (i < keys.length ? ['--key', name] : [name]))
  const args = [VERIFIER, ...given]
  const answer = await new Promise<{ code: number; said: string }>((done) => {
    execFile(process.execPath, args, (error, out, err) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, said: out + err }),
    )
  })
  await rm(folder, { recursive: true })
  return answer
}
