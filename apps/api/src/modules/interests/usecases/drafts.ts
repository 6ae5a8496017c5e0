import type { DraftAnswers, InterestDraft } from '@howcanwe/shared/interests'
import { inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { lockOpenChallenge } from '../../challenges/index.ts'
import * as q from '../drafts.queries.ts'
import { requireAnswering, requireOwnAnswers } from './who-answers.ts'

const shown = ({ draft, by }: q.DraftRow, actor: Actor): InterestDraft => ({
  answers: draft.content,
  seconds: draft.seconds,
  updatedAt: draft.updatedAt,
  by,
  mine: draft.updatedBy === actor.personId,
  version: draft.version,
})

/** What the organisation has written and not sent; null when there is nothing. */
export async function readDraft(
  deps: Deps,
  actor: Actor,
  key: q.DraftKey,
): Promise<InterestDraft | null> {
  await requireOwnAnswers(deps.db, actor, key)
  const row = await q.draftOf(deps.db, key)
  return row ? shown(row, actor) : null
}

/**
 * Keeps what changed on one phone. Whoever writes another question on another phone loses nothing; where both wrote
 * one, the newest words stand, and the answer says that somebody else was there. It leaves no trail: that somebody
 * is writing is nobody's business until it is sent.
 *
 * @throws challenges.not_found · challenges.closed · challenges.wrong_state · interests.not_your_organisation ·
 *   interests.asks_itself
 */
export async function saveDraft(
  deps: Deps,
  actor: Actor,
  input: q.DraftKey & { answers: DraftAnswers; seconds: number; seen: number | null },
) {
  const { challengeId, organisationId, answers, seconds, seen } = input
  const key = { challengeId, organisationId }
  return inTransaction(deps.db, async (tx) => {
    const challenge = await lockOpenChallenge(tx, challengeId)
    await requireAnswering(tx, actor, organisationId, challenge)
    await q.lockDraft(tx, key)
    const before = await q.draftOf(tx, key)
    const own = { placeId: challenge.placeId, updatedBy: actor.personId }
    await q.mergeDraft(tx, { ...key, ...own, content: answers, seconds })
    const now = await q.draftOf(tx, key)
    if (!now) throw new Error('a draft was gone in its own transaction')
    const others = before && before.draft.version !== seen && !shown(before, actor).mine
    return {
      draft: shown(now, actor),
      meanwhile: others ? { by: before.by, at: before.draft.updatedAt } : null,
    }
  })
}

/** Throws the draft away; nothing happens where there is none. */
export async function dropDraft(deps: Deps, actor: Actor, key: q.DraftKey): Promise<undefined> {
  await requireOwnAnswers(deps.db, actor, key)
  await q.deleteDraft(deps.db, key)
  return undefined
}
