import { open, readFile } from 'node:fs/promises'
import type { Database } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import { notContinued, notYetAnchored, takeCheckpoints } from './audit.queries.ts'
import { anchoredIn, CHECKPOINT_EVERY, lineOf, WEIGHTY } from './audit.rules.ts'

/** The worker logs the names of errors: this one says what is wrong. */
class TrailDoesNotContinueItsAnchor extends Error {
  override name = 'TrailDoesNotContinueItsAnchor'
}

/** Empty before the first checkpoint was copied. */
const textOf = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  })

/** Adds to the end and no more, and is on the disk when it returns. */
async function appendTo(file: string, lines: readonly string[]): Promise<void> {
  const handle = await open(file, 'a', 0o644)
  try {
    await handle.appendFile(lines.map((line) => `${line}\n`).join(''))
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * What the worker does for the trail, every time round: takes the checkpoints that are due and copies what is not yet
 * outside into the anchor file. A chain that does not continue its anchor is never copied over it.
 *
 * @returns a step that says false, because there is never more of it to do at once
 * @throws {TrailDoesNotContinueItsAnchor} from the step
 */
export function keepTrail(config: { origin: string; anchorFile: string | undefined }) {
  const take = { origin: config.origin, every: CHECKPOINT_EVERY, weighty: WEIGHTY }
  let isAllOutside = false
  return async (db: Database): Promise<false> => {
    if ((await takeCheckpoints(db, take)) > 0) isAllOutside = false
    if (isAllOutside || !config.anchorFile) return false
    const text = await textOf(config.anchorFile)
    const anchored = anchoredIn(text)
    if ((await notContinued(db, anchored)).length > 0) throw new TrailDoesNotContinueItsAnchor()
    const lines = (await notYetAnchored(db, anchored)).map(lineOf)
    // A crash may have left half a line: ours begins on a new one.
    const begin = text === '' || text.endsWith('\n') ? [] : ['']
    if (lines.length > 0) await appendTo(config.anchorFile, [...begin, ...lines])
    isAllOutside = true
    return false
  }
}

async function continues(db: Database, file: string, tell: Deps['log']['error']) {
  const anchored = await textOf(file)
    .then(anchoredIn)
    .catch((error: unknown) => {
      const why = error instanceof Error ? error.name : 'unknown'
      tell({ file, why }, 'the anchor of the record of what happened cannot be read')
    })
  if (!anchored) return false
  const broken = await notContinued(db, anchored)
  for (const { chain, anchored: outside, here } of broken)
    tell(
      { chain, outside, here },
      'the record in this database does not continue its anchor: restored from an older copy, or changed',
    )
  return broken.length === 0
}

const HOUR = 3_600_000
const MINUTE = 60_000

/**
 * Whether the record in the database goes on from what lies outside (`trust.md` §4.4): looked at when first asked, then
 * every hour, and every minute while it does not. An older backup or a record written anew shows here.
 *
 * @returns true also where no anchor file is set
 */
export function anchorWatch({ db, config, clock, log }: Deps): () => Promise<boolean> {
  const file = config.anchorFile
  let seen = { holds: true, until: 0 }
  return async () => {
    const now = clock().getTime()
    if (!file || now < seen.until) return seen.holds
    const holds = await continues(db, file, log.error)
    seen = { holds, until: now + (holds ? HOUR : MINUTE) }
    return holds
  }
}
