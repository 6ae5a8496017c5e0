import type { KeyObject } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import type { Database } from '../../db/database.ts'
import { notContinued, notYetAnchored, takeCheckpoints } from './audit.queries.ts'
import { anchoredIn, type BrokenChain, CHECKPOINT_EVERY, lineOf, WEIGHTY } from './audit.rules.ts'

/** Empty before the first checkpoint was copied. */
const textOf = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  })

/** Adds lines to the end of the anchor file and no more; they are on the disk when it returns. */
export async function appendTo(file: string, lines: readonly string[]): Promise<void> {
  const text = await textOf(file)
  // A crash may have left half a line: ours begins on a new one.
  const begin = text === '' || text.endsWith('\n') ? [] : ['']
  const handle = await open(file, 'a', 0o644)
  try {
    await handle.appendFile([...begin, ...lines].map((line) => `${line}\n`).join(''))
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * The chains that do not go on from what lies outside (`trust.md` §4.4): an older backup, or a record written anew.
 *
 * @returns none where no anchor file is set, or nothing has been copied there yet
 * @throws when the file cannot be read; SyntaxError when no line of it is a checkpoint
 */
export async function brokenChains(db: Database, file: string | undefined): Promise<BrokenChain[]> {
  return file ? notContinued(db, anchoredIn(await textOf(file))) : []
}

interface Keeping {
  origin: string
  anchorFile: string | undefined
  signingKey: KeyObject | undefined
}

/**
 * What the worker does for the trail, every time round: takes the checkpoints that are due and copies what is not yet
 * outside into the anchor file. Over a record that does not continue the file nothing is ever copied.
 *
 * @param alarm is told of the chains that do not fit
 * @returns a step that says false, because there is never more of it to do at once
 */
export function keepTrail(config: Keeping, alarm: (broken: BrokenChain[]) => Promise<unknown>) {
  const take = { origin: config.origin, every: CHECKPOINT_EVERY, weighty: WEIGHTY }
  let isAllOutside = false
  return async (db: Database): Promise<false> => {
    if ((await takeCheckpoints(db, take)) > 0) isAllOutside = false
    const { anchorFile: file, signingKey: key } = config
    if (isAllOutside || !file) return false
    const anchored = anchoredIn(await textOf(file))
    const broken = await notContinued(db, anchored)
    if (broken.length > 0) {
      await alarm(broken)
      return false
    }
    const lines = (await notYetAnchored(db, anchored)).map((c) => lineOf(c, { key }))
    if (lines.length > 0) await appendTo(file, lines)
    isAllOutside = true
    return false
  }
}
