import type { Database } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import { askerOf, type ChallengeRow } from '../challenges/index.ts'
import { person } from '../identity/index.ts'
import { dated } from '../interests/index.ts'
import { enqueue, wordsIn } from '../notifications/index.ts'
import { requirePlace } from '../places/index.ts'
import { answeredCommentLetter, dueCommentLetter, newCommentLetter } from './readings.words.ts'

type Config = Deps['config']

const deskLink = ({ origin }: Config, id: string): string => `${origin}/desk/challenges/${id}/edit`

/** Whoever asks, where they can be written to, and what every letter to them holds. */
async function toCommissioner(tx: Database, config: Config, row: ChallengeRow) {
  const who = await person(tx, row.commissionerId)
  const place = await requirePlace(tx, row.placeId)
  const contact = [place.contactName, place.contactPhone].filter(Boolean).join(', ')
  const facts = { question: row.question, link: deskLink(config, row.id), contact }
  return who?.to ? { to: who.to, language: who.language, place, facts } : undefined
}

/** Tells whoever asks that a reader waits for an answer. */
export async function tellOfComment(
  tx: Database,
  config: Config,
  row: ChallengeRow,
  answerBy: string,
): Promise<void> {
  const letter = await toCommissioner(tx, config, row)
  if (!letter) return
  const { to, language, place, facts } = letter
  const by = dated(language, place.timeZone, answerBy)
  await enqueue(tx, {
    placeId: place.id,
    to,
    template: 'readings.new',
    letter: wordsIn(newCommentLetter, language, { ...facts, answerBy: by }),
  })
}

/** Reminds whoever asks of what is due today. */
export async function remind(
  tx: Database,
  config: Config,
  row: ChallengeRow,
  count: number,
): Promise<void> {
  const letter = await toCommissioner(tx, config, row)
  if (!letter) return
  const { to, language, place, facts } = letter
  await enqueue(tx, {
    placeId: place.id,
    to,
    template: 'readings.due',
    letter: wordsIn(dueCommentLetter, language, { ...facts, count }),
  })
}

/** Sends a reader their answer, in the name of who gave it. */
export async function tellReader(
  tx: Database,
  config: Config,
  row: ChallengeRow,
  said: { personId: string; quote: string | null; words: string; answer: string },
): Promise<void> {
  const reader = await person(tx, said.personId)
  const asker = await askerOf(tx, row.id)
  if (!reader?.to || !asker) return
  const { quote, words, answer } = said
  await enqueue(tx, {
    placeId: row.placeId,
    to: reader.to,
    template: 'readings.answered',
    letter: wordsIn(answeredCommentLetter, reader.language, {
      question: row.question,
      quote,
      words,
      answer,
      by: `${asker.person}, ${asker.organisation}`,
      link: `${config.origin}/read/${row.id}`,
    }),
  })
}
