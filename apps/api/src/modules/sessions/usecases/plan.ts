import type { Plan } from '@howcanwe/shared/sessions'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { requireOwnGroup } from '../../codesign/index.ts'
import { needsIn } from '../queries/needs.queries.ts'
import * as p from '../queries/people.queries.ts'
import type { SessionRow } from '../queries/sessions.queries.ts'
import { type At, recordRun, requireSession, runsOn } from './inside.ts'

const NOT_SORTED = new Set<string>(['stated', 'arranged'])

/** As the database counts: of everybody who has not said no, and said before it began. */
const counts = (s: SessionRow, need: { answer: string | null; saidAt: Date }): boolean =>
  need.answer !== 'no' && need.saidAt < s.startsAt

/** Who comes, what is open and whom to ring. What people need is not in it: that is opened one by one. */
export async function planOf(db: Database, session: SessionRow): Promise<Plan> {
  const people = await p.peopleOf(db, session)
  const needs = await needsIn(db, session)
  const rings = await p.ringsOf(db, session.id)
  return {
    people: people.map(({ member, reply, came }) => ({
      memberId: member.id,
      firstName: member.firstName,
      reference: member.reference,
      bloc: member.bloc,
      organisation: member.organisation,
      reply: reply?.answer ?? null,
      brings: reply?.brings ?? false,
      came,
    })),
    needs: needs.map(({ id, memberId, state, field, answer, saidAt }) => ({
      id,
      memberId,
      state,
      fromJoining: field === 'codesign.needs',
      open: counts(session, { answer, saidAt }) && NOT_SORTED.has(state),
    })),
    rings: rings.map(({ rungAt, ...ring }) => ({ ...ring, rung: rungAt !== null })),
    draftNotes: session.notes,
  }
}

/** @throws codesign.group_not_found · sessions.not_found */
export async function planFor(db: Database, actor: Actor, at: At): Promise<Plan> {
  await requireOwnGroup(db, actor, at.groupId)
  return planOf(db, await requireSession(db, at))
}

type Ring = Parameters<typeof p.markRung>[1]

export async function rung(
  deps: Deps,
  actor: Actor,
  { body, requestId, ...at }: At & { body: Omit<Ring, 'sessionId'>; requestId: string },
): Promise<Plan> {
  return inTransaction(deps.db, async (tx) => {
    const { session } = await runsOn(tx, actor, at)
    await p.markRung(tx, { sessionId: session.id, ...body })
    await recordRun(tx, actor, session, { action: 'rung', after: { about: body.about }, requestId })
    return planOf(tx, session)
  })
}
