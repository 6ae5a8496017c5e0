import { exportsContract as contract, type ListName } from '@howcanwe/shared/exports'
import { urlOf } from '@howcanwe/shared/http'
import { interestsContract } from '@howcanwe/shared/interests'
import { parse } from 'csv-parse/sync'
import { sql } from 'drizzle-orm'
import readXlsx from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { startWorld, type World } from '../../../test/support.ts'

const answers = {
  why: '=2 "nights" a week',
  bring: [],
  bringNote: '',
  hoursPerMonth: 12,
  fromWhen: null,
  need: [],
  needNote: '',
  together: 'alone' as const,
  togetherWith: '',
  conflict: false,
  conflictNote: '',
}

let world: World
let place: SeededPlace
const people: Record<'broker' | 'stranger' | 'commissioner' | 'elsewhere', string> = {
  broker: '',
  stranger: '',
  commissioner: '',
  elsewhere: '',
}
let challengeId = ''

beforeAll(async () => {
  world = await startWorld()
  place = await world.seed.place()
  const other = await world.seed.place()
  const role = (placeId: string, held: 'broker' | 'commissioner') =>
    world.seed.person({ roles: [{ placeId, role: held }] })
  people.broker = await role(place.id, 'broker')
  people.commissioner = await role(place.id, 'commissioner')
  people.elsewhere = await role(other.id, 'broker')
  people.stranger = await world.seed.person()
  await world.seed.organisation({
    place,
    name: '=cmd|calc!A0',
    contactName: 'Amina',
    contactEmail: 'amina@example.org',
    contactPhone: '+44 20 7946 0000',
  })
  challengeId = await world.seed.openChallenge({ place, commissioner: people.commissioner })
})
afterAll(() => world.close())

async function take(
  personId: string,
  list: ListName,
  more: { format?: string; language?: string; forExcel?: boolean } = {},
) {
  const ofPlace = list === 'organisations' || list === 'challenges'
  const url = ofPlace
    ? urlOf(contract.ofPlace, { params: { placeId: place.id } })
    : urlOf(contract.ofChallenge, { params: { challengeId } })
  const { format = 'csv', language = 'en', forExcel } = more
  return world.app.inject({
    method: 'POST',
    url,
    headers: {
      authorization: `Bearer ${await world.tokenOf(personId)}`,
      'accept-language': language,
    },
    payload: { list, format, forExcel },
  })
}
const rowsOf = (body: string): Record<string, string>[] => parse(body, { columns: true, bom: true })

describe('a broker takes a list along', () => {
  it('the organisations of her place, and no name runs as a formula', async () => {
    const answer = await take(people.broker, 'organisations')
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.headers['content-disposition']).toMatch(
      /^attachment; filename="organisations-\d{4}-\d{2}-\d{2}\.csv"$/,
    )
    expect(answer.headers['cache-control']).toBe('private, no-store')
    expect(rowsOf(answer.body)).toContainEqual(
      expect.objectContaining({
        Name: "'=cmd|calc!A0",
        Telephone: "'+44 20 7946 0000",
        Email: 'amina@example.org',
        Themes: 'Carers',
      }),
    )
  })

  it('in Dutch, as Excel, with the same rows', async () => {
    const answer = await take(people.broker, 'organisations', { format: 'xlsx', language: 'nl' })
    expect(answer.headers['content-disposition']).toContain('organisaties-')
    const [sheet] = await readXlsx(answer.rawPayload)
    expect(sheet?.data[0]?.slice(0, 3)).toEqual(['Naam', 'Wat het is', 'Sector'])
    expect(sheet?.data.map((row) => row[0])).toContain('=cmd|calc!A0')
  })

  it('with the mark Excel needs where she asks for it', async () => {
    const answer = await take(people.broker, 'challenges', { forExcel: true })
    expect(answer.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(rowsOf(answer.body)).toHaveLength(1)
  })

  it('who fits a question and who has been invited', async () => {
    const fits = await take(people.broker, 'matches')
    expect(fits.statusCode, fits.body).toBe(200)
    expect(rowsOf(fits.body)[0]).toMatchObject({ 'Place in the list': '1', Name: "'=cmd|calc!A0" })
    const invited = await take(people.broker, 'invitations')
    expect(invited.body).toMatch(/^"Name","Where from",/)
  })

  it('and that it left is written down, without what was in it', async () => {
    const { rows } = await world.db.execute<{ after: unknown }>(sql`
      select after from audit_events where action = 'exports.made' and actor_id = ${people.broker}
      order by id limit 1`)
    expect(rows[0]?.after).toEqual({ list: 'organisations', format: 'csv', rows: 2 })
  })
})

describe('a list is for whom its screen is for', () => {
  it.each([
    ['stranger', 'organisations', 'auth.forbidden'],
    ['elsewhere', 'organisations', 'auth.forbidden'],
    ['commissioner', 'organisations', 'auth.forbidden'],
    ['commissioner', 'matches', 'auth.forbidden'],
    ['commissioner', 'invitations', 'auth.forbidden'],
    ['elsewhere', 'matches', 'challenges.not_found'],
    ['elsewhere', 'invitations', 'challenges.not_found'],
    ['broker', 'interests', 'auth.forbidden'],
    ['commissioner', 'interests', 'interests.sealed'],
  ] as const)('%s asks for %s: %s', async (who, list, code) => {
    const answer = await take(people[who], list)
    expect(answer.json().code).toBe(code)
  })

  it('what came in can be taken along once the question has closed, by whoever asked (S-02)', async () => {
    const amina = await world.seed.person()
    const organisationId = await world.seed.organisation({
      place,
      name: 'Carers on Tuesday',
      members: [amina],
    })
    const call = await world.as(amina)
    await call(interestsContract.express, {
      params: { challengeId },
      body: { ...answers, organisationId },
    })
    await world.seed.passDeadline(challengeId)
    const answer = await take(people.commissioner, 'interests')
    expect(answer.statusCode, answer.body).toBe(200)
    expect(rowsOf(answer.body)).toEqual([
      expect.objectContaining({
        Name: 'Carers on Tuesday',
        'Why it matters': '\'=2 "nights" a week',
        'Hours a month': '12',
      }),
    ])
  })

  it('nothing that was refused is written down as taken', async () => {
    const { rows } = await world.db.execute<{ count: number }>(sql`
      select count(*)::int as count from audit_events
      where action = 'exports.made' and actor_id in (${people.stranger}, ${people.elsewhere})`)
    expect(rows[0]?.count).toBe(0)
  })
})
