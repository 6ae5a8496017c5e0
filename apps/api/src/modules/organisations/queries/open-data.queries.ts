import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { registerEntries } from '../../register/register.table.ts'
import { services } from '../../services/services.table.ts'
import { notOurs } from '../open-data.table.ts'
import { organisationIdentifiers, organisations } from '../organisations.table.ts'

/** More than this of one organisation no page can bear. */
const SHOWN = 50

/**
 * Whether a service is by an organisation: by a number that fits its list, else by the name and the postcode of the
 * entry of the register it says it is. Never by a name alone.
 */
export const runs = sql`(${services.orgIds} && array(
    select i.scheme || '-' || i.value from ${organisationIdentifiers} i
    where i.organisation_id = ${organisations.id} and i.verified <> 'none')
  or (cardinality(${services.orgIds}) = 0 and exists (
    select from ${registerEntries} e where e.id = ${organisations.registerEntryId}
      and e.search_names = ${services.organisationNameFolded}
      and e.postcode_valid and e.postcode_raw = any(${services.postcodes}))))`

const isOffered = inArray(services.status, ['active', 'temporarily closed'])

const disowned = sql<boolean>`exists (select from ${notOurs} n
  where n.organisation_id = ${organisations.id} and n.service_id = ${services.id})`

/** For a condition on a list of organisations: one of them runs something it has not said is not theirs. */
export const runsSomething = sql`exists (select from ${services}
  where ${isOffered} and ${runs} and not ${disowned})`

/** What is offered by any of these organisations, by its name; with what their own people said is not theirs. */
export const servicesRunBy = (db: Database, organisationIds: readonly string[]) =>
  organisationIds.length === 0
    ? Promise.resolve([])
    : db
        .select({ organisationId: organisations.id, service: services, notOurs: disowned })
        .from(organisations)
        .innerJoin(services, and(runs, isOffered))
        .where(inArray(organisations.id, [...organisationIds]))
        .orderBy(asc(services.name), asc(services.id))
        .limit(SHOWN * organisationIds.length)

export const grantsNotOurs = async (db: Database, organisationId: string): Promise<Set<string>> =>
  new Set(
    (
      await db
        .select({ id: notOurs.grantId })
        .from(notOurs)
        .where(eq(notOurs.organisationId, organisationId))
    ).flatMap(({ id }) => id ?? []),
  )

type Said = Pick<typeof notOurs.$inferInsert, 'placeId' | 'organisationId' | 'saidBy'> &
  ({ serviceId: string } | { grantId: string })

/** @returns whether it was not said before */
export const disown = async (tx: Database, said: Said): Promise<boolean> =>
  (await tx.insert(notOurs).values(said).onConflictDoNothing().returning({ id: notOurs.id }))
    .length === 1

/** @returns whether there was something to take back */
export const own = async (
  tx: Database,
  {
    organisationId,
    ...what
  }: { organisationId: string } & ({ serviceId: string } | { grantId: string }),
): Promise<boolean> =>
  (
    await tx
      .delete(notOurs)
      .where(
        and(
          eq(notOurs.organisationId, organisationId),
          'serviceId' in what
            ? eq(notOurs.serviceId, what.serviceId)
            : eq(notOurs.grantId, what.grantId),
        ),
      )
      .returning({ id: notOurs.id })
  ).length === 1
