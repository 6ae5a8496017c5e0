import { readFileSync } from 'node:fs'
import { createClient } from '@howcanwe/shared/http'
import { identityContract } from '@howcanwe/shared/identity'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect } from 'vitest'
import { startWorld, type World, wire } from '../../test/support.ts'
import { parseSetup } from './setup.file.ts'
import { SetupRefused } from './setup.problems.ts'
import { changesOf } from './setup.report.ts'
import type { SetupFile } from './setup.schemas.ts'
import { setUpPlace } from './setup.usecases.ts'

export const TOM = 'tom@council.example'
export const HANNAH = 'hannah@voluntary-action.example'
export const SAMI = 'sami@voluntary-action.example'
export const example = parseSetup(
  readFileSync(new URL('../../../../docs/example-place.json', import.meta.url), 'utf8'),
)
export const fileWith = (change: (file: SetupFile) => void): SetupFile => {
  const file = structuredClone(example)
  change(file)
  return file
}

export let world: World

/** An empty installation for each test. */
export function anEmptyInstallation(): void {
  beforeEach(async () => {
    world = await startWorld()
  })
  afterEach(() => world.close())
}

export const setUp = (file = example, options = {}) => setUpPlace(world.db, file, options)
export const done = async (file = example, options = {}) =>
  changesOf(await setUp(file, options)).map((s) => s.what)

/** Everything a run can touch, to compare before and after. */
export async function everything() {
  const { rows } = await world.db.execute<{ all: unknown }>(sql`select json_build_array(
    (select json_agg(p order by id) from places p),
    (select json_agg(a order by id) from place_areas a),
    (select json_agg(o order by id) from organisations o),
    (select json_agg(m order by organisation_id, person_id) from memberships m),
    (select json_agg(p order by id) from people p),
    (select json_agg(g order by id) from role_grants g),
    (select json_agg(s order by id) from sessions s),
    (select count(*) from audit_events)) as all`)
  return rows[0]?.all
}
export async function trail() {
  const { rows } = await world.db.execute<{ action: string; actor_id: string | null }>(
    sql`select action, actor_id from audit_events
      where action not like 'identity.signed%' order by at, id`,
  )
  expect(rows.every((row) => row.actor_id === null)).toBe(true)
  return rows.map((row) => row.action)
}

/** Signs in as people do: asks for a mail, types the six digits. */
export async function signIn(email: string) {
  const { requestId } = await world.anyone(identityContract.askToSignIn, { body: { email } })
  const { rows } = await world.db.execute<{ body: string }>(
    sql`select body from outbox where recipient = ${email} order by id desc limit 1`,
  )
  const code = /(\d{3} \d{3})/.exec(rows[0]?.body ?? '')?.[1] ?? ''
  const { accessToken } = await world.anyone(identityContract.useCode, {
    body: { requestId, code },
  })
  return createClient(wire(world.app), () => ({ authorization: `Bearer ${accessToken}` }))
}

export async function refusedWith(run: Promise<unknown>) {
  const error = await run.then(
    () => undefined,
    (e: unknown) => e,
  )
  if (!(error instanceof SetupRefused)) throw error ?? new Error('the run was not refused')
  return error.problems.map(({ pointer, code }) => `${pointer} ${code}`)
}
