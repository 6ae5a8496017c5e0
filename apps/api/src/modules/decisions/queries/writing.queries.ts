import type { Bloc } from '@howcanwe/shared/codesign'
import type { Answer, Harm } from '@howcanwe/shared/decisions'
import { and, eq, sql } from 'drizzle-orm'
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core'
import type { Database } from '../../../db/database.ts'
import {
  decisionBallots,
  decisionHoldCalls,
  decisionObjections,
  decisions,
  decisionVersions,
} from '../decisions.table.ts'
import type { DecisionRow, VersionRow } from './decisions.queries.ts'

type NewDecision = Pick<DecisionRow, 'placeId' | 'groupId' | 'kind'> & { origin: Bloc }
type NewVersion = Pick<
  VersionRow,
  'placeId' | 'decisionId' | 'why' | 'text' | 'reason' | 'options' | 'affects'
>

const only = <T>([row]: T[]): T => {
  if (!row) throw new Error('one row was written')
  return row
}

/** The database numbers it. */
export const addDecision = async (tx: Database, values: NewDecision): Promise<DecisionRow> =>
  only(
    await tx
      .insert(decisions)
      .values({ ...values, number: 0 })
      .returning(),
  )

export const addVersion = async (tx: Database, values: NewVersion): Promise<VersionRow> =>
  only(
    await tx
      .insert(decisionVersions)
      .values({ ...values, number: 0 })
      .returning(),
  )

export const setDecision = (tx: Database, id: string, set: PgUpdateSetSource<typeof decisions>) =>
  tx.update(decisions).set(set).where(eq(decisions.id, id))

export const setVersion = (
  tx: Database,
  id: string,
  set: PgUpdateSetSource<typeof decisionVersions>,
) => tx.update(decisionVersions).set(set).where(eq(decisionVersions.id, id))

/** Counts and settles; what came of it is worked out by the database. */
export const closeVersion = async (
  tx: Database,
  id: string,
  checkedBy: string | null,
): Promise<VersionRow> =>
  only(
    await tx
      .update(decisionVersions)
      .set({ closedAt: sql`clock_timestamp()`, checkedBy })
      .where(eq(decisionVersions.id, id))
      .returning(),
  )

interface Ballot {
  placeId: string
  versionId: string
  memberId: string
  answer: Answer
  typedBy: string | null
  saidBy: 'phone' | 'paper' | 'in-person' | null
}

/** One row a member and version: sent twice, it stands once; the last one counts. */
export const putBallot = (tx: Database, values: Ballot) =>
  tx
    .insert(decisionBallots)
    .values(values)
    .onConflictDoUpdate({
      target: [decisionBallots.versionId, decisionBallots.memberId],
      set: { answer: values.answer, typedBy: values.typedBy, saidBy: values.saidBy },
    })

/** Said by a member of the group; where somebody typed it in for them, who and how they said it. */
interface OfMember {
  placeId: string
  versionId: string
  memberId: string
  typedBy?: string | null
  saidBy?: Ballot['saidBy']
}

export const addObjection = (tx: Database, values: OfMember & { kind: Harm; text: string }) =>
  tx.insert(decisionObjections).values(values)

export const takeObjectionBack = async (tx: Database, id: string, memberId: string) =>
  (
    await tx
      .update(decisionObjections)
      .set({ takenBackAt: sql`clock_timestamp()` })
      .where(and(eq(decisionObjections.id, id), eq(decisionObjections.memberId, memberId)))
      .returning({ id: decisionObjections.id })
  ).length

export const writeAnswer = async (
  tx: Database,
  of: { id: string; versionIds: string[] },
  by: { answer: string; answeredBy: string },
) =>
  (
    await tx
      .update(decisionObjections)
      .set({ ...by, answeredAt: sql`clock_timestamp()` })
      .where(
        and(
          eq(decisionObjections.id, of.id),
          sql`${decisionObjections.versionId} in (${sql.join(
            of.versionIds.map((id) => sql`${id}::uuid`),
            sql`, `,
          )})`,
        ),
      )
      .returning({ id: decisionObjections.id })
  ).length

export const addCall = (tx: Database, values: OfMember & { reason: string }) =>
  tx.insert(decisionHoldCalls).values(values)
