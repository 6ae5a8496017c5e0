import type {
  AmendedField,
  AmendInput,
  Amendment,
  AmendmentKind,
} from '@howcanwe/shared/amendments'
import { dueBefore } from '@howcanwe/shared/places'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import {
  changeOpen,
  lockOwnOpen,
  MOST_OPEN_DAYS,
  type PublishedRow,
  publishedChallenge,
  QUESTIONS_END_DAYS,
  refuseChallenge,
  requireNoNewSqueezeOut,
} from '../../challenges/index.ts'
import { calendarOf } from '../../places/index.ts'
import { refuse } from '../amendments.errors.ts'
import { tellOfSubstance } from '../amendments.letters.ts'
import { closesInTime } from '../amendments.limits.rules.ts'
import * as q from '../amendments.queries.ts'
import {
  changesOf,
  columnOf,
  faultOf,
  languageOf,
  type Spelt,
  standingBefore,
  withMoreTime,
} from '../amendments.rules.ts'

interface Wanted {
  challengeId: string
  version: number
  kind: AmendmentKind
  changes: AmendInput
  reason: string
}

function requireFit(kind: AmendmentKind, changes: readonly AmendedField[], spelt: Spelt): void {
  const found = faultOf(kind, changes, spelt)
  if (!found) return
  const pointer = found.field ? `#/body/changes/${found.field}` : '#/body/changes'
  throw refuse(found.fault, {
    fields: [{ pointer, code: found.fault.slice('amendments.'.length) }],
  })
}

/** @throws amendments.open_too_long */
function requireYear(row: PublishedRow, { closesAt }: AmendInput): void {
  if (!closesAt || closesInTime(closesAt, row, MOST_OPEN_DAYS)) return
  throw refuse('amendments.open_too_long', {
    fields: [{ pointer: '#/body/changes/closesAt', code: 'not_allowed' }],
  })
}

/** What is left to write of a change: the fields that differ, with what more time brings along. */
async function plan(tx: Database, row: PublishedRow, { kind, changes }: Wanted) {
  const asked = changesOf(row, changes)
  const standing = standingBefore((await q.logOf(tx, row.id)).toReversed())
  requireFit(kind, asked, { standing, language: languageOf(row.question) })
  if (kind !== 'substance') return { set: changes, fields: asked, questionsUntil: undefined }
  const calendar = await calendarOf(tx, row.placeId)
  const set = withMoreTime(calendar, row, changes)
  requireYear(row, set)
  const until = set.closesAt && dueBefore(calendar, set.closesAt, QUESTIONS_END_DAYS)
  // Holidays on the way never take back a day for questions that was promised.
  const isLater = until && (!row.questionsUntil || until > row.questionsUntil)
  return { set, fields: changesOf(row, set), questionsUntil: isLater ? until : undefined }
}

/**
 * Changes an open challenge: line of the log, change, trail and emails in one transaction. A change of substance gives
 * everybody at least five working days more and is written to all who answered or follow (CH7, J-07 [G]).
 *
 * @throws challenges.not_found · challenges.wrong_state · challenges.closed · challenges.squeezes_out ·
 *   request.stale · amendments.*
 */
export async function amend(
  deps: Deps,
  actor: Actor,
  wanted: Wanted,
): Promise<{ amendment: Amendment; row: PublishedRow }> {
  return inTransaction(deps.db, async (tx) => {
    const { challengeId: id, version, kind, reason } = wanted
    const row = await lockOwnOpen(tx, actor, { id, version, state: 'open' })
    const { set, fields, questionsUntil } = await plan(tx, row, wanted)
    const columns = fields.map(({ field }) => columnOf(field))
    const line = { placeId: row.placeId, challengeId: id, kind, changes: fields, columns, reason }
    await q.putAmendment(tx, { ...line, madeBy: actor.personId })
    const changed = await changeOpen(tx, id, { ...set, ...(questionsUntil && { questionsUntil }) })
    await requireNoNewSqueezeOut(tx, row, changed)
    await record(tx, {
      placeId: row.placeId,
      actorId: actor.personId,
      action: 'challenges.amended',
      subject: { kind: 'challenge', id },
      after: { kind, fields: fields.map(({ field }) => field) },
    })
    if (kind === 'substance') await tellOfSubstance(tx, deps, { row: changed, fields, reason })
    const [amendment] = await q.logOf(tx, id)
    if (!amendment) throw new Error('a line of the log was gone in its own transaction')
    return { amendment, row: changed }
  })
}

/** The change log, for anyone. @throws challenges.not_found */
export async function log(db: Database, challengeId: string): Promise<{ items: Amendment[] }> {
  if (!(await publishedChallenge(db, challengeId))) throw refuseChallenge('challenges.not_found')
  return { items: await q.logOf(db, challengeId) }
}
