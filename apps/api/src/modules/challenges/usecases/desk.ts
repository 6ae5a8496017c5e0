import type { challengesContract, Draft } from '@howcanwe/shared/challenges'
import type { Received, Result } from '@howcanwe/shared/http'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { record } from '../../audit/index.ts'
import { areasBelong, requirePlace } from '../../places/index.ts'
import { refuse } from '../challenges.errors.ts'
import { whatIsMissing } from '../challenges.missing.rules.ts'
import { brokers, hasDesk, mayStart } from '../challenges.policy.ts'
import { dayIn, freeSlug, mayDo, mayWithdraw, slugOf } from '../challenges.rules.ts'
import * as q from '../queries/challenge.queries.ts'
import * as desk from '../queries/desk.queries.ts'
import { requireCommissionerOf } from './front-door.ts'

type Change = Received<typeof challengesContract.change>['body']

/** A challenge as its commissioner sees it, with what still stands between it and opening. */
async function draftOf(db: Database, row: q.ChallengeRow): Promise<Draft> {
  const place = await requirePlace(db, row.placeId)
  const areaIds = await q.areaIdsOf(db, row.id)
  const criteria = await q.criteriaOf(db, row.id)
  const asker = await desk.askerOf(db, row.id)
  const at = await desk.now(db)
  if (!asker) throw refuse('challenges.not_found')
  const brief = { ...row, areaIds, criteria }
  const dayOf = (instant: Date) => dayIn(place.timeZone, instant)
  return {
    ...brief,
    asker,
    missing: row.state === 'draft' ? whatIsMissing(brief, { at, dayOf }) : [],
    can: mayDo(row.state),
    savedAt: row.updatedAt,
  }
}

async function fresh(tx: Database, id: string): Promise<Draft> {
  const row = await q.challengeById(tx, id)
  if (!row) throw refuse('challenges.not_found')
  return draftOf(tx, row)
}

/** The trail of one change: states and field names, never a word somebody wrote. */
const trail = (
  tx: Database,
  actor: Actor | null,
  row: { id: string; placeId: string },
  action: 'started' | 'changed' | 'opened' | 'withdrawn' | 'closed',
  what: { before?: Record<string, unknown>; after?: Record<string, unknown> } = {},
) =>
  record(tx, {
    placeId: row.placeId,
    actorId: actor?.personId ?? null,
    action: `challenges.${action}`,
    subject: { kind: 'challenge', id: row.id },
    ...what,
  })

/** What this person's desk shows. Drafts only to whoever writes them. @throws auth.forbidden */
export async function listDesk(
  db: Database,
  actor: Actor,
  placeId: string,
): Promise<Result<typeof challengesContract.mine>> {
  if (!hasDesk(actor, placeId)) throw refuseRequest('auth.forbidden')
  const rows = await desk.deskRows(db, {
    placeId,
    personId: actor.personId,
    own: mayStart(actor, placeId),
    opened: brokers(actor, placeId),
  })
  return {
    items: rows.map(({ commissionerId, ...row }) => ({
      ...row,
      mine: commissionerId === actor.personId,
    })),
  }
}

/** @throws places.not_found · auth.forbidden · challenges.no_public_body */
export async function startDraft(
  db: Database,
  actor: Actor,
  input: { placeId: string; question?: string | undefined },
): Promise<Draft> {
  return inTransaction(db, async (tx) => {
    await requirePlace(tx, input.placeId)
    if (!mayStart(actor, input.placeId)) throw refuseRequest('auth.forbidden')
    const { placeId } = input
    const organisationId = await desk.publicBodyOf(tx, { placeId, personId: actor.personId })
    if (!organisationId) throw refuse('challenges.no_public_body')
    const id = await desk.startRow(tx, {
      placeId,
      organisationId,
      commissionerId: actor.personId,
      question: input.question ?? '',
    })
    await trail(tx, actor, { id, placeId }, 'started', { after: { state: 'draft' } })
    return fresh(tx, id)
  })
}

/** @throws challenges.not_found */
export async function readDraft(db: Database, actor: Actor, id: string): Promise<Draft> {
  return draftOf(db, await requireCommissionerOf(db, actor, id))
}

