import { type Agreement, REVIEW_MONTHS } from '@howcanwe/shared/agreements'
import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { commit, release } from '../../organisations/index.ts'
import { refuse } from '../agreements.errors.ts'
import { writeTo } from '../agreements.letters.ts'
import * as q from '../agreements.queries.ts'
import { changedAgreementLetter, endedAgreementLetter, liveLetter } from '../agreements.words.ts'
import { hold, ours, requireDraft, requireParty, trail, within } from './holding.ts'
import { belongs, missingOf, requireOwn, shown } from './view.ts'

/**
 * Confirms the words as they were read. With the last one it is lived: what was confirmed is kept word for word, and
 * three months later everybody is asked whether it still fits.
 *
 * @throws agreements.not_found · agreements.wrong_state · agreements.not_complete · request.stale
 */
export function confirm(
  deps: Deps,
  actor: Actor,
  input: { agreementId: string; organisationId: string; version: number },
): Promise<Agreement> {
  const { version, ...of } = input
  return within(deps, async (tx) => {
    const before = await hold(tx, actor, of.agreementId)
    requireParty(before, actor, of.organisationId)
    requireDraft(before, version)
    if (missingOf(before).some((one) => one !== 'confirm')) throw refuse('agreements.not_complete')
    const said = { confirmedVersion: version, confirmedBy: actor.personId }
    await q.changeParty(tx, of, { ...said, confirmedAt: q.fromNow })
    const after = await requireOwn(tx, actor, of.agreementId)
    await trail(tx, actor, after, 'confirmed')
    if (missingOf(after).length > 0) return shown(after, actor)
    return live(tx, deps, actor, after)
  })
}

/** Hours that an answer has not set aside already are promised with it, and free again when it ends (OR3). */
async function setHoursAside(tx: Database, deps: Deps, { row, parties }: q.Whole): Promise<void> {
  if (row.source === 'joint-interest' || row.source === 'cohort') return
  for (const { party } of parties)
    await commit(tx, deps, {
      placeId: row.placeId,
      organisationId: party.organisationId,
      source: { kind: 'agreement', id: row.id },
      hoursPerMonth: party.hoursPerMonth,
      fromDay: null,
      untilDay: null,
    })
}

async function live(tx: Database, deps: Deps, actor: Actor, of: q.Whole): Promise<Agreement> {
  const { id, placeId, version } = of.row
  await q.putVersion(tx, { placeId, agreementId: id, version, content: { ...of } })
  await q.change(tx, id, {
    state: 'live',
    liveSince: q.fromNow,
    reviewDueAt: q.inMonths(REVIEW_MONTHS),
    reviewTold: null,
  })
  const whole = await requireOwn(tx, actor, id)
  await setHoursAside(tx, deps, whole)
  await trail(tx, actor, whole, 'live')
  const to = whole.parties.map(({ party }) => party.organisationId)
  const letter = { whole, to, by: ours(whole, actor), words: liveLetter }
  await writeTo(tx, deps.config.origin, { ...letter, template: 'agreements.live' })
  return shown(whole, actor)
}

/**
 * Keeps it for three months more, drafts it again, or ends it; any party may. Changed, it holds again when all have
 * confirmed the new words.
 *
 * @throws agreements.not_found · agreements.wrong_state
 */
export function review(
  deps: Deps,
  actor: Actor,
  input: { agreementId: string; outcome: 'renewed' | 'changed' | 'ended' },
): Promise<Agreement> {
  const { agreementId: id, outcome } = input
  return within(deps, async (tx) => {
    const before = await hold(tx, actor, id)
    if (before.row.state !== 'live') throw refuse('agreements.wrong_state')
    if (outcome === 'renewed') {
      const reviewDueAt = q.inMonths(REVIEW_MONTHS)
      await q.change(tx, id, { reviewDueAt, reviewTold: null })
    } else {
      const state = outcome === 'changed' ? 'drafting' : 'ended'
      const version = outcome === 'changed' ? before.row.version + 1 : before.row.version
      await q.change(tx, id, { state, version, reviewDueAt: null, reviewTold: null })
    }
    if (outcome !== 'renewed') await release(tx, { kind: 'agreement', id })
    const whole = await requireOwn(tx, actor, id)
    await trail(tx, actor, whole, outcome)
    const by = ours(whole, actor)
    const to = whole.parties.map((p) => p.organisation.id).filter((one) => !belongs(actor, one))
    const ended = { template: 'agreements.ended', words: endedAgreementLetter } as const
    const changed = { template: 'agreements.changed', words: changedAgreementLetter } as const
    if (outcome !== 'renewed')
      await writeTo(tx, deps.config.origin, {
        ...{ whole, to, by },
        ...(outcome === 'ended' ? ended : changed),
      })
    return shown(whole, actor)
  })
}
