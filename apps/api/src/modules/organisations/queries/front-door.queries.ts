import { and, asc, eq, ne, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { people } from '../../identity/identity.table.ts'
import { reach } from '../../identity/index.ts'
import { memberships, organisations } from '../organisations.table.ts'

export type OrganisationRow = typeof organisations.$inferSelect

/** Which organisations a person belongs to: read for every request. */
export const membershipsOf = (db: Database, personId: string) =>
  db
    .select({
      organisationId: memberships.organisationId,
      placeId: memberships.placeId,
      lead: memberships.lead,
    })
    .from(memberships)
    .where(eq(memberships.personId, personId))

/** The same with names, for the person's own page. */
export const organisationsOf = (db: Database, personId: string) =>
  db
    .select({
      id: organisations.id,
      placeId: organisations.placeId,
      name: organisations.name,
      lead: memberships.lead,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(eq(memberships.personId, personId))
    .orderBy(organisations.name)

export const organisationById = async (
  db: Database,
  id: string,
): Promise<OrganisationRow | undefined> =>
  (await db.select().from(organisations).where(eq(organisations.id, id)))[0]

/** The public bodies of a place, which may ask questions there, by name, with their own contact. */
export const publicBodiesOf = (db: Database, placeId: string) =>
  db
    .select({
      id: organisations.id,
      name: organisations.name,
      contactName: organisations.contactName,
      phone: organisations.contactPhone,
      email: organisations.contactEmail,
    })
    .from(organisations)
    .where(
      and(
        eq(organisations.placeId, placeId),
        eq(organisations.sector, 'public'),
        ne(organisations.state, 'left'),
      ),
    )
    .orderBy(asc(organisations.name))

interface OrganisationContact {
  placeId: string
  /** Their own address, else where their lead is written to or texted; null when nobody can be. */
  to: string | null
  /** The language its lead reads in. */
  language: string
  /** The contact person's name. */
  name: string
  /** The organisation's own name. */
  organisation: string
}

/** Whom to write to about an organisation. For letters only: never shown to another organisation or a commissioner. */
export async function contactsOf(
  db: Database,
  organisationId: string,
): Promise<OrganisationContact | undefined> {
  const [row] = await db
    .select({
      placeId: organisations.placeId,
      to: sql<string | null>`coalesce(nullif(${organisations.contactEmail}, ''), ${reach})`,
      name: organisations.contactName,
      organisation: organisations.name,
      language: people.language,
    })
    .from(organisations)
    .leftJoin(memberships, eq(memberships.organisationId, organisations.id))
    .leftJoin(people, eq(people.id, memberships.personId))
    .where(eq(organisations.id, organisationId))
    .orderBy(sql`${memberships.lead} desc nulls last`, memberships.createdAt)
    .limit(1)
  return row && { ...row, language: row.language ?? 'en' }
}

/** Somebody takes over an organisation nobody belongs to yet, as its lead; false where somebody does. */
export async function takeOver(
  tx: Database,
  given: { placeId: string; organisationId: string; personId: string },
): Promise<boolean> {
  const { organisationId } = given
  await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
    .for('update')
  const [somebody] = await tx
    .select({ id: memberships.personId })
    .from(memberships)
    .where(eq(memberships.organisationId, organisationId))
    .limit(1)
  if (somebody) return false
  await tx.insert(memberships).values({ ...given, lead: true })
  return true
}

/** Whether anybody signs in for it. */
export const hasPeople = async (db: Database, organisationId: string): Promise<boolean> =>
  (
    await db
      .select({ id: memberships.personId })
      .from(memberships)
      .where(eq(memberships.organisationId, organisationId))
      .limit(1)
  ).length > 0