/** Someone's own draft, locked and in the version they saw. */
async function holdDraft(tx: Database, actor: Actor, id: string, version: number) {
  const row = await requireCommissionerOf(tx, actor, id, 'lock')
  if (row.state !== 'draft') throw refuse('challenges.already_open')
  if (row.version !== version) throw refuseRequest('request.stale', { currentVersion: row.version })
  return row
}

/**
 * Autosave: puts the parts that came in place of the old ones; lists are replaced whole.
 *
 * @throws challenges.not_found · challenges.already_open · request.stale · challenges.area_unknown
 */
export async function changeDraft(
  db: Database,
  actor: Actor,
  change: { id: string; version: number; body: Change },
): Promise<Draft> {
  return inTransaction(db, async (tx) => {
    const row = await holdDraft(tx, actor, change.id, change.version)
    const { areaIds, criteria, ...columns } = change.body
    const at = { placeId: row.placeId, challengeId: row.id }
    if (areaIds) {
      const distinct = [...new Set(areaIds)]
      if (!(await areasBelong(tx, row.placeId, distinct)))
        throw refuse('challenges.area_unknown', {
          fields: [{ pointer: '#/body/areaIds', code: 'not_allowed' }],
        })
      await desk.replaceAreas(tx, { ...at, areaIds: distinct })
    }
    if (criteria) await desk.replaceCriteria(tx, { ...at, criteria })
    await q.changeRow(tx, row.id, columns)
    const fields = Object.keys(change.body).toSorted()
    await trail(tx, actor, row, 'changed', { after: { fields } })
    return fresh(tx, row.id)
  })
}

/**
 * Opens a draft to everyone. From here question, criteria, weights and money are frozen by the database too.
 *
 * @throws challenges.not_found · challenges.already_open · request.stale · challenges.incomplete
 */
export async function openChallenge(
  db: Database,
  actor: Actor,
  input: { id: string; version: number },
): Promise<Draft> {
  return inTransaction(db, async (tx) => {
    const row = await holdDraft(tx, actor, input.id, input.version)
    const { missing } = await draftOf(tx, row)
    if (missing.length > 0) throw refuse('challenges.incomplete', { fields: missing })
    const wished = slugOf(row.question)
    const slug = freeSlug(wished, await desk.slugsLike(tx, wished))
    await q.openRow(tx, row.id, slug)
    await trail(tx, actor, row, 'opened', { before: { state: 'draft' }, after: { state: 'open' } })
    return fresh(tx, row.id)
  })
}

/** Tells those who answered that it was taken back, in the same transaction; they live further right. */
export type TellWithdrawn = (
  tx: Database,
  challenge: { id: string; placeId: string; reason: string },
) => Promise<void>

/**
 * Takes a challenge back, with a reason everybody can read and a letter to everyone who had answered.
 *
 * @throws challenges.not_found · challenges.wrong_state once somebody was chosen or nobody was
 */
export async function withdrawChallenge(
  db: Database,
  actor: Actor,
  input: { id: string; reason: string; tell: TellWithdrawn },
): Promise<Draft> {
  return inTransaction(db, async (tx) => {
    const row = await requireCommissionerOf(tx, actor, input.id, 'lock')
    if (!mayWithdraw(row.state)) throw refuse('challenges.wrong_state')
    await q.changeRow(tx, row.id, { state: 'withdrawn', withdrawnReason: input.reason })
    await trail(tx, actor, row, 'withdrawn', {
      before: { state: row.state },
      after: { state: 'withdrawn' },
    })
    await input.tell(tx, { id: row.id, placeId: row.placeId, reason: input.reason })
    return fresh(tx, row.id)
  })
}

/**
 * Moves one challenge whose closing time is over from open to choosing; the clock acts, nobody else. Several
 * workers may call this at once: each takes another row.
 *
 * @returns whether there was one
 */
export async function closeDue(db: Database): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const due = await q.takeDue(tx)
    if (!due) return false
    await q.changeRow(tx, due.id, { state: 'choosing' })
    await trail(tx, null, due, 'closed', {
      before: { state: 'open' },
      after: { state: 'choosing' },
    })
    return true
  })
}
