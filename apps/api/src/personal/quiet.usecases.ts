import { dayIn } from '@howcanwe/shared/places'
import { type Database, inTransaction } from '../db/database.ts'
import type { Deps } from '../deps.ts'
import { record } from '../modules/audit/index.ts'
import { reachOf } from '../modules/identity/index.ts'
import { dated } from '../modules/interests/index.ts'
import { enqueue, wordsIn } from '../modules/notifications/index.ts'
import { eraseHeld } from './erase.usecases.ts'
import { whoOf } from './held.who.ts'
import * as q from './quiet.queries.ts'
import { ERASED_AFTER_MONTHS, TOLD_AFTER_MONTHS } from './quiet.rules.ts'
import { erasedQuietlyLetter, quietLetter } from './quiet.words.ts'

/** The place that writes, and whom to ring there. */
async function hereFor(tx: Database, row: q.QuietPerson) {
  const place = await q.placeOf(tx, whoOf(row))
  const contact = place ? [place.contactName, place.contactPhone].filter(Boolean).join(', ') : ''
  return { place, facts: { place: place?.name ?? '', contact } }
}

/** Says whether it did what it is for. */
type Step = (deps: Deps, tx: Database, row: q.QuietPerson) => Promise<boolean>

/** Writes to somebody who has been away, and writes down that it did. */
const tell: Step = async ({ config }, tx, row) => {
  const from = await q.markTold(tx, row.id)
  const { place, facts } = await hereFor(tx, row)
  const to = reachOf(row)
  if (!to || !place) throw new Error('somebody who cannot be written to was due')
  const letterId = await enqueue(tx, {
    placeId: place.id,
    to,
    template: 'identity.quiet',
    letter: wordsIn(quietLetter, row.language, {
      ...facts,
      day: dated(row.language, place.timeZone, dayIn(place.timeZone, from)),
      months: TOLD_AFTER_MONTHS,
      link: `${config.origin}/sign-in`,
    }),
  })
  if (!letterId) throw new Error('somebody due got too many texts today')
  // Too many texts for one number today: nobody was told, and they have their turn again.
  if (!letterId) {
    await q.takeLetterBack(tx, row.id)
    return false
  }
  await q.keepLetter(tx, row.id, letterId)
  await record(tx, {
    placeId: null,
    actorId: null,
    action: 'identity.told-when-quiet',
    subject: { kind: 'person', id: row.id },
  })
  return true
}

/** What their own press would do, but that address books may have them again; the trail says that it was the clock. */
const letGo: Step = async (deps, tx, row) => {
  const { place, facts } = await hereFor(tx, row)
  await eraseHeld(deps, tx, row, {
    asked: false,
    actorId: null,
    action: 'identity.erased-when-quiet',
    placeId: place?.id ?? null,
    letter: (language) =>
      wordsIn(erasedQuietlyLetter, language, { ...facts, months: ERASED_AFTER_MONTHS }),
  })
  return true
}

const STEPS: Record<q.Due, { act: Step; countedOn: Step }> = {
  tell: { act: tell, countedOn: async () => true },
  erase: {
    act: letGo,
    countedOn: async (_, tx, row) => {
      await q.takeLetterBack(tx, row.id)
      return true
    },
  },
}

/** How many were told, erased, or left alone: because others still count on them, or nobody can write to them. */
export interface Quiet {
  told: number
  erased: number
  countedOn: number
  unreachable: number
}

/** One person, whole or not at all. */
const oneOf = (
  deps: Deps,
  due: q.Due,
  id: string,
): Promise<Exclude<keyof Quiet, 'unreachable'> | undefined> =>
  inTransaction(deps.db, async (tx) => {
    const row = await q.takeDue(tx, id, due)
    if (!row) return undefined
    const countedOn = await q.isCountedOn(tx, whoOf(row))
    const done = await STEPS[due][countedOn ? 'countedOn' : 'act'](deps, tx, row)
    if (!done) return undefined
    if (countedOn) return 'countedOn'
    return due === 'tell' ? 'told' : 'erased'
  })

/**
 * Lets go of people nobody has seen for long (`product-spec.md` §2.2: dormant, then erased). Each is a transaction of
 * their own, so that one who cannot be erased leaves the others alone; several workers at once do no harm. Whoever
 * others count on stays, and has their turn again with the next run.
 *
 * @returns how many, never who; the log is told the same
 * @throws the first failure, after all have had their turn
 */
export async function letGoOfTheQuiet(deps: Deps): Promise<Quiet> {
  const unreachable = await q.unreachable(deps.db)
  const done: Quiet = { told: 0, erased: 0, countedOn: 0, unreachable }
  const failed: unknown[] = []
  for (const due of ['tell', 'erase'] as const)
    for (const id of await q.whoIsDue(deps.db, due)) {
      try {
        const what = await oneOf(deps, due, id)
        if (what) done[what] += 1
      } catch (error) {
        failed.push(error)
      }
    }
  if (Object.values(done).some((n) => n > 0)) deps.log.info({ ...done }, 'people gone quiet')
  if (failed.length > 0) throw failed[0]
  return done
}
