import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Database } from '../../../db/database.ts'
import { registerEntries } from '../../register/register.table.ts'
import { services } from '../../services/services.table.ts'
import { notOurs } from '../open-data.table.ts'
import { organisationIdentifiers, organisations } from '../organisations.table.ts'

/** More than this of one organisation no page can bear. */
const SHOWN = 50

const entry = (column: AnyPgColumn) => sql`(select ${column} from ${registerEntries}
  where ${registerEntries.id} = ${organisations.registerEntryId} and ${registerEntries.postcodeValid})`

/**
 * Whether a service is by an organisation: by a number that fits its list, else by the name and the postcode of the
 * entry of the register it says it is. Never by a name alone. Each half has an index to itself.
 */
export const runs = sql`(${services.orgIds} && array(
    select i.scheme || '-' || i.value from ${organisationIdentifiers} i
    where i.organisation_id = ${organisations.id} and i.verified <> 'none')
  or (${services.organisationNameFolded} = ${entry(registerEntries.searchNames)}
    and cardinality(${services.orgIds}) = 0
    and ${entry(registerEntries.postcodeRaw)} = any(${services.postcodes})))`

const isOffered = inArray(services.status, ['active', 'temporarily closed'])

const disowned = sql<boolean>`exists (select from ${notOurs} n
  where n.organisation_id = ${organisations.id} and n.service_id = ${services.id})`

/** For a list of organisations: the names of what one of them runs; null where nothing, or all is disowned. */
export const namesOfServices = sql<string | null>`(select string_agg(${services.name}, ' ')
  from ${services} where ${isOffered} and ${runs} and not ${disowned})`

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
