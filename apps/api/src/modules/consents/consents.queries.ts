import type { Purpose, SubjectKind } from '@howcanwe/shared/consents'
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { auditEvents } from '../audit/audit.table.ts'
import { people, roleGrants } from '../identity/identity.table.ts'
import { consents } from './consents.table.ts'

export type ConsentRow = typeof consents.$inferSelect

/** Once given in one wording it stands: given again, nothing is added. */
export const addConsent = (
  tx: Database,
  values: Omit<typeof consents.$inferInsert, 'givenAt' | 'withdrawnAt'>,
) => tx.insert(consents).values(values).onConflictDoNothing()

export const consentsOf = (db: Database, subjectIds: readonly string[]): Promise<ConsentRow[]> =>
  db
    .select()
    .from(consents)
    .where(inArray(consents.subjectId, [...subjectIds]))
    .orderBy(desc(consents.givenAt), desc(consents.id))

export const consentById = async (
  db: Database,
  id: string,
  subjectIds: readonly string[],
): Promise<ConsentRow | undefined> =>
  (
    await db
      .select()
      .from(consents)
      .where(and(eq(consents.id, id), inArray(consents.subjectId, [...subjectIds])))
  )[0]

/** Takes back what still stands of a subject: all of it, one purpose, or that about one thing; says which rows. */
export const markWithdrawn = (
  tx: Database,
  subject: { kind: SubjectKind; id: string },
  purpose?: Purpose,
  aboutId?: string,
): Promise<ConsentRow[]> =>
  tx
    .update(consents)
    .set({ withdrawnAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(consents.subjectKind, subject.kind),
        eq(consents.subjectId, subject.id),
        purpose && eq(consents.purpose, purpose),
        aboutId ? eq(consents.aboutId, aboutId) : undefined,
        isNull(consents.withdrawnAt),
      ),
    )
    .returning()

const MOST = 200

/** The newest openings of what was sealed for these subjects, with the roles the reader held at that moment. */
export const looksAt = (db: Database, subjectIds: readonly string[]) =>
  db
    .select({
      at: auditEvents.at,
      readerId: auditEvents.actorId,
      who: people.displayName,
      what: auditEvents.subjectKind,
      subjectId: auditEvents.subjectId,
      roles: sql<string[]>`coalesce((
        select array_agg(distinct ${roleGrants.role} order by ${roleGrants.role}) from ${roleGrants}
        where ${roleGrants.personId} = ${auditEvents.actorId} and ${roleGrants.placeId} = ${auditEvents.placeId}
          and ${roleGrants.grantedAt} <= ${auditEvents.at}
          and (${roleGrants.endedAt} is null or ${roleGrants.endedAt} > ${auditEvents.at})
          and (${roleGrants.until} is null or ${roleGrants.until} > ${auditEvents.at})
          and (${roleGrants.suspendedAt} is null or ${roleGrants.suspendedAt} > ${auditEvents.at})
          and (${roleGrants.requestedBy} is null or ${roleGrants.grantedBy} is not null)), '{}')`,
    })
    .from(auditEvents)
    .leftJoin(people, eq(people.id, auditEvents.actorId))
    .where(
      and(inArray(auditEvents.subjectId, [...subjectIds]), eq(auditEvents.action, 'vault.read')),
    )
    .orderBy(desc(auditEvents.at), desc(auditEvents.id))
    .limit(MOST)
