import type { FittingChallenge } from '@howcanwe/shared/matching'
import type { Database } from '../../db/database.ts'
import { ANSWER_MINUTES } from '../challenges/index.ts'
import { evidenceOf } from './matching.evidence.ts'
import { tellingOf } from './matching.list.ts'
import { askingIn } from './matching.queries.ts'
import { type Question, questionsOf } from './matching.reading.ts'
import { fits, poolOf, scoreOf } from './matching.rules.ts'
import { type OrganisationCandidate, organisationsById } from './matching.search.queries.ts'

const SHOWN = 20

/** Who else is asked is not an organisation's to guess: to it, nobody is in yet. */
const NOBODY = poolOf([])

function fitting(question: Question, row: OrganisationCandidate): FittingChallenge[] {
  const evidence = evidenceOf(row, tellingOf(question))
  const { id, slug, question: words, themes, closesAt } = question.row
  if (!fits(question.asked, evidence) || slug === null || closesAt === null) return []
  return [
    {
      challengeId: id,
      slug,
      question: words,
      themes,
      closesAt,
      minutes: ANSWER_MINUTES,
      ...scoreOf(question.asked, evidence, NOBODY),
    },
  ]
}

/**
 * The twenty open questions of its place that fit an organisation best, by the same rules and with the same arithmetic;
 * of equals, the one that closes first. A paused organisation sees them too.
 */
export async function challengesFor(
  db: Database,
  organisationId: string,
): Promise<{ items: FittingChallenge[]; considered: number }> {
  const [row] = await organisationsById(db, [organisationId])
  if (!row) return { items: [], considered: 0 }
  const questions = await questionsOf(db, await askingIn(db, row.placeId, organisationId))
  const items = questions
    .flatMap((question) => fitting(question, row))
    .toSorted(
      (a, b) =>
        b.score - a.score ||
        b.confidence - a.confidence ||
        Number(a.closesAt) - Number(b.closesAt) ||
        (a.challengeId < b.challengeId ? -1 : 1),
    )
  return { items: items.slice(0, SHOWN), considered: questions.length }
}
