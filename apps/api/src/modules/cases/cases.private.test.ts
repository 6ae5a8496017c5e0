import { casesContract as contract } from '@howcanwe/shared/cases'
import { contracts } from '@howcanwe/shared/contracts'
import { type Endpoint, urlOf } from '@howcanwe/shared/http'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import {
  ASKED,
  CANARY,
  caseId,
  here,
  inTown,
  known,
  OTHERS,
  people,
  world,
} from './cases.private.fixture.ts'

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

inTown()

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

  it.each([
    ['match_decisions', 'reason', CANARY],
    ['introduction_sides', 'about', ASKED],
    ['joint_interest_members', 'seed_why', ASKED],
  ])(
    'is planted in %s.%s too, which the desk writes beside a case',
    async (table, column, word) => {
      const { rows } = await world.db.execute(
        sql`select 1 from ${sql.raw(table)} where ${sql.raw(column)} = ${word}`,
      )
      expect(rows.length).toBeGreaterThan(0)
    },
  )

  it('is there for Bea, who brokers in the same place', async () => {
    const bea = await world.seed.person({ roles: [{ placeId: here.id, role: 'broker' }] })
    const read = gets.find((e) => e.path === contract.read.path) as Endpoint
    expect(await answerTo(read, bea, '')).toContain(CANARY)
  })

  it.each(OTHERS)(
    'is read by %s at no address, in no list, no file, no feed and no refusal',
    async (who) => {
      const personId = people.get(who)
      const isPartyBroker = who === 'a broker who works for the council'
      for (const e of gets) {
        // What this one may read as a broker is what is about neither the council nor its challenge.
        if (isPartyBroker && /\/(cases|desk-queue)$/.test(e.path)) continue
        const said = await answerTo(e, personId, searchOf(e))
        // Only a rehearsal has that mailbox: the letters to those who are asked lie in it.
        const words = e.path === '/dev/inbox' ? [CANARY] : [CANARY, ASKED]
        for (const canary of words)
          expect(said.includes(canary) ? `${e.method} ${e.path}` : '').toBe('')
      }
    },
  )

  it('stands in no email and in no line of the public record', async () => {
    for (const [table, word] of [
      ['outbox', CANARY],
      ['audit_events', CANARY],
      ['audit_events', ASKED],
    ] as const) {
      const { rows } = await world.db.execute(
        sql`select 1 from ${sql.raw(table)} t where t::text like ${`%${word}%`}`,
      )
      expect([table, rows.length]).toEqual([table, 0])
    }
  })
})
