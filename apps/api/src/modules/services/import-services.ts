import { basename } from 'node:path'
import type { ClientBase } from 'pg'
import { v7 } from 'uuid'
import { alone, filesAt, readJson, upsert } from '../places/import/index.ts'
import {
  type FoundService,
  type ReadService,
  readService,
  type ServiceDoubt,
  type ServiceFlaw,
  servicesIn,
} from './services.reader.ts'

/** What became of one file. `read` = kept + refused. */
export interface ServicesReport {
  readonly file: string
  /** False: no services in it. */
  readonly known: boolean
  readonly read: number
  readonly kept: number
  readonly fresh: number
  readonly changed: number
  /** Of those kept, by an organisation the register holds. */
  readonly matched: number
  readonly doubtful: number
  readonly refused: number
  readonly byFlaw: ReadonlyMap<ServiceFlaw, number>
  readonly byDoubt: ReadonlyMap<ServiceDoubt, number>
}

const SERVICES = {
  table: 'services',
  key: ['source_id'],
  once: ['id'],
  columns: [
    'id',
    'source_id',
    'source_file',
    'licence',
    'name',
    'description',
    'url',
    'email',
    'phone',
    'status',
    'minimum_age',
    'maximum_age',
    'areas',
    'terms',
    'organisation_source_id',
    'organisation_name',
    'organisation_name_folded',
    'org_ids',
    'postcodes',
    'changed_on',
    'doubts',
  ],
}
const AT_ONCE = 500

const countIn = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1)

/** Reads all services of a file; the first of an id stands. */
function sorted(found: readonly FoundService[]) {
  const kept = new Map<string, ReadService>()
  const byFlaw = new Map<ServiceFlaw, number>()
  const byDoubt = new Map<ServiceDoubt, number>()
  for (const { raw, owner } of found) {
    const outcome = readService(raw, owner)
    if (outcome.kind === 'refused') countIn(byFlaw, outcome.flaw)
    else if (kept.has(outcome.service.source_id)) countIn(byFlaw, 'repeated' as const)
    else kept.set(outcome.service.source_id, outcome.service)
  }
  for (const { doubts } of kept.values()) for (const doubt of doubts) countIn(byDoubt, doubt)
  return { kept: [...kept.values()], byFlaw, byDoubt }
}

/** How many are by an organisation of the register: by its number, else by the same name at the same postcode. */
async function matchedIn(client: ClientBase, sourceIds: readonly string[]): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n from services s where source_id = any($1::uuid[]) and exists (
       select from register_entries e
       where e.org_id = any(s.org_ids) or 'GB-COH-' || e.company_number = any(s.org_ids)
         or (cardinality(s.org_ids) = 0 and e.search_names = s.organisation_name_folded
             and e.postcode_valid and e.postcode_raw = any(s.postcodes)))`,
    [sourceIds],
  )
  return rows[0]?.n ?? 0
}

async function importFile(
  client: ClientBase,
  path: string,
  licence: string | undefined,
): Promise<ServicesReport> {
  const file = basename(path)
  const found = servicesIn(await readJson(path))
  const { kept, byFlaw, byDoubt } = sorted(found ?? [])
  const source = { source_file: file, licence: licence ?? null }
  const written = { fresh: 0, changed: 0 }
  for (let at = 0; at < kept.length; at += AT_ONCE) {
    const rows = kept.slice(at, at + AT_ONCE).map((one) => ({ id: v7(), ...source, ...one }))
    const { fresh, changed } = await upsert(client, SERVICES, rows)
    written.fresh += fresh
    written.changed += changed
  }
  return {
    file,
    known: found !== null,
    read: found?.length ?? 0,
    kept: kept.length,
    ...written,
    matched: await matchedIn(
      client,
      kept.map((one) => one.source_id),
    ),
    doubtful: kept.filter((one) => one.doubts.length > 0).length,
    refused: [...byFlaw.values()].reduce((sum, n) => sum + n, 0),
    byFlaw,
    byDoubt,
  }
}

/**
 * Loads Open Referral UK files into `services`, one after the other. Safe to repeat and to break off: a service is
 * known by the directory's id and written only where it differs.
 *
 * @param client one connection, kept for the whole run
 * @param paths files, or folders of which every .json is read
 * @throws ImportProblem nothing_there | too_big | empty | packed | not_utf8 | not_json | running
 */
export const importServices = (
  client: ClientBase,
  paths: readonly string[],
  given: { licence?: string | undefined } = {},
): Promise<ServicesReport[]> =>
  alone(client, 'services', async () => {
    const reports: ServicesReport[] = []
    for (const path of paths)
      for (const file of await filesAt(path, /\.json$/i))
        reports.push(await importFile(client, file, given.licence))
    return reports
  })
