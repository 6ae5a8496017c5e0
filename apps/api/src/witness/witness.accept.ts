import type { Config } from '../config.ts'
import { type Database, inTransaction } from '../db/database.ts'
import {
  appendTo,
  type BrokenChain,
  brokenChains,
  lineOf,
  newestCheckpoint,
  openAlarm,
  record,
  settleAlarm,
  takeCheckpoints,
} from '../modules/audit/index.ts'
import { raise, tellContacts } from './witness.alarm.ts'
import { acceptedLetter } from './witness.words.ts'

const NO_PLACE = '00000000-0000-0000-0000-000000000000'

type Settings = Pick<Config, 'origin' | 'anchorFile' | 'signingKey'>

/** One event in each chain it is about, or in that of no place where the anchor fits again. */
async function note(tx: Database, alarmId: string, broken: BrokenChain[]): Promise<void> {
  const about: (BrokenChain | undefined)[] = broken.length > 0 ? broken : [undefined]
  for (const chain of about)
    await record(tx, {
      placeId: chain && chain.chain !== NO_PLACE ? chain.chain : null,
      actorId: null,
      action: 'trail.accepted',
      subject: { kind: 'alarm', id: alarmId },
      ...(chain ? { after: { outside: chain.outside, here: chain.here } } : {}),
    })
}

/** Says in the anchor file, below the lines that do not fit, from where the record goes on, and why. */
async function anchorAgain(
  db: Database,
  { origin, anchorFile, signingKey }: Settings,
  why: string,
  chains: string[],
) {
  await takeCheckpoints(db, { origin, every: '0 seconds', weighty: [] })
  const newest = await Promise.all(chains.map((chain) => newestCheckpoint(db, chain)))
  const lines = newest.flatMap((c) => (c ? [lineOf(c, { key: signingKey, accepted: why })] : []))
  if (anchorFile && lines.length > 0) await appendTo(anchorFile, lines)
}

/**
 * Goes on with the record as it is, after somebody has looked: an event in it, a letter to every place's contact, and
 * a line in the anchor file, which keeps what does not fit. The reason goes into letters and file, not into the record.
 *
 * @param why one sentence, for everybody to read
 * @returns the chains that did not fit, or undefined where there is nothing to accept
 */
export async function acceptRecord(
  db: Database,
  settings: Settings,
  why: string,
): Promise<BrokenChain[] | undefined> {
  const broken = await brokenChains(db, settings.anchorFile)
  if (broken.length > 0) await raise(db, settings, broken)
  const alarm = await openAlarm(db)
  if (!alarm) return undefined
  await inTransaction(db, async (tx) => {
    await note(tx, alarm.id, broken)
    await settleAlarm(tx, alarm.id)
    const page = `${settings.origin}/trail`
    await tellContacts(tx, 'audit.accepted', acceptedLetter, { page, why })
  })
  await anchorAgain(
    db,
    settings,
    why,
    broken.map(({ chain }) => chain),
  )
  return broken
}
