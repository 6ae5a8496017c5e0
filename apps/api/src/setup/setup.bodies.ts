import { sectorOf } from '@howcanwe/shared/organisations'
import { and, eq, ne, sql } from 'drizzle-orm'
import { record } from '../modules/audit/index.ts'
import type { OrganisationRow } from '../modules/organisations/index.ts'
import {
  capacityProfiles,
  organisationAreas,
  organisations,
} from '../modules/organisations/organisations.table.ts'
import { folded } from './setup.rules.ts'
import type { Run } from './setup.run.ts'
import type { SetupFile } from './setup.schemas.ts'

type Body = SetupFile['publicBodies'][number]
type Ids = ReadonlyMap<string, string>

/**
 * The public bodies of this file: added where they are not there yet. What a body says of itself in the product is
 * its own; only what it cannot say there, its kind, follows the file.
 *
 * @param areas ids by folded name
 * @returns ids by folded name
 */
export async function putBodies(run: Run, placeId: string, areas: Ids): Promise<Ids> {
  const ids = new Map<string, string>()
  for (const body of run.file.publicBodies) {
    const row = await bodyNamed(run, placeId, body.name)
    if (row) await keepBody(run, row, body)
    ids.set(folded(body.name), row?.id ?? (await makeBody(run, placeId, body, areas)))
  }
  return ids
}

/** Folded by the database, whose idea of upper and lower case guards the name. */
const bodyNamed = async ({ tx }: Run, placeId: string, name: string) =>
  (
    await tx
      .select()
      .from(organisations)
      .where(
        and(
          eq(organisations.placeId, placeId),
          sql`lower(${organisations.name}) = lower(${name})`,
          ne(organisations.state, 'left'),
        ),
      )
      .for('update')
  )[0]

async function makeBody(
  { tx, say }: Run,
  placeId: string,
  { contact, areas: names, themes, ...body }: Body,
  areas: Ids,
): Promise<string> {
  const [row] = await tx
    .insert(organisations)
    .values({
      ...body,
      placeId,
      sector: sectorOf(body.kind),
      themes: [...new Set(themes)],
      contactName: contact.name,
      contactEmail: contact.email || null,
      contactPhone: contact.phone || null,
      declaredAt: sql`clock_timestamp()`,
    })
    .returning({ id: organisations.id, state: organisations.state })
  if (!row) throw new Error('insert returned no row')
  const own = { placeId, organisationId: row.id }
  await tx.insert(capacityProfiles).values(own)
  const areaIds = new Set(names.flatMap((name) => areas.get(folded(name)) ?? []))
  await tx.insert(organisationAreas).values([...areaIds].map((areaId) => ({ ...own, areaId })))
  await record(tx, {
    placeId,
    actorId: null,
    action: 'organisations.registered',
    subject: { kind: 'organisation', id: row.id },
    after: { state: row.state, kind: body.kind, registerEntryId: null },
  })
  say('bodyNew', body.name)
  return row.id
}

async function keepBody({ tx, say }: Run, row: OrganisationRow, body: Body): Promise<void> {
  const differ = [
    row.incomeBand !== body.incomeBand && 'incomeBand',
    [...row.themes].sort().join() !== [...new Set(body.themes)].sort().join() && 'themes',
    (row.contactName !== body.contact.name ||
      row.contactEmail !== (body.contact.email || null) ||
      row.contactPhone !== (body.contact.phone || null)) &&
      'contact',
  ].filter((field) => field !== false)
  if (differ.length > 0) say('bodyDiffers', row.name, differ.join(', '))
  if (row.kind === body.kind) return
  const version = row.version + 1
  await tx
    .update(organisations)
    .set({
      kind: body.kind,
      sector: sectorOf(body.kind),
      version,
      updatedAt: sql`clock_timestamp()`,
    })
    .where(eq(organisations.id, row.id))
  await record(tx, {
    placeId: row.placeId,
    actorId: null,
    action: 'organisations.changed',
    subject: { kind: 'organisation', id: row.id },
    before: { version: row.version, kind: row.kind },
    after: { version, kind: body.kind, fields: ['kind'] },
  })
  say('bodyChanged', row.name, body.kind)
}
