import type { Received } from '@howcanwe/shared/http'
import type { ProtectionDraft, protectionsContract } from '@howcanwe/shared/protections'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Actor } from '../../../http/actor.ts'
import { person } from '../../identity/index.ts'
import { enqueue, wordsIn } from '../../notifications/index.ts'
import { requirePlace } from '../../places/index.ts'
import { refuse } from '../protections.errors.ts'
import { remindOn, reviewFits } from '../protections.rules.ts'
import { reviewLetter } from '../protections.words.ts'
import * as q from '../queries/decision.queries.ts'
import { draftOf, requireOwn } from './desk.ts'
import { trail } from './trail.ts'

type Review = Received<typeof protectionsContract.review>['body']

/**
 * Corrects a published decision, or one that ended, with the date of today; what stood there stays.
 *
 * @throws protections.not_found · protections.wrong_state for a draft
 */
export async function addNote(
  db: Database,
  actor: Actor,
  input: { id: string; text: string },
): Promise<ProtectionDraft> {
  return inTransaction(db, async (tx) => {
    const row = await requireOwn(tx, actor, input.id, 'lock')
    if (row.state === 'draft') throw refuse('protections.wrong_state')
    const { placeId, id: protectionId } = row
    await q.addNote(tx, { placeId, protectionId, text: input.text, writtenBy: actor.personId })
    await q.changeRow(tx, row.id, {})
    await trail(tx, actor.personId, row, 'noted')
    return draftOf(tx, row.id)
  })
}

/** @throws protections.review_date */
function requireDay(review: Review, today: string): string | null {
  const day = review.reviewOn ?? null
  const fits = review.outcome === 'kept' ? day !== null && reviewFits(day, today) : day === null
  if (fits) return day
  throw refuse('protections.review_date', {
    fields: [{ pointer: '#/body/reviewOn', code: day ? 'not_allowed' : 'required' }],
  })
}

/**
 * Looks at it again, on its day or before: kept until another day, or ended; either with a public reason.
 *
 * @throws protections.not_found · protections.wrong_state · protections.review_date
 */
export async function review(
  db: Database,
  actor: Actor,
  input: { id: string; review: Review },
): Promise<ProtectionDraft> {
  return inTransaction(db, async (tx) => {
    const row = await requireOwn(tx, actor, input.id, 'lock')
    if (row.state !== 'published') throw refuse('protections.wrong_state')
    const today = await q.todayIn(tx, row.placeId)
    const reviewOn = requireDay(input.review, today)
    const place = await requirePlace(tx, row.placeId)
    const { outcome, said } = input.review
    const { placeId, id: protectionId } = row
    const reviewedBy = actor.personId
    await q.addReview(tx, { placeId, protectionId, outcome, said, reviewOn, reviewedBy })
    await q.changeRow(
      tx,
      row.id,
      reviewOn
        ? {
            nextReviewOn: reviewOn,
            remindAt: q.morningOf(remindOn(reviewOn, today), place.timeZone),
          }
        : { state: 'ended', remindAt: null },
    )
    await trail(tx, actor.personId, row, outcome, {
      before: { state: row.state, reviewOn: row.nextReviewOn },
      after: { state: reviewOn ? 'published' : 'ended', reviewOn },
    })
    return draftOf(tx, row.id)
  })
}

/**
 * Reminds one commissioner that a decision is to be looked at again: four weeks ahead, and on the day. The clock
 * acts; several workers may call this at once, each takes another row.
 *
 * @param origin where the product is reached, for the link
 * @returns whether there was one
 */
export async function remindDue(db: Database, origin: string): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const row = await q.takeDue(tx)
    if (!row?.nextReviewOn) return false
    const place = await requirePlace(tx, row.placeId)
    const today = await q.todayIn(tx, row.placeId)
    const next = remindOn(row.nextReviewOn, today)
    await q.setReminder(tx, row.id, q.morningOf(next, place.timeZone))
    await trail(tx, null, row, 'reminded', { after: { reviewOn: row.nextReviewOn } })
    const reader = await person(tx, row.commissionerId)
    if (!reader?.to) return true
    const letter = wordsIn(reviewLetter, reader.language, {
      title: row.title,
      reviewOn: row.nextReviewOn,
      today: row.nextReviewOn <= today,
      link: `${origin}/desk/protections/${row.id}`,
    })
    const template = 'protections.review'
    await enqueue(tx, { placeId: row.placeId, to: reader.to, template, letter })
    return true
  })
}
