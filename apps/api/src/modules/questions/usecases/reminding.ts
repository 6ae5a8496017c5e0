import { type Database, inTransaction, inTurn } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { type PublishedRow, publishedChallenge } from '../../challenges/index.ts'
import { peopleWithRole, person } from '../../identity/index.ts'
import { dated } from '../../interests/index.ts'
import { enqueue, type Template, wordsIn } from '../../notifications/index.ts'
import { organisationById } from '../../organisations/index.ts'
import { type PlaceRow, placeById } from '../../places/index.ts'
import { STAGE_NAMES, type Stage, takeDue } from '../queries/clocks.queries.ts'
import { waitingOf } from '../queries/questions.queries.ts'
import { dueLetter, lateLetter, newLetter, type WaitingFacts } from '../questions.words.ts'

const LETTERS: Record<Stage, Template<WaitingFacts>> = {
  new: newLetter,
  due: dueLetter,
  late: lateLetter,
}

type Needs = Pick<Deps, 'db' | 'config'>

/**
 * Writes the next email that a waiting question calls for: to whoever asks the challenge on the first morning and
 * on the day it is due, to the brokers when it is late. One email for all questions of a challenge.
 *
 * @returns whether there was one
 */
export async function remindOfQuestions({ db, config }: Needs): Promise<boolean> {
  for (const stage of STAGE_NAMES) {
    const written = await inTransaction(db, async (tx) => {
      const due = await takeDue(tx, stage)
      if (due) await write(tx, config, { ...due, stage })
      return due !== undefined
    })
    if (written) return true
  }
  return false
}

async function write(
  tx: Database,
  config: Deps['config'],
  due: { challengeId: string; count: number; stage: Stage },
): Promise<void> {
  const challenge = await publishedChallenge(tx, due.challengeId)
  const place = challenge && (await placeById(tx, challenge.placeId))
  if (!place) return
  const asker = await askerOf(tx, challenge)
  const [first] = await waitingOf(tx, challenge.id)
  for (const { to, language } of await readersOf(tx, challenge, due.stage)) {
    const letter = wordsIn(LETTERS[due.stage], language, {
      question: challenge.question,
      count: due.count,
      answerBy: dated(language, place.timeZone, first?.answerBy ?? ''),
      asker,
      link: `${config.origin}/desk/challenges/${challenge.id}/questions`,
      contact: contactOf(place),
    })
    const template = `questions.${due.stage}` as const
    await enqueue(tx, { placeId: place.id, to, template, letter })
  }
}

const contactOf = (place: PlaceRow): string =>
  [place.contactName, place.contactPhone].filter(Boolean).join(', ')

async function askerOf(tx: Database, challenge: PublishedRow): Promise<string> {
  const who = await person(tx, challenge.commissionerId)
  const body = await organisationById(tx, challenge.organisationId)
  return [who?.displayName, body?.name].filter(Boolean).join(', ')
}

async function readersOf(tx: Database, challenge: PublishedRow, stage: Stage) {
  const ids =
    stage === 'late'
      ? (await peopleWithRole(tx, challenge.placeId, 'broker')).map(({ id }) => id)
      : [challenge.commissionerId]
  const all = await inTurn(ids, (id) => person(tx, id))
  return all.flatMap((one) => (one?.to ? [{ to: one.to, language: one.language }] : []))
}
