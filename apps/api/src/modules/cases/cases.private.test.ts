import { casesContract as contract } from '@howcanwe/shared/cases'
import { contracts } from '@howcanwe/shared/contracts'
import { type Endpoint, urlOf } from '@howcanwe/shared/http'
import type { Role } from '@howcanwe/shared/identity'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { someId, startWorld, type World } from '../../../test/support.ts'

/** Written into every word a broker may write; nobody else may ever read it (trust T-02). */
const CANARY = 'kanariegeel'
const TABLES = [
  'broker_cases',
  'broker_case_moves',
  'broker_actions',
  'broker_conflicts',
  'typed_entries',
  'claim_slips',
]
/** Words out of a fixed list, days and digests: nothing a broker could write a note in. */
const FIXED = [
  ...['subject_kind', 'stage', 'due_on', 'broker_kind', 'state', 'from_stage', 'to_stage'],
  ...['kind', 'happened_on', 'what', 'told', 'code_hash'],
]

let world: World
let here: SeededPlace
let caseId = ''
const known: Record<string, string> = {}
const people = new Map<string, string>()

const role = (name: string, which: Exclude<Role, 'member'>, place = here) =>
  world.seed
    .person({ name, roles: [{ placeId: place.id, role: which }] })
    .then((id) => people.set(name, id))

async function identities() {
  await role('Ruth, the commissioner', 'commissioner')
  await role('Joan, the steward', 'steward')
  await role('Cllr Shah', 'elected-member')
  await role('a funder', 'funder')
  await role('Femi, the facilitator', 'facilitator')
  await role('a broker of another place', 'broker', await world.seed.place())
  await role('a broker who works for the council', 'broker')
  people.set('Mr Okafor, a resident', await world.seed.person())
  people.set('Amina of the group it is about', await world.seed.person())
}

async function plant(ines: string, organisationId: string, groupId: string) {
  const call = await world.as(ines)
  const line = { whoAsked: CANARY, consentReference: CANARY, minutes: 5, outcome: CANARY }
  for (const subject of [
    { kind: 'organisation' as const, organisationId },
    { kind: 'group' as const, groupId },
    { kind: 'challenge' as const, challengeId: known.challengeId ?? '' },
  ]) {
    const made = await call(contract.start, {
      params: { placeId: here.id },
      body: { subject, title: CANARY, nextAction: CANARY, dueOn: '2031-01-01' },
    })
    const params = { caseId: made.id }
    const body = { neutralityNote: CANARY }
    await call(contract.change, { params, body }, { ifMatch: made.version })
    await call(contract.log, { params, body: { ...line, kind: 'call' } })
    await call(contract.move, { params, body: { stage: 'managing' } })
    await call(contract.close, { params, body: { outcome: CANARY } })
    await call(contract.reopen, { params, body: {} })
    caseId = made.id
  }
  await call(contract.declareConflict, {
    params: { challengeId: known.otherChallengeId ?? '' },
    body: { note: CANARY },
  })
  await world.db.execute(sql`
    insert into typed_entries (id, place_id, organisation_id, what, typed_by, who_asked, told)
    values (${someId()}, ${here.id}, ${organisationId}, 'organisation', ${ines}, ${CANARY}, 'slip')`)
}

beforeAll(async () => {
  world = await startWorld()
  const { seed } = world
  here = await seed.place()
  await identities()
  const ruth = people.get('Ruth, the commissioner') ?? ''
  const ines = await seed.person({ name: 'Ines', roles: [{ placeId: here.id, role: 'broker' }] })
  const council = await seed.organisation({
    place: here,
    kind: 'council',
    sector: 'public',
    members: [ruth, people.get('a broker who works for the council') ?? ''],
  })
  const organisationId = await seed.organisation({
    place: here,
    members: [people.get('Amina of the group it is about') ?? ''],
  })
  const asks = { place: here, commissioner: ruth, council }
  known.challengeId = await seed.openChallenge({ ...asks, slug: 'a-break' })
  known.otherChallengeId = await seed.openChallenge(asks)
  const groupId = await seed.group({
    placeId: here.id,
    challengeId: known.challengeId,
    facilitatorId: people.get('Femi, the facilitator') ?? '',
  })
  await plant(ines, organisationId, groupId)
  Object.assign(known, { placeId: here.id, organisationId, groupId, caseId, slug: 'a-break' })
})
afterAll(() => world.close())

const gets = Object.values(contracts)
  .flatMap((noun) => Object.values(noun))
  .filter((e): e is Endpoint => e.method === 'GET')

/** A name of the address that this world has no row of gets the case's own id: whoever mixes ids up finds out here. */
const paramsOf = (e: Endpoint) =>
  Object.fromEntries(Object.keys(e.params?.shape ?? {}).map((k) => [k, known[k] ?? caseId]))
const searchOf = (e: Endpoint): string => {
  const given: [string, string][] = Object.keys(e.query?.shape ?? {}).flatMap((k) => {
    const value = k === 'q' ? CANARY.slice(0, -2) : known[k]
    return value === undefined ? [] : [[k, value] as [string, string]]
  })
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}

async function answerTo(e: Endpoint, personId: string | undefined, search: string) {
  const answer = await world.app.inject({
    method: 'GET',
    url: urlOf(e, { params: paramsOf(e) }) + search,
    ...(personId ? { headers: { authorization: `Bearer ${await world.tokenOf(personId)}` } } : {}),
  })
  return JSON.stringify(answer.headers) + answer.rawPayload.toString('latin1')
}

describe('what a broker notes', () => {
  it('is planted in every column of theirs that takes words', async () => {
    for (const table of TABLES) {
      const { rows } = await world.db.execute<{ column: string }>(sql`
        select column_name as column from information_schema.columns
        where table_name = ${table} and data_type = 'text'`)
      for (const { column } of rows.filter((r) => !FIXED.includes(r.column))) {
        const found = await world.db.execute(
          sql`select 1 from ${sql.raw(table)} where ${sql.raw(column)} = ${CANARY} limit 1`,
        )
        expect([table, column, found.rows.length]).toEqual([table, column, 1])
      }
    }
  })

  it('is there for Bea, who brokers in the same place', async () => {
    const bea = await world.seed.person({ roles: [{ placeId: here.id, role: 'broker' }] })
    const read = gets.find((e) => e.path === contract.read.path) as Endpoint
    expect(await answerTo(read, bea, '')).toContain(CANARY)
  })

  it.each([
    'a stranger',
    'Ruth, the commissioner',
    'Joan, the steward',
    'Cllr Shah',
    'a funder',
    'Femi, the facilitator',
    'a broker of another place',
    'a broker who works for the council',
    'Mr Okafor, a resident',
    'Amina of the group it is about',
  ])('is read by %s at no address, in no list, no file, no feed and no refusal', async (who) => {
    const personId = people.get(who)
    const isPartyBroker = who === 'a broker who works for the council'
    for (const e of gets) {
      // What this one may read as a broker is what is about neither the council nor its challenge.
      if (isPartyBroker && /\/(cases|desk-queue)$/.test(e.path)) continue
      const said = await answerTo(e, personId, searchOf(e))
      expect(said.includes(CANARY) ? `${e.method} ${e.path}` : '').toBe('')
    }
  })

  it('stands in no email and in no line of the public record', async () => {
    for (const table of ['outbox', 'audit_events']) {
      const { rows } = await world.db.execute(
        sql`select 1 from ${sql.raw(table)} t where t::text like ${`%${CANARY}%`}`,
      )
      expect([table, rows.length]).toEqual([table, 0])
    }
  })
})
