import { contactsContract as contract, MOST_BYTES } from '@howcanwe/shared/contacts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, startWorld, type World } from '../../../test/support.ts'

let world: World
let here: SeededPlace
let ines = ''

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  here = await world.seed.place()
  ines = await world.seed.person({ name: 'Ines', roles: [{ placeId: here.id, role: 'broker' }] })
})

const base64 = (file: string | Buffer): string => Buffer.from(file).toString('base64')
const look = async (file: string | Buffer, who = ines) =>
  (await world.as(who))(contract.look, {
    params: { placeId: here.id },
    body: { content: base64(file) },
  })
const bringIn = async (
  file: string | Buffer,
  {
    who = ines,
    fingerprint,
    theyKnow = false,
  }: {
    who?: string
    fingerprint?: string
    theyKnow?: boolean
  } = {},
) =>
  (await world.as(who))(contract.bringIn, {
    params: { placeId: here.id },
    body: {
      content: base64(file),
      fingerprint: fingerprint ?? (await look(file, who)).fingerprint,
      source: 'Members of Voluntary Action, spring',
      theyKnow,
    },
  })
const book = async () =>
  (
    await (
      await world.as(ines)
    )(contract.list, {
      params: { placeId: here.id },
      body: { limit: 100 },
    })
  ).items

const FOUR = [
  'Organisation,Contact,Email,Telephone,Themes',
  'Carers together,Amina,amina@carers.example,020 7946 0101,Carers; Health',
  'Brightside,Dele,,07700 900123,',
  'Allotments,Bo,bo at plots,,',
  ',Nobody,x@y.example,,',
].join('\r\n')

