import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { consentsContract } from '@howcanwe/shared/consents'
import { organisationsContract } from '@howcanwe/shared/organisations'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'

let world: World
let consentId = ''
let subjectId = ''
beforeAll(async () => {
  world = await startWorld()
  subjectId = await world.seed.person()
  consentId = await given()
})
afterAll(() => world.close())

async function given(): Promise<string> {
  const id = someId()
  await world.db.execute(sql`
    insert into consents (id, subject_kind, subject_id, about_id, purpose, wording, wording_version, language, given_at, withdrawn_at)
    values (${id}, 'person', ${subjectId}, ${someId()}, 'phone', 'You may ring me on this number.', '2026-11', 'en',
      '2001-01-01', '2001-01-02')`)
  return id
}

const stateOf = (statement: ReturnType<typeof sql>) =>
  world.db.execute(statement).then(
    () => 'done',
    (error: unknown) => sqlState(error),
  )

describe('the ledger, by raw SQL', () => {
  it('dates a consent itself, whatever the statement says, and nothing is born withdrawn', async () => {
    const { rows } = await world.db.execute<{ fresh: boolean; open: boolean }>(sql`
      select given_at > clock_timestamp() - interval '1 minute' as fresh, withdrawn_at is null as open
      from consents where id = ${consentId}`)
    expect(rows).toEqual([{ fresh: true, open: true }])
  })

  it.each([
    ['other words', sql`wording = 'You may sell my number to anybody.'`],
    ['an earlier day', sql`given_at = '2001-01-01'`],
    ['another person', sql`subject_id = gen_random_uuid()`],
    ['another purpose', sql`purpose = 'take-part'`],
    ['other words while it is taken back', sql`wording = 'x', withdrawn_at = now()`],
    ['nothing at all', sql`withdrawn_at = null`],
  ])('cannot be given %s', async (_, change) => {
    expect(await stateOf(sql`update consents set ${change} where id = ${consentId}`)).toBe('HW010')
  })

  it('is taken back once, at the moment it is done; never undone, never moved', async () => {
    const id = await given()
    const back = sql`update consents set withdrawn_at = '2001-01-01' where id = ${id}`
    expect(await stateOf(back)).toBe('done')
    const { rows } = await world.db.execute<{ fresh: boolean }>(sql`
      select withdrawn_at > clock_timestamp() - interval '1 minute' as fresh from consents where id = ${id}`)
    expect(rows).toEqual([{ fresh: true }])
    expect(await stateOf(back)).toBe('HW010')
    expect(await stateOf(sql`update consents set withdrawn_at = null where id = ${id}`)).toBe(
      'HW010',
    )
  })

  it('loses no row', async () => {
    expect(await stateOf(sql`delete from consents where id = ${consentId}`)).toBe('HW010')
    expect(await stateOf(sql`truncate consents`)).toBe('HW010')
  })

  it('holds no second one for the same words while the first stands', async () => {
    const twin = sql`
      insert into consents (id, subject_kind, subject_id, purpose, wording, wording_version, language)
      values (gen_random_uuid(), 'person', ${subjectId}, 'phone', 'You may ring me on this number.', '2026-11', 'en')`
    expect([await stateOf(twin), await stateOf(twin)]).toEqual(['done', '23505'])
  })
})

describe('registering an organisation', () => {
  const registered = async () => {
    const place = await world.seed.place()
    const call = await world.as(await world.seed.person({ name: 'Amina' }))
    const organisation = await call(organisationsContract.register, {
      body: {
        placeId: place.id,
        name: `Carers ${someId()}`,
        kind: 'unconstituted-group',
        incomeBand: 'none',
        areaIds: place.areaIds,
        themes: ['carers'],
        contact: { name: 'Amina', email: 'amina@example.org' },
        declared: true,
      },
    })
    return { call, organisation }
  }

  it('keeps the declaration in the words that were ticked; it is a statement, so there is nothing to take back', async () => {
    const { call, organisation } = await registered()
    const [said] = (await call(consentsContract.mine)).consents
    expect(said).toMatchObject({
      purpose: 'declaration',
      about: organisation.name,
      withdrawing: null,
    })
    const params = { consentId: said?.id ?? '' }
    expect((await refusal(call(consentsContract.withdraw, { params, body: {} }))).code).toBe(
      'consents.nothing_to_withdraw',
    )
  })

  it.each(['en', 'nl'] as const)('shows the very words that are kept (%s)', async (language) => {
    const words = join(import.meta.dirname, '../../../../web/src/words', language)
    const { fields } = JSON.parse(readFileSync(join(words, 'organisations.json'), 'utf8'))
    const { items } = await world.anyone(consentsContract.wordings, { query: { language } })
    expect(items.find((w) => w.purpose === 'declaration')?.sentences).toEqual([fields.declared])
  })
})
