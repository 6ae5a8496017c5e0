import type { BrokerCase, CaseSummary } from '@howcanwe/shared/cases'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../http/actor.ts'
import * as q from './cases.queries.ts'

const sides = ({ row, organisation, other, entry, group, challenge }: q.WholeCase) => {
  if (row.subjectKind === 'challenge' && challenge)
    return [{ id: challenge.id, name: challenge.question }]
  return [
    { id: row.organisationId, name: organisation },
    { id: row.otherOrganisationId, name: other },
    { id: row.registerEntryId, name: entry },
    { id: row.groupId, name: group },
  ].flatMap(({ id, name }) => (id ? [{ id, name: name ?? '' }] : []))
}

/** A case as a list shows it. */
export function summaryOf(whole: q.WholeCase, actor: Pick<Actor, 'personId'>): CaseSummary {
  const { row, broker, challenge, minutes } = whole
  return {
    id: row.id,
    title: row.title,
    subject: { kind: row.subjectKind, about: sides(whole) },
    challenge,
    stage: row.stage,
    nextAction: row.nextAction,
    dueOn: row.dueOn,
    broker: { name: broker ?? '', me: row.brokerId === actor.personId },
    state: row.state,
    minutes,
    changedAt: row.updatedAt,
  }
}

/** A case as its page shows it: with its log, as far as this broker may read it, and its moves. */
export async function shown(db: Database, actor: Actor, caseId: string): Promise<BrokerCase> {
  const whole = await q.caseById(db, caseId)
  if (!whole) throw new Error('a case was gone in its own transaction')
  const { row } = whole
  const log = await q.logOf(db, caseId, actor.personId)
  const moves = await q.movesOf(db, caseId)
  return {
    ...summaryOf(whole, actor),
    brokerKind: row.brokerKind,
    neutralityNote: row.neutralityNote,
    outcome: row.outcome,
    closedAt: row.closedAt,
    log: log.map(({ row: line, by }) => ({ ...line, by: by ?? '' })),
    moves: moves.map(({ row: m, by }) => ({
      from: m.fromStage,
      to: m.toStage,
      by: by ?? '',
      at: m.at,
    })),
    version: row.version,
  }
}
