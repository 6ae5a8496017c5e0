import type { Config } from '../config.ts'
import { type Database, inTransaction } from '../db/database.ts'
import type { Deps } from '../deps.ts'
import { type BrokenChain, brokenChains, openAlarm, raiseAlarm } from '../modules/audit/index.ts'
import { enqueue, type Template, wordsIn } from '../modules/notifications/index.ts'
import { contacts } from './witness.queries.ts'
import { type AlarmFacts, alarmLetter } from './witness.words.ts'

/** What the worker still sends while nothing may change: what stewards need to come and look, and why they should. */
export const STILL_SENT = [
  'identity.sign-in',
  'passkeys.digits',
  'audit.read-only',
  'audit.accepted',
] as const

/** Writes the same to the contact of every real place. */
export async function tellContacts<Facts>(
  tx: Database,
  template: (typeof STILL_SENT)[number],
  words: Template<AlarmFacts & Facts>,
  facts: Facts & { page: string },
): Promise<void> {
  for (const { placeId, to, language, place, contact } of await contacts(tx)) {
    const letter = wordsIn(words, language, { ...facts, place, contact })
    await enqueue(tx, { placeId, to, template, letter })
  }
}

/**
 * Lets nothing be changed any more until whoever runs this has looked, and tells every place's contact, once.
 *
 * @returns false where that was so already
 */
export const raise = (
  db: Database,
  { origin }: Pick<Config, 'origin'>,
  broken: BrokenChain[],
): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    if (!(await raiseAlarm(tx, broken))) return false
    await tellContacts(tx, 'audit.read-only', alarmLetter, { page: `${origin}/trail` })
    return true
  })

const HOUR = 3_600_000
const MINUTE = 60_000

/** Compares once, and says what it found. @returns milliseconds until it should look again */
async function look({ db, config, log }: Deps): Promise<number> {
  const file = config.anchorFile
  const broken = await brokenChains(db, file).catch((error: unknown) => {
    const why = error instanceof Error ? error.name : 'unknown'
    log.error({ file, why }, 'the anchor of the record of what happened cannot be read')
  })
  if (!broken) return MINUTE
  for (const facts of broken)
    log.error(
      { ...facts },
      'nothing can be changed: the record in this database does not continue its anchor, so it was restored from an older copy, or changed (docs/audit.md)',
    )
  if (broken.length > 0) await raise(db, config, broken)
  return HOUR
}

/**
 * Whether this installation may only be read: its record does not go on from what lies outside (`trust.md` §4.4), and
 * nobody has answered for that. Each process compares when first asked and every hour; what one finds holds for all,
 * and after a restart.
 */
export function readOnlyWatch(deps: Deps): () => Promise<boolean> {
  let looking: Promise<unknown> = Promise.resolve()
  let next = 0
  return async () => {
    const now = deps.clock().getTime()
    if (now >= next) {
      next = Number.POSITIVE_INFINITY
      looking = look(deps).then(
        (wait) => {
          next = now + wait
        },
        (error: unknown) => {
          next = 0
          throw error
        },
      )
    }
    await looking
    return (await openAlarm(deps.db)) !== undefined
  }
}
