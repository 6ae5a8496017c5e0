import { inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { challengeForReaders } from '../../challenges/index.ts'
import { calendarOf } from '../../places/index.ts'
import { tellFewReaders } from '../asks.letters.ts'
import { putClock, takeRinging, takeUnwound } from '../asks.queries.ts'
import { fewReadersDue, missingReaders } from '../asks.rules.ts'
import { countsOf, now } from '../readings.queries.ts'

type Needs = Pick<Deps, 'db' | 'config'>

/** Winds the clock of a read-through that has none yet. @returns whether there was one */
const wind = ({ db }: Needs): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    const found = await takeUnwound(tx)
    if (!found?.readUntil) return false
    const fewDueAt = fewReadersDue(await calendarOf(tx, found.placeId), found.readUntil)
    await putClock(tx, { challengeId: found.id, placeId: found.placeId, fewDueAt })
    return true
  })

/** Tells of missing readers where a clock rings and somebody is missing. @returns whether one rang */
const ring = ({ db, config }: Needs): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    const id = await takeRinging(tx)
    if (id === undefined) return false
    const row = await challengeForReaders(tx, id)
    const reads = row?.state === 'read-through' && row.readUntil && row.readUntil > (await now(tx))
    if (!row || !reads) return true
    const missing = missingReaders(await countsOf(tx, id), row.shortenedReason !== null)
    if (missing.residents + missing.groups > 0) await tellFewReaders(tx, config, row, missing)
    return true
  })

/**
 * Two working days before the last day of a read-through, whoever asks and the broker hear that readers are missing:
 * one email each, and none where nobody is (CH5, J-04).
 *
 * @returns whether there was something to do
 */
export const keepReaderClocks = async (deps: Needs): Promise<boolean> =>
  (await wind(deps)) || ring(deps)