describe('a broker looks through a list before it comes in (PE3)', () => {
  it('and reads, line by line, who is new and who is refused and why; nothing changes', async () => {
    const seen = await look(FOUR)
    expect(seen.counts).toEqual({ new: 2, change: 0, same: 0, refused: 2 })
    expect(seen.lines.map(({ line, is }) => [line, is])).toEqual([
      [2, 'new'],
      [3, 'new'],
      [4, 'refused'],
      [5, 'refused'],
    ])
    expect(seen.lines[0]).toMatchObject({
      organisationName: 'Carers together',
      phone: '+442079460101',
    })
    expect(seen.lines[2]?.problems).toEqual([
      { column: 'email', why: 'not_email', otherLine: null },
    ])
    expect(seen.lines[3]?.problems).toEqual([
      { column: 'organisationName', why: 'missing', otherLine: null },
    ])
    expect(await book()).toEqual([])
  })

  it('then it comes in as it was looked through, with where it came from', async () => {
    expect(await bringIn(FOUR)).toEqual({ counts: { new: 2, change: 0, same: 0, refused: 2 } })
    expect(await book()).toEqual([
      expect.objectContaining({
        organisationName: 'Brightside',
        phone: '+447700900123',
        toldAt: null,
      }),
      expect.objectContaining({
        ...{ organisationName: 'Carers together', themes: ['carers', 'health'], addedBy: 'Ines' },
        source: 'Members of Voluntary Action, spring',
      }),
    ])
  })

  it('the same list once more adds nobody, and says so', async () => {
    await bringIn(FOUR)
    expect((await look(FOUR)).counts).toEqual({ new: 0, change: 0, same: 2, refused: 2 })
    expect((await refusal(bringIn(FOUR))).code).toBe('contacts.nothing_new')
  })

  it('the same address is the same person: what is new of them is shown, an empty cell takes nothing away', async () => {
    await bringIn(FOUR)
    const later =
      'email;organisation;contact;phone\nAMINA@carers.example;Carers together;Amina Y;\n'
    const seen = await look(later)
    expect(seen.lines[0]).toMatchObject({
      is: 'change',
      phone: '+442079460101',
      changes: [{ column: 'contactName', from: 'Amina', to: 'Amina Y' }],
    })
    await bringIn(later, { theyKnow: true })
    const amina = (await book()).find((c) => c.email === 'amina@carers.example')
    expect(amina).toMatchObject({ contactName: 'Amina Y', phone: '+442079460101', version: 3 })
    expect(amina?.toldAt).toBeInstanceOf(Date)
  })

  it('another file than the one looked through is refused', async () => {
    const { fingerprint } = await look(FOUR)
    const other = bringIn(FOUR.replace('Dele', 'Delia'), { fingerprint })
    expect((await refusal(other)).code).toBe('contacts.other_file')
  })

  it('and so is one whose book moved on meanwhile; nothing of it comes in', async () => {
    const { fingerprint } = await look(FOUR)
    await bringIn(FOUR.split('\r\n').slice(0, 2).join('\n'))
    expect((await refusal(bringIn(FOUR, { fingerprint }))).code).toBe('contacts.book_changed')
    expect(await book()).toHaveLength(1)
  })

  it('two brokers who bring in the same list at once keep one of each', async () => {
    const roles = [{ placeId: here.id, role: 'broker' as const }]
    const joan = await world.seed.person({ name: 'Joan', roles })
    const { fingerprint } = await look(FOUR)
    const both = await Promise.allSettled([
      bringIn(FOUR, { fingerprint }),
      bringIn(FOUR, { fingerprint, who: joan }),
    ])
    expect(both.map((b) => b.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await book()).toHaveLength(2)
  })

  it('whoever asked not to be in the book is not brought back by a list', async () => {
    await bringIn(FOUR)
    const [dele, amina] = await book()
    for (const gone of [dele, amina])
      await (await world.as(ines))(contract.remove, {
        params: { contactId: gone?.id ?? '' },
        body: { theyAsked: gone === amina },
      })
    const seen = await look(FOUR)
    expect(seen.lines.slice(0, 2).map(({ is, problems }) => [is, problems[0]?.why])).toEqual([
      ['refused', 'kept_out'],
      ['new', undefined],
    ])
  })

  it('the record says how many, and nothing of anybody', async () => {
    await bringIn(FOUR)
    const { rows } = await world.db.execute<{ after: unknown; said: string }>(sql`
      select after, to_jsonb(e)::text as said from audit_events e
      where action = 'contacts.imported' and place_id = ${here.id}`)
    expect(rows[0]?.after).toEqual({ new: 2, change: 0, same: 0, refused: 2, theyKnow: false })
    expect(rows[0]?.said).not.toMatch(/amina|dele|carers|7946/i)
  })
})

describe('files that are none, or too much', () => {
  it.each([
    ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'contacts.not_a_table'],
    ['a quote that never ends', 'Organisation,Email\n"Carers,a@b.example', 'contacts.not_a_table'],
    ['blank lines', '\n\n  \n', 'contacts.not_a_table'],
    ['no organisation', 'Name,Email\nAmina,a@b.example', 'contacts.no_columns'],
    ['nothing to reach them by', 'Organisation,Name\nCarers,Amina', 'contacts.no_columns'],
    [
      'more than 2,000 rows',
      `Organisation,Email\n${'A,a@b.example\n'.repeat(2001)}`,
      'contacts.too_many',
    ],
    ['more than 1 MB', `Organisation,Email\n${'x'.repeat(MOST_BYTES)}`, 'contacts.too_large'],
  ])('%s is refused plainly', async (_, file, code) => {
    expect((await refusal(look(file))).code).toBe(code)
  })

  it('2,000 rows come in at once', async () => {
    const rows = Array.from({ length: 2000 }, (_, i) => `Group ${i},g${i}@example.org`)
    expect((await bringIn(`Organisation,Email\n${rows.join('\n')}`)).counts.new).toBe(2000)
    const renamed = rows.map((row) => row.replace('Group', 'Circle'))
    const { counts } = await bringIn(`Organisation,Email\n${renamed.join('\n')}`)
    expect(counts).toEqual({ new: 0, change: 2000, same: 0, refused: 0 })
  })

  it('a council cannot even look', async () => {
    const ruth = await world.seed.person({ roles: [{ placeId: here.id, role: 'commissioner' }] })
    expect((await refusal(look(FOUR, ruth))).code).toBe('auth.forbidden')
    const tried = bringIn(FOUR, { who: ruth, fingerprint: 'of no file at all' })
    expect((await refusal(tried)).code).toBe('auth.forbidden')
  })
})
