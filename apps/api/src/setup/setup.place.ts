import { and, asc, eq, ne, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { record } from '../modules/audit/index.ts'
import type { PlaceRow } from '../modules/places/index.ts'
import { places } from '../modules/places/places.table.ts'
import { SetupRefused } from './setup.problems.ts'
import { isSame } from './setup.rules.ts'
import type { Run } from './setup.run.ts'
import type { SetupFile } from './setup.schemas.ts'

function columnsOf(place: SetupFile['place']) {
  const { contact, complaints = contact, pay, askCost, host, state: _, ...rest } = place
  return {
    ...rest,
    host: host ?? null,
    contactName: contact.name,
    contactRole: contact.role,
    contactPhone: contact.phone ?? null,
    contactEmail: contact.email ?? null,
    contactHours: contact.hours ?? null,
    complaintsName: complaints.name,
    complaintsPhone: complaints.phone ?? null,
    complaintsEmail: complaints.email ?? null,
    payHourlyPence: pay?.hourlyPence ?? null,
    paySource: pay?.source ?? null,
    payAsOf: pay?.asOf ?? null,
    applicantHourlyPence: askCost?.applicantHourlyPence ?? null,
    panelHourlyPence: askCost?.panelHourlyPence ?? null,
    costSource: askCost?.source ?? null,
    costAsOf: askCost?.asOf ?? null,
  }
}
type Columns = ReturnType<typeof columnsOf>

/** A place without a host name of its own is only ever found when it is the first one (`placeHere`). */
async function requireFree(tx: Database, wanted: Columns, id: string | undefined): Promise<void> {
  const { host } = wanted
  const [other] = await tx
    .select({ slug: places.slug })
    .from(places)
    .where(
      and(
        id === undefined ? undefined : ne(places.id, id),
        host === null
          ? id === undefined
            ? undefined
            : sql`${places.id} < ${id}`
          : eq(places.host, host),
      ),
    )
    .orderBy(asc(places.id))
    .limit(1)
  if (other)
    throw new SetupRefused([
      {
        pointer: '/place/host',
        code: host === null ? 'host_needed' : 'host_taken',
        about: other.slug,
      },
    ])
}

/**
 * The place of this file as the file says it: made, changed, or left as it is. Locked until the run ends.
 *
 * @throws SetupRefused demo_place, host_taken, host_needed
 */
export async function putPlace(run: Run): Promise<string> {
  const { tx, file } = run
  const wanted = columnsOf(file.place)
  const [row] = await tx.select().from(places).where(eq(places.slug, wanted.slug)).for('update')
  if (row?.demo)
    throw new SetupRefused([{ pointer: '/place/slug', code: 'demo_place', about: row.slug }])
  await requireFree(tx, wanted, row?.id)
  return row ? changePlace(run, row, wanted) : makePlace(run, wanted)
}

async function makePlace({ tx, say }: Run, wanted: Columns): Promise<string> {
  const [row] = await tx.insert(places).values(wanted).returning({ id: places.id })
  if (!row) throw new Error('insert returned no row')
  await record(tx, {
    placeId: row.id,
    actorId: null,
    action: 'places.set-up',
    subject: { kind: 'place', id: row.id },
    after: { version: 1 },
  })
  say('placeNew', wanted.name, wanted.slug)
  return row.id
}

async function changePlace(run: Run, row: PlaceRow, wanted: Columns): Promise<string> {
  const keys = Object.keys(wanted) as (keyof Columns)[]
  const fields = keys.filter((key) => !isSame(row[key], wanted[key])).sort()
  if (fields.length === 0) return row.id
  const version = row.version + 1
  await run.tx
    .update(places)
    .set({ ...wanted, version })
    .where(eq(places.id, row.id))
  await record(run.tx, {
    placeId: row.id,
    actorId: null,
    action: 'places.changed',
    subject: { kind: 'place', id: row.id },
    before: { version: row.version },
    after: { version, fields },
  })
  run.say('placeChanged', wanted.name, fields.join(', '))
  return row.id
}
