import type { ActionOf } from '@howcanwe/shared/audit'
import type { BrokerCase, casesContract, Stage, SubjectIn } from '@howcanwe/shared/cases'
import { MOST_ROWS } from '@howcanwe/shared/exports'
import type { Received, Result } from '@howcanwe/shared/http'
import { dayIn } from '@howcanwe/shared/places'
import { type Database, inTransaction } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../http/actor.ts'
import { refuse as refuseRequest } from '../../http/app-error.ts'
import { record } from '../audit/index.ts'
import { notNeutral, requireNeutral } from '../matching/index.ts'
import { requirePlace } from '../places/index.ts'
import { refuse } from './cases.errors.ts'
import { deskOf, isOwnSubject, readsCase } from './cases.policy.ts'
import * as q from './cases.queries.ts'
import { shown, summaryOf } from './cases.shown.ts'

/** As many as a screen shows. */
const LISTED = 200

type Body<K extends 'start' | 'change' | 'log'> = Received<(typeof casesContract)[K]>['body']

/**
 * The case, for a broker of its place who stands on no side of it. To everybody else it is not there.
 *
 * @throws cases.not_found · matching.not_neutral
 */
async function requireCase(db: Database, actor: Actor, row: q.CaseRow | undefined) {
  if (!row || !readsCase(actor, row)) throw refuse('cases.not_found')
  const { challengeId, placeId } = row
  if (isOwnSubject(actor, row)) throw await notNeutral(db, { id: challengeId ?? row.id, placeId })
  if (challengeId) await requireNeutral(db, actor, { id: challengeId, placeId })
  return row
}

const trail = (
  tx: Database,
  actor: Actor,
  of: { id: string; placeId: string },
  what: ActionOf<'cases'>,
  after?: Record<string, unknown>,
) =>
  record(tx, {
    placeId: of.placeId,
    actorId: actor.personId,
    action: `cases.${what}`,
    subject: { kind: 'case', id: of.id },
    ...(after ? { after } : {}),
  })

/** @throws cases.not_found to whoever brokers nothing in this place */
export function requireDesk(actor: Actor, placeId: string): q.Desk {
  const challenges = deskOf(actor, placeId)
  if (challenges !== 'all' && challenges.length === 0) throw refuse('cases.not_found')
  return { placeId, personId: actor.personId, challenges }
}

export async function list(
  db: Database,
  ask: { actor: Actor; placeId: string; state: 'open' | 'closed'; all: boolean },
): Promise<Result<typeof casesContract.list>> {
  const most = ask.all ? MOST_ROWS + 1 : LISTED
  const rows = await q.casesOf(db, requireDesk(ask.actor, ask.placeId), ask.state, most + 1)
  const items = rows.slice(0, most).map((row) => summaryOf(row, ask.actor))
  return { items, more: rows.length > most }
}

export async function read(db: Database, actor: Actor, caseId: string): Promise<BrokerCase> {
  const whole = await q.caseById(db, caseId)
  await requireCase(db, actor, whole?.row)
  return shown(db, actor, caseId)
}

const columnsOf = (subject: SubjectIn) => {
  const { kind, ...ids } = subject
  return { subjectKind: kind, ...ids }
}

/**
 * Begins a case: its first stage is the first line of its moves.
 *
 * @throws cases.not_found · cases.subject_unknown · matching.not_neutral
 */
export async function start(
  deps: Deps,
  given: { actor: Actor; placeId: string; input: Body<'start'> },
): Promise<BrokerCase> {
  const { actor, placeId, input } = given
  const { subject, challengeId, dueOn, nextAction = '', brokerKind = 'internal', title } = input
  const about = { challengeId: challengeId ?? null, ...columnsOf(subject) }
  if (!readsCase(actor, { placeId, challengeId: about.challengeId }))
    throw refuse('cases.not_found')
  return inTransaction(deps.db, async (tx) => {
    await requirePlace(tx, placeId)
    if (!(await q.subjectExists(tx, placeId, about))) throw refuse('cases.subject_unknown')
    if (subject.kind === 'group') about.challengeId = await q.challengeOfGroup(tx, subject.groupId)
    const own = { organisationId: null, otherOrganisationId: null, ...about }
    if (isOwnSubject(actor, own))
      throw await notNeutral(tx, { id: about.challengeId ?? placeId, placeId })
    if (about.challengeId) await requireNeutral(tx, actor, { id: about.challengeId, placeId })
    const row = { placeId, title, nextAction, brokerKind, dueOn: dueOn ?? null }
    const id = await q.insertCase(tx, { ...row, ...about, brokerId: actor.personId })
    await q.putMove(tx, { placeId, caseId: id, from: null, to: 'scoping', movedBy: actor.personId })
    await trail(tx, actor, { id, placeId }, 'started', { kind: subject.kind })
    return shown(tx, actor, id)
  })
}

