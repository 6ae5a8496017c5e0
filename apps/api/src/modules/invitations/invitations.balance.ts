import { type Share, shortAtTenth, waysOut } from '@howcanwe/shared/invitations'
import { isSmall } from '@howcanwe/shared/matching'
import type { IncomeBand } from '@howcanwe/shared/organisations'
import type { Database } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../http/actor.ts'
import { type InterestedOf, matchesFor, requireBrokerOf } from '../matching/index.ts'
import { refuse } from './invitations.errors.ts'
import * as q from './invitations.queries.ts'

/** A register entry that does not say counts as small, as in matching. */
export const isSmallOne = ({ incomeBand }: { incomeBand: IncomeBand | null }): boolean =>
  isSmall(incomeBand ?? 'none')

/** The best order for a balance, each kind in the order it was ticked. */
export const smallOnesFirst = <C extends { id: string }>(
  candidates: readonly C[],
  small: ReadonlySet<string>,
): C[] => [
  ...candidates.filter((one) => small.has(one.id)),
  ...candidates.filter((one) => !small.has(one.id)),
]

/** Those invited so far, and the small ones among them, with the bands they have today. */
async function invitedSoFar(tx: Database, challengeId: string): Promise<Share> {
  const rows = await q.invitationsOf(tx, challengeId)
  const small = rows.filter(({ organisation, entry }) =>
    isSmallOne({ incomeBand: organisation?.incomeBand ?? entry?.incomeBand ?? null }),
  )
  return { all: rows.length, small: small.length }
}

/**
 * Who might be invited, counted before the transaction that invites: a list of matches is not made under a lock.
 *
 * @returns undefined while nobody may be invited, which that transaction then says
 * @throws challenges.not_found · auth.forbidden
 */
export async function eligibleNow(
  deps: Deps,
  interestedOf: InterestedOf,
  ask: { actor: Actor; challengeId: string },
): Promise<Share | undefined> {
  const { state } = await requireBrokerOf(deps.db, ask.actor, ask.challengeId, interestedOf)
  if (state !== 'open') return undefined
  return (await matchesFor(deps, { interestedOf, invitedOf: q.invitedOf }, ask)).eligible
}

/**
 * FR-05: at every tenth invitation of a challenge, the small ones among the invited have at least the share they have
 * among those that fit; and no batch takes the room that the next tenth needs for them. Looked at in the best order,
 * small ones first, which is the order they are invited in.
 *
 * @throws invitations.unbalanced, with what would let the batch go
 */
export async function requireBalance(
  tx: Database,
  challengeId: string,
  { batch, eligible }: { batch: Share; eligible: Share | undefined },
): Promise<void> {
  if (!eligible) return
  const invited = await invitedSoFar(tx, challengeId)
  await q.putEligible(tx, challengeId, eligible)
  if (shortAtTenth(invited, batch, eligible)) throw unbalanced(waysOut(invited, batch, eligible))
}

/** @param ways what would let it go; left out where only the database counted */
export function unbalanced(ways?: { fewer: number; more: number | undefined }) {
  const pointer = '#/body/candidates'
  const more = ways?.more === undefined ? [] : [{ code: 'small_missing', limit: ways.more }]
  const fewer = ways ? [{ code: 'large_too_many', limit: ways.fewer }] : [{ code: 'small_missing' }]
  return refuse('invitations.unbalanced', {
    fields: [...more, ...fewer].map((one) => ({ pointer, ...one })),
  })
}
