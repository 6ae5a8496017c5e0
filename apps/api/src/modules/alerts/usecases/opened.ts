import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { publishedChallenge } from '../../challenges/index.ts'
import { person } from '../../identity/index.ts'
import { enqueue, wordsIn } from '../../notifications/index.ts'
import { requirePlace } from '../../places/index.ts'
import { atOnceLetter } from '../alerts.words.ts'
import * as q from '../queries/hits.queries.ts'
import { bestFirst, type Fit, fitsOf } from './fitting.ts'
import { contactOf, greets, hearingLink, lineOf, type Origin } from './lines.ts'

type Needs = { db: Database; config: Origin }
type Challenge = NonNullable<Awaited<ReturnType<typeof publishedChallenge>>>

interface ToTell {
  personId: string
  searches: readonly string[]
  /** By what their organisations do. */
  fit: Fit | undefined
  isNamed: boolean
}

async function tell(
  tx: Database,
  config: Origin,
  challenge: Challenge,
  { personId, searches, fit, isNamed }: ToTell,
): Promise<void> {
  const who = await person(tx, personId)
  if (!who?.to) return
  const place = await requirePlace(tx, challenge.placeId)
  const line = lineOf(config, place, who.language, {
    ...challenge,
    expected: challenge.expectedInterests,
    chosen: challenge.cohortSize,
    searches: [...searches],
    ...{ fit, isNamed },
  })
  await enqueue(tx, {
    placeId: place.id,
    to: who.to,
    template: fit ? 'alerts.new' : 'alerts.saved',
    // A search of one's own asks nothing of a group: it goes on while the group rests.
    ...(fit && searches.length === 0 && { organisationId: fit.organisationId }),
    ...(fit && { aboutId: challenge.id }),
    letter: wordsIn(atOnceLetter, who.language, {
      name: greets(who),
      place: place.name,
      line,
      hearing: hearingLink(config),
      contact: contactOf(place),
    }),
  })
  await q.noteTold(tx, { personId, placeId: place.id }, [challenge.id])
}

/** Those who want to hear of it at once: by their searches, or because it fits an organisation of theirs. */
async function readersOf(tx: Database, challenge: Challenge): Promise<ToTell[]> {
  const searching = await q.searchersAtOnce(tx, challenge.id)
  const reads = await q.readersAtOnce(tx, challenge)
  const organisations = [...new Map(reads.map((one) => [one.organisationId, one])).values()]
  const all = bestFirst(await fitsOf(tx, organisations))
  const fitting = all.filter(({ challengeId }) => challengeId === challenge.id)
  const people = new Set([...searching, ...reads].map(({ personId }) => personId))
  return [...people].flatMap((personId) => {
    const own = reads.filter((one) => one.personId === personId).map((one) => one.organisationId)
    const fit = fitting.find(({ organisationId }) => own.includes(organisationId))
    const searches = searching.find((one) => one.personId === personId)?.searches ?? []
    if (!fit && searches.length === 0) return []
    return [{ personId, searches, fit, isNamed: own.length > 1 }]
  })
}

/**
 * One step of the worker: holds a challenge that has opened against everybody's saved searches, and against the
 * organisations of those who asked to hear at once; writes to those. The others find it in their next collected letter.
 * One that fails is put off for an hour, whole.
 *
 * @returns whether there was one
 */
export async function alertOfOpened({
  db,
  config,
}: Pick<Deps, 'db' | 'config'> | Needs): Promise<boolean> {
  let taken: { id: string } | undefined
  try {
    return await inTransaction(db, async (tx) => {
      taken = await q.takeOpened(tx)
      const challenge = taken && (await publishedChallenge(tx, taken.id))
      if (!challenge) return false
      await q.findReaders(tx, challenge.id)
      for (const reader of await readersOf(tx, challenge)) await tell(tx, config, challenge, reader)
      return true
    })
  } catch (error) {
    if (taken) await q.tryAgain(db, taken.id)
    throw error
  }
}