/** One change of one case, locked and checked; `work` says what to write over the row as it is. */
async function changing(
  deps: Deps,
  given: { actor: Actor; caseId: string; closedToo?: true },
  work: (tx: Database, row: q.CaseRow) => Promise<unknown>,
): Promise<BrokerCase> {
  return inTransaction(deps.db, async (tx) => {
    const row = await requireCase(tx, given.actor, await q.lockCase(tx, given.caseId))
    if (row.state === 'closed' && !given.closedToo) throw refuse('cases.closed')
    await work(tx, row)
    return shown(tx, given.actor, row.id)
  })
}

/** @throws cases.not_found · cases.closed · matching.not_neutral · request.stale */
export const change = (
  deps: Deps,
  given: { actor: Actor; caseId: string; version: number; input: Body<'change'> },
): Promise<BrokerCase> =>
  changing(deps, given, async (tx, row) => {
    const seen = { id: row.id, version: given.version }
    if (!(await q.changeCaseRow(tx, seen, given.input)))
      throw refuseRequest('request.stale', { currentVersion: row.version })
    await trail(tx, given.actor, row, 'changed', { fields: Object.keys(given.input).sort() })
  })

/** To the stage it is in already is no move. */
export const move = (
  deps: Deps,
  given: { actor: Actor; caseId: string; stage: Stage },
): Promise<BrokerCase> =>
  changing(deps, given, async (tx, row) => {
    const { actor, stage } = given
    if (stage === row.stage) return
    const { placeId, id: caseId } = row
    await q.putMove(tx, { placeId, caseId, from: row.stage, to: stage, movedBy: actor.personId })
    await q.changeCaseRow(tx, row, { stage })
    await trail(tx, actor, row, 'moved', { from: row.stage, to: stage })
  })

/** Lines are never changed, so a slip of the year is caught before it stands in somebody's months. */
async function requireNotAhead(
  tx: Database,
  at: Date,
  line: { placeId: string; happenedOn: string | null },
): Promise<void> {
  const { timeZone } = await requirePlace(tx, line.placeId)
  if (line.happenedOn && line.happenedOn > dayIn(timeZone, at)) throw refuse('cases.day_ahead')
}

/**
 * One line more in the log, about whom and what its case is about, so that whoever waits on the desk for a call waits no
 * longer. Only that there is one goes into the public record.
 *
 * @throws cases.not_found · cases.closed · cases.day_ahead · matching.not_neutral
 */
export const log = (
  deps: Deps,
  given: { actor: Actor; caseId: string; input: Body<'log'> },
): Promise<BrokerCase> =>
  changing(deps, given, async (tx, row) => {
    const { actor, input } = given
    const line = { placeId: row.placeId, happenedOn: input.happenedOn ?? null }
    await requireNotAhead(tx, deps.clock(), line)
    await q.putAction(tx, {
      ...input,
      ...line,
      caseId: row.id,
      challengeId: row.challengeId,
      organisationId: row.organisationId,
      otherOrganisationId: row.otherOrganisationId,
      registerEntryId: row.registerEntryId,
      brokerId: actor.personId,
    })
    await trail(tx, actor, row, 'logged', { kind: input.kind })
  })

export const close = (
  deps: Deps,
  given: { actor: Actor; caseId: string; outcome: string },
): Promise<BrokerCase> =>
  changing(deps, given, async (tx, row) => {
    await q.closeRow(tx, row, given.outcome)
    await trail(tx, given.actor, row, 'closed')
  })

export const reopen = (deps: Deps, given: { actor: Actor; caseId: string }): Promise<BrokerCase> =>
  changing(deps, { ...given, closedToo: true }, async (tx, row) => {
    if (row.state === 'open') return
    await q.changeCaseRow(tx, row, { state: 'open', closedAt: null })
    await trail(tx, given.actor, row, 'reopened')
  })
