import { basename } from 'node:path'
import type { ClientBase } from 'pg'
import { v7 } from 'uuid'
import { alone, readJson, upsert } from '../places/import/index.ts'
import {
  type GrantDoubt,
  type GrantFlaw,
  grantsIn,
  type ReadGrant,
  readGrant,
} from './grants.reader.ts'

/** What became of one file. `read` = kept + people + refused. */
export interface GrantsReport {
  readonly file: string
  /** False: no list of grants in it. */
  readonly known: boolean
  readonly read: number
  readonly kept: number
  readonly fresh: number
  readonly changed: number
  /** Of those kept, to an organisation the register holds. */
  readonly matched: number
  readonly doubtful: number
  readonly people: number
  readonly refused: number
  readonly byFlaw: ReadonlyMap<GrantFlaw, number>
  readonly byDoubt: ReadonlyMap<GrantDoubt, number>
}

const GRANTS = {
  table: 'grants',
  key: ['raw_id'],
  once: ['id'],
  columns: [
    'id',
    'raw_id',
    'source_file',
    'publisher',
    'licence',
    'funder_raw_id',
    'funder_name',
    'recipient_raw_id',
    'recipient_name',
    'recipient_org_id',
    'title',
    'programme',
    'currency',
    'amount_pence',
    'awarded_on',
    'from_open_call',
    'doubts',
  ],
}
const AT_ONCE = 500

const countIn = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1)

/** Reads all grants of a file; the first of a number stands. */
function sorted(grants: readonly unknown[]) {
  const kept = new Map<string, ReadGrant>()
  const byFlaw = new Map<GrantFlaw, number>()
  const byDoubt = new Map<GrantDoubt, number>()
  let people = 0
  for (const raw of grants) {
    const outcome = readGrant(raw)
    if (outcome.kind === 'person') people += 1
    else if (outcome.kind === 'refused') countIn(byFlaw, outcome.flaw)
    else if (kept.has(outcome.grant.raw_id)) countIn(byFlaw, 'repeated' as const)
    else kept.set(outcome.grant.raw_id, outcome.grant)
  }
  for (const { doubts } of kept.values()) for (const doubt of doubts) countIn(byDoubt, doubt)
  return { kept: [...kept.values()], byFlaw, byDoubt, people }
}

async function matchedIn(client: ClientBase, kept: readonly ReadGrant[]): Promise<number> {
  const numbers = kept.flatMap((grant) => grant.recipient_org_id ?? [])
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n from unnest($1::text[]) as number
     where number in (select org_id from register_entries
       union all select 'GB-COH-' || company_number from register_entries where company_number is not null)`,
    [numbers],
  )
  return rows[0]?.n ?? 0
}

const total = (counts: ReadonlyMap<unknown, number>) =>
  [...counts.values()].reduce((sum, n) => sum + n, 0)

async function importFile(
  client: ClientBase,
  path: string,
  given: { publisher?: string | undefined; licence?: string | undefined },
): Promise<GrantsReport> {
  const file = basename(path)
  const found = grantsIn(await readJson(path))
  const { kept, byFlaw, byDoubt, people } = sorted(found?.grants ?? [])
  const source = {
    source_file: file,
    publisher: found?.publisher ?? given.publisher ?? null,
    licence: found?.licence ?? given.licence ?? null,
  }
  const written = { fresh: 0, changed: 0 }
  for (let at = 0; at < kept.length; at += AT_ONCE) {
    const rows = kept.slice(at, at + AT_ONCE).map((grant) => ({ id: v7(), ...source, ...grant }))
    const { fresh, changed } = await upsert(client, GRANTS, rows)
    written.fresh += fresh
    written.changed += changed
  }
  return {
    file,
    known: found !== null,
    read: found?.grants.length ?? 0,
    kept: kept.length,
    ...written,
    matched: await matchedIn(client, kept),
    doubtful: kept.filter((grant) => grant.doubts.length > 0).length,
    people,
    refused: total(byFlaw),
    byFlaw,
    byDoubt,
  }
}

/**
 * Loads 360Giving files into `grants`, one after the other. Safe to repeat and to break off: a grant is known by its
 * publisher's number and written only where it differs.
 *
 * @param client one connection, kept for the whole run
 * @param given whose files they are, where a file does not say
 * @throws ImportProblem nothing_there | too_big | empty | packed | not_utf8 | not_json | running
 */
export const importGrants = (
  client: ClientBase,
  paths: readonly string[],
  given: { publisher?: string | undefined; licence?: string | undefined } = {},
): Promise<GrantsReport[]> =>
  alone(client, 'grants', async () => {
    const reports: GrantsReport[] = []
    for (const path of paths) reports.push(await importFile(client, path, given))
    return reports
  })
