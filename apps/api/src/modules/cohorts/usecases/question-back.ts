import type { MyAnswer, QuestionBack } from '@howcanwe/shared/cohorts'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { publishedChallenge, requireCommissionerOf } from '../../challenges/index.ts'
import { person } from '../../identity/index.ts'
import { dated, recipientsOf, refuseInterest, requireNoConflict } from '../../interests/index.ts'
import { enqueue, wordsIn } from '../../notifications/index.ts'
import { calendarOf, requirePlace } from '../../places/index.ts'
import * as q from '../answers.queries.ts'
import { databaseNow } from '../clocks.queries.ts'
import { lastDay, questionBackClock } from '../clocks.rules.ts'
import { refuse } from '../cohorts.errors.ts'
import { answeredBackLetter, askedBackLetter } from '../reminders.words.ts'
import { myAnswer, requireOwnAnswer } from './told.ts'

const trail = (
  tx: Database,
  actor: Actor,
  { placeId, id }: q.AnsweredInterest,
  action: 'asked-back' | 'answered-back',
) =>
  record(tx, {
    placeId,
    actorId: actor.personId,
    action: `cohorts.${action}`,
    subject: { kind: 'interest', id },
  })

async function tellCommissioner(
  tx: Database,
  { config }: Deps,
  of: q.AnsweredInterest,
  asked: { question: string; dueAt: Date },
): Promise<void> {
  const challenge = await publishedChallenge(tx, of.challengeId)
  const reader = challenge && (await person(tx, challenge.commissionerId))
  if (!challenge || !reader?.to) return
  const { timeZone } = await requirePlace(tx, of.placeId)
  const letter = wordsIn(askedBackLetter, reader.language, {
    organisation: of.organisation,
    question: challenge.question,
    asked: asked.question,
    day: dated(reader.language, timeZone, lastDay(timeZone, asked.dueAt)),
    link: `${config.origin}/desk/challenges/${challenge.id}/responses`,
  })
  const template = 'cohorts.asked-back'
  await enqueue(tx, { placeId: of.placeId, to: reader.to, template, letter })
}

/**
 * The one question an organisation may ask back; its clock of five working days begins.
 *
 * @throws interests.not_found · cohorts.not_decided · cohorts.asked_already
 */
export async function askBack(
  deps: Deps,
  actor: Actor,
  interestId: string,
  question: string,
): Promise<MyAnswer> {
  return inTransaction(deps.db, async (tx) => {
    const of = await requireOwnAnswer(tx, actor, interestId)
    const askedAt = await databaseNow(tx)
    const clock = questionBackClock(await calendarOf(tx, of.placeId), askedAt)
    const row = { interestId, placeId: of.placeId, question, askedBy: actor.personId, askedAt }
    if (!(await q.putQuestionBack(tx, { ...row, ...clock }))) throw refuse('cohorts.asked_already')
    await trail(tx, actor, of, 'asked-back')
    await tellCommissioner(tx, deps, of, { question, dueAt: clock.dueAt })
    return myAnswer({ db: tx }, actor, interestId)
  })
}

async function tellOrganisation(
  tx: Database,
  { config }: Deps,
  of: q.AnsweredInterest,
  said: { question: string; answer: string },
): Promise<void> {
  const challenge = await publishedChallenge(tx, of.challengeId)
  if (!challenge) return
  const place = await requirePlace(tx, of.placeId)
  const facts = {
    question: challenge.question,
    asked: said.question,
    answer: said.answer,
    link: `${config.origin}/challenges/${challenge.slug}/interest`,
    contact: [place.contactName, place.contactPhone ?? place.contactEmail]
      .filter(Boolean)
      .join(', '),
  }
  const template = 'cohorts.answered-back'
  for (const { to, language } of await recipientsOf(tx, of)) {
    const letter = wordsIn(answeredBackLetter, language, facts)
    await enqueue(tx, { placeId: of.placeId, to, template, letter })
  }
}

/**
 * Answers what an organisation asked back, once. Only the two of them read it.
 *
 * @throws challenges.not_found · interests.not_found · interests.conflict · cohorts.nothing_asked ·
 *   cohorts.answered_already
 */
export async function answerBack(
  deps: Deps,
  actor: Actor,
  interestId: string,
  answer: string,
): Promise<QuestionBack> {
  return inTransaction(deps.db, async (tx) => {
    const of = await q.answeredInterest(tx, interestId)
    if (!of) throw refuseInterest('interests.not_found')
    await requireCommissionerOf(tx, actor, of.challengeId)
    const { challengeId, organisationId, parties } = of
    await requireNoConflict(tx, actor, { challengeId, answered: [organisationId, ...parties] })
    const row = await q.putAnswerBack(tx, { interestId, answer, answeredBy: actor.personId })
    if (!row) {
      const [asked] = await q.questionsBackOf(tx, [interestId])
      throw refuse(asked ? 'cohorts.answered_already' : 'cohorts.nothing_asked')
    }
    await trail(tx, actor, of, 'answered-back')
    await tellOrganisation(tx, deps, of, { question: row.question, answer })
    return row
  })
}
