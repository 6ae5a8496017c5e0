import type { Result } from '@howcanwe/shared/http'
import type { BeingRead, Reading, readingsContract } from '@howcanwe/shared/readings'
import type { Database } from '../../../db/database.ts'
import type { Actor } from '../../../http/actor.ts'
import {
  areaIdsOf,
  askerOf,
  type ChallengeRow,
  challengeForReaders,
  criteriaOf,
  refuseChallenge,
} from '../../challenges/index.ts'
import { areasOf, requirePlace } from '../../places/index.ts'
import { countAsked } from '../asks.queries.ts'
import { deskAs } from '../readings.policy.ts'
import * as q from '../readings.queries.ts'
import { minutesToRead, owedTo, partsOf } from '../readings.rules.ts'

/** The sentences of a challenge as they stand now. */
export const partsNow = async (db: Database, row: ChallengeRow): Promise<Reading['parts']> =>
  partsOf({ ...row, criteria: await criteriaOf(db, row.id) })

async function factsOf(db: Database, row: ChallengeRow): Promise<Reading['facts']> {
  const here = new Set(await areaIdsOf(db, row.id))
  const areas = (await areasOf(db, row.placeId)).filter(({ id }) => here.has(id))
  return { ...row, areas: areas.map(({ name }) => name) }
}

/**
 * A challenge for its first readers, with everything they said so far; once it is out, for anybody.
 *
 * @throws challenges.not_found for a draft exactly as for nothing
 */
export async function read(db: Database, challengeId: string): Promise<Reading> {
  const row = await challengeForReaders(db, challengeId)
  const asker = row && (await askerOf(db, row.id))
  if (!asker) throw refuseChallenge('challenges.not_found')
  const parts = await partsNow(db, row)
  return {
    ...row,
    open: row.state === 'read-through',
    asker: { organisation: asker.organisation, person: asker.person },
    minutes: minutesToRead(parts),
    parts,
    facts: await factsOf(db, row),
    counts: await q.countsOf(db, row.id),
    groupsAsked: await countAsked(db, row.id),
    comments: await q.commentsOf(db, row.id),
  }
}

/** What is being read in a place, the next to open first, with how long it takes and whom it still needs. */
export async function beingRead(db: Database, placeId: string): Promise<BeingRead[]> {
  const rows = await q.beingRead(db, placeId)
  return rows.map((row) => ({
    ...row,
    shortened: row.shortenedReason !== null,
    minutes: minutesToRead(partsOf(row)),
  }))
}

/**
 * A read-through for whoever asks the challenge and for the broker.
 *
 * @throws challenges.not_found also when it is somebody else's
 */
export async function desk(
  db: Database,
  actor: Actor,
  challengeId: string,
): Promise<Result<typeof readingsContract.desk>> {
  const row = await challengeForReaders(db, challengeId)
  const as = row && deskAs(actor, row)
  if (!as) throw refuseChallenge('challenges.not_found')
  const { id, question, readUntil, shortenedReason } = row
  const open = row.state === 'read-through'
  const { payHourlyPence } = await requirePlace(db, row.placeId)
  return {
    id,
    question,
    open,
    readUntil,
    daysOver: readUntil !== null && readUntil <= (await q.now(db)),
    shortenedReason,
    counts: await q.countsOf(db, id),
    comments: await q.commentsOf(db, id),
    owed: owedTo(await q.secondsOf(db, id), payHourlyPence),
    can: {
      answer: open && as === 'commissioner',
      shorten: open && as === 'broker' && shortenedReason === null,
    },
  }
}
