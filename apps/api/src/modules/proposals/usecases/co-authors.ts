import { isBeforeOpening } from '@howcanwe/shared/challenges'
import type { Received, Result } from '@howcanwe/shared/http'
import type { CoAuthorComment, OwnProposal, proposalsContract } from '@howcanwe/shared/proposals'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { changeDraft, requireCommissionerOf } from '../../challenges/index.ts'
import { refuse } from '../proposals.errors.ts'
import { tellAsker } from '../proposals.letters.ts'
import { commentAnsweredLetter } from '../proposals.outcome.words.ts'
import * as co from '../queries/co-authors.queries.ts'
import * as q from '../queries/proposals.queries.ts'
import { noted } from './desk.ts'
import { nameOf } from './view.ts'

const shownComment = (row: co.CommentRow): CoAuthorComment => ({
  id: row.id,
  number: row.number,
  by: nameOf(row),
  text: row.text,
  wording: row.wording,
  at: row.createdAt,
  answer:
    row.answeredAt && row.answer !== null && row.taken !== null
      ? { taken: row.taken, text: row.answer, by: row.answererName ?? '', at: row.answeredAt }
      : null,
})

/** The draft a question became, for its co-author; null before it was taken over. */
export async function draftFor(db: Database, proposalId: string): Promise<OwnProposal['draft']> {
  const challenge = await co.challengeOf(db, proposalId)
  if (!challenge) return null
  const comments = await co.commentsOn(db, challenge.challengeId)
  return { ...challenge, comments: comments.map(shownComment) }
}

/** Who put this question on the table, as everybody may know it: not while it is a draft of its commissioner's alone. */
export async function coAuthors(
  db: Database,
  challengeId: string,
): Promise<Result<typeof proposalsContract.coAuthors>> {
  const rows = await co.ofChallenge(db, challengeId)
  return {
    items: rows.map((row) => ({
      proposalId: row.proposalId,
      name: nameOf(row),
      question: row.question,
      since: row.since,
    })),
  }
}

/** What co-authors said of a draft, for whoever writes it. @throws challenges.not_found */
export async function commentsFor(
  db: Database,
  actor: Actor,
  challengeId: string,
): Promise<CoAuthorComment[]> {
  await requireCommissionerOf(db, actor, challengeId)
  return (await co.commentsOn(db, challengeId)).map(shownComment)
}

/**
 * Says what became of a co-author's words, once. Another wording of the question that is taken over stands in the draft
 * at once; which were theirs, their numbered comments keep.
 *
 * @throws proposals.comment_not_found · proposals.answered · proposals.name_needed
 */
export async function answerComment(
  deps: Deps,
  actor: Actor,
  commentId: string,
  said: Received<typeof proposalsContract.answerComment>['body'],
): Promise<CoAuthorComment> {
  return inTransaction(deps.db, async (tx) => {
    const row = await co.commentById(tx, commentId)
    const challenge = row && (await q.challengeById(tx, row.challengeId))
    if (!row || challenge?.commissionerId !== actor.personId)
      throw refuse('proposals.comment_not_found')
    const draft = await requireCommissionerOf(tx, actor, row.challengeId)
    if (row.answeredAt) throw refuse('proposals.answered')
    if (!actor.displayName?.trim()) throw refuse('proposals.name_needed')
    if (said.taken && row.wording && isBeforeOpening(draft.state))
      await changeDraft(tx, actor, {
        ...{ id: draft.id, version: draft.version },
        body: { question: row.wording },
      })
    await co.answerComment(tx, commentId, { ...said, by: actor.personId })
    const asker = await q.byId(tx, row.proposalId)
    if (asker && !asker.erasedAt) {
      await noted(tx, actor, asker, 'comment-answered', { taken: said.taken })
      await tellAsker(tx, deps.config, asker, {
        ...{ template: 'proposals.comment-answered', words: commentAnsweredLetter },
        facts: () => ({ ...said, by: actor.displayName ?? '' }),
      })
    }
    const fresh = await co.commentById(tx, commentId)
    if (!fresh) throw refuse('proposals.comment_not_found')
    return shownComment(fresh)
  })
}
