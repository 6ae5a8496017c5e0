import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { publishedChallenge } from '../../challenges/index.ts'
import { person } from '../../identity/index.ts'
import { enqueue, wordsIn } from '../../notifications/index.ts'
import { requirePlace } from '../../places/index.ts'
import { atOnceLetter } from '../alerts.words.ts'
import * as q from '../queries/hits.queries.ts'
import { contactOf, greets, hearingLink, lineOf, type Origin } from './lines.ts'

type Needs = { db: Database; config: Origin }

async function tell(
  tx: Database,
  config: Origin,
  challenge: NonNullable<Awaited<ReturnType<typeof publishedChallenge>>>,
  reader: q.AtOnce,
): Promise<void> {
  const who = await person(tx, reader.personId)
  if (!who?.to) return
  const place = await requirePlace(tx, challenge.placeId)
  const line = lineOf(config, place, who.language, {
    ...challenge,
    expected: challenge.expectedInterests,
    chosen: challenge.cohortSize,
    searches: reader.searches,
  })
  await enqueue(tx, {
    placeId: place.id,
    to: who.to,
    template: reader.isFit ? 'alerts.new' : 'alerts.saved',
    letter: wordsIn(atOnceLetter, who.language, {
      name: greets(who),
      place: place.name,
      line,
      hearing: hearingLink(config),
      contact: contactOf(place),
    }),
  })
  await q.noteTold(tx, reader.personId, [challenge.id])
}

/**
 * One step of the worker: holds a challenge that has opened against everybody's saved searches and organisations,
 * and writes to those who asked to hear at once. The others find it in their next collected letter.
 *
 * @returns whether there was one
 */
export const alertOfOpened = ({
  db,
  config,
}: Pick<Deps, 'db' | 'config'> | Needs): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    const taken = await q.takeOpened(tx)
    const challenge = taken && (await publishedChallenge(tx, taken.id))
    if (!challenge) return false
    await q.findReaders(tx, challenge.id)
    for (const reader of await q.readersAtOnce(tx, challenge.id))
      await tell(tx, config, challenge, reader)
    return true
  })
