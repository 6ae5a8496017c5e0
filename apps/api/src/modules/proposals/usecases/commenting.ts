import type { Received } from '@howcanwe/shared/http'
import type { OwnProposal, proposalsContract } from '@howcanwe/shared/proposals'
import { inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { person } from '../../identity/index.ts'
import { refuse } from '../proposals.errors.ts'
import { tellAddress } from '../proposals.letters.ts'
import { commentedLetter } from '../proposals.outcome.words.ts'
import * as co from '../queries/co-authors.queries.ts'
import { noted } from './desk.ts'
import { afresh, type Knocking, requireOwn } from './own.ts'

/**
 * A co-author says something about the draft, or gives another wording. It stands with their name and a number, and
 * whoever writes the draft is told.
 *
 * @throws proposals.own_not_found · proposals.no_draft
 */
export async function comment(
  deps: Deps,
  who: Knocking,
  said: Pick<Received<typeof proposalsContract.comment>['body'], 'text' | 'wording'>,
): Promise<OwnProposal> {
  return inTransaction(deps.db, async (tx) => {
    const row = await requireOwn(deps, tx, who)
    const challenge = await co.challengeOf(tx, row.id)
    if (!challenge) throw refuse('proposals.no_draft')
    const { challengeId, commissionerId } = challenge
    await co.putComment(tx, { ...said, placeId: row.placeId, challengeId, proposalId: row.id })
    await noted(tx, who.actor ?? null, row, 'commented', { challengeId })
    const reader = await person(tx, commissionerId)
    if (reader?.to)
      await tellAddress(
        tx,
        {
          ...{ placeId: row.placeId, to: reader.to, language: reader.language, name: '' },
          ...{
            question: challenge.question,
            link: `${deps.config.origin}/desk/challenges/${challengeId}/co-authors`,
          },
        },
        { template: 'proposals.commented', words: commentedLetter, facts: {} },
      )
    return afresh(tx, row.id)
  })
}
