import type { Question } from '@howcanwe/shared/questions'
import { type Database, inTurn } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { PublishedRow } from '../challenges/index.ts'
import { interestsFor, type Recipient, recipientsOf } from '../interests/index.ts'
import { enqueue, wordsIn } from '../notifications/index.ts'
import { placeById } from '../places/index.ts'
import { followersOf } from './queries/followers.queries.ts'
import { answeredLetter, declinedLetter } from './questions.words.ts'

/**
 * Everybody who reads along: all who follow a challenge and all whose interest stands, each address once, in an
 * order that says nothing.
 */
export async function readersOf(db: Database, challengeId: string): Promise<Recipient[]> {
  const interested = await inTurn(await interestsFor(db, challengeId), (one) =>
    recipientsOf(db, one),
  )
  const all = [...(await followersOf(db, challengeId)), ...interested.flat()]
  const byAddress = new Map(all.map((one) => [one.to.toLowerCase(), one]))
  return [...byAddress.values()].toSorted((a, b) => a.to.localeCompare(b.to))
}

/** Sends an answer, or why there is none, to everybody at once, in the transaction that gives it (FR-11). */
export async function tellEverybody(
  tx: Database,
  { config }: Pick<Deps, 'config'>,
  challenge: PublishedRow,
  closed: Question,
): Promise<void> {
  const place = await placeById(tx, challenge.placeId)
  if (!place) throw new Error('a challenge without its place')
  const kind = closed.state === 'declined' ? 'declined' : 'answered'
  const facts = {
    question: challenge.question,
    words: closed.words,
    reply: closed.reply ?? '',
    link: `${config.origin}/challenges/${challenge.slug}#questions`,
    contact: [place.contactName, place.contactPhone].filter(Boolean).join(', '),
  }
  for (const { to, language } of await readersOf(tx, challenge.id)) {
    const letter = wordsIn(kind === 'declined' ? declinedLetter : answeredLetter, language, facts)
    await enqueue(tx, { placeId: place.id, to, template: `questions.${kind}`, letter })
  }
}
