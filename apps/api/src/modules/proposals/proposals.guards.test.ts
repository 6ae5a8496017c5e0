import { casesContract } from '@howcanwe/shared/cases'
import { proposalsContract as contract } from '@howcanwe/shared/proposals'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import {
  asked,
  passDays,
  published,
  supported,
  type Town,
  town,
  work,
} from './proposals.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const tried = (statement: ReturnType<typeof sql>) =>
  world.appDb.execute(statement).then(
    () => 'done',
    (error: unknown) => sqlState(error),
  )

/** Ruth answers no, with whatever is said otherwise. */
const no = (t: Town, id: string, more: { reasons?: string; by?: string } = {}) => sql`
  update proposals set state = 'no', answered_at = now(), answered_by = ${more.by ?? t.ruth}, answered_for = ${t.health},
    reasons = ${more.reasons ?? 'There is no second counter. The lease forbids one.'},
    next_step = 'Ines rings the pharmacy in May.' where id = ${id}`

describe('by raw SQL, nobody gets round it', () => {
  it('begins with ten people, until a steward sets another number', async () => {
    const t = await town(world)
    const { rows } = await world.appDb.execute(sql`select support_needed(${t.place.id}) as n`)
    expect(rows).toEqual([{ n: 10 }])
    const set = (by: string, n: number) =>
      tried(sql`insert into proposal_settings (id, place_id, number, support_needed, source, set_by)
        values (gen_random_uuid(), ${t.place.id}, 1, ${n}, 'Agreed by the forum', ${by})`)
    expect([await set(t.ines, 6), await set(t.rosa, 10), await set(t.rosa, 6)]).toEqual([
      'HW188',
      'HW188',
      'done',
    ])
    expect(await tried(sql`update proposal_settings set support_needed = 2`)).toBe('42501')
  })

  it('nothing is public that nobody of the place has read, and nothing goes back in silence', async () => {
    const t = await town(world)
    const { id } = await asked(world, t)
    const out = (by: string) =>
      tried(sql`update proposals set state = 'gathering', reader_id = ${by}, read_at = now(), published_at = now(),
        gather_until = now() + interval '30 days' where id = ${id}`)
    expect(await out(t.ruth)).toBe('HW181')
    expect(
      await tried(
        sql`update proposals set state = 'returned', reader_id = ${t.ines} where id = ${id}`,
      ),
    ).toBe('23514')
    expect(await tried(sql`update proposals set state = 'answering' where id = ${id}`)).toBe(
      'HW180',
    )
    expect(
      await tried(sql`update proposals set read_by = now() + interval '9 days' where id = ${id}`),
    ).toBe('HW181')
    expect(await out(t.ines)).toBe('done')
    expect(await tried(sql`delete from proposals where id = ${id}`)).toBe('HW180')
    expect(await tried(sql`update proposals set question = 'How can we?' where id = ${id}`)).toBe(
      'HW185',
    )
  })

  it('it is backed by ten people or a sponsor, and the day of the answer stands', async () => {
    const t = await town(world)
    const { id } = await published(world, t)
    const backFor = (days: number) =>
      sql`update proposals set state = 'answering', answer_by = now() + make_interval(days => ${days}) where id = ${id}`
    const back = backFor(14)
    expect(await tried(back)).toBe('HW182')
    await supported(world, id, 1, 8)
    expect(await tried(back)).toBe('HW182')
    await supported(world, id, 9, 9)
    expect(
      await tried(
        sql`update proposals set answer_by = answer_by + interval '1 day' where id = ${id}`,
      ),
    ).toBe('HW182')
    expect(
      await tried(sql`update proposals set backed_at = null, answer_by = null where id = ${id}`),
    ).toBe('HW182')
    // Backed, as in the moment before its clock starts: the day is within twenty working days of the place.
    await world.db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`)
      await tx.execute(
        sql`update proposals set state = 'gathering', backed_at = null, answer_by = null where id = ${id}`,
      )
    })
    expect(await tried(backFor(60))).toBe('HW182')
    expect(await tried(back)).toBe('done')
  })

  it('a no has two sentences of reasons and comes from somebody by name who may give it; it stands', async () => {
    const t = await town(world)
    const { id } = await published(world, t)
    const nameless = await world.seed.person({
      ...{ displayName: null },
      roles: [{ placeId: t.place.id, role: 'commissioner' }],
    })
    expect(await tried(no(t, id, { reasons: 'There is no money for it.' }))).toBe('HW183')
    for (const by of [t.ines, t.shah, nameless])
      expect(await tried(no(t, id, { by }))).toBe('HW183')
    expect(await tried(no(t, id))).toBe('done')
    expect(
      await tried(sql`update proposals set reasons = 'Other. Reasons.' where id = ${id}`),
    ).toBe('HW183')
    expect(await tried(sql`update proposals set state = 'gathering' where id = ${id}`)).toBe(
      'HW180',
    )
  })

  it('a sponsor is an elected member here, or of an organisation here', async () => {
    const t = await town(world)
    const { id } = await published(world, t)
    const as = (person: string, body: string | null) =>
      tried(sql`insert into proposal_sponsors (id, place_id, proposal_id, person_id, organisation_id, because)
        values (gen_random_uuid(), ${t.place.id}, ${id}, ${person}, ${body}, 'I hear it often.')`)
    expect(await as(t.ines, null)).toBe('HW187')
    expect(await as(t.shah, t.health)).toBe('HW187')
    expect(await as(t.ruth, t.health)).toBe('done')
    expect(await as(t.shah, null)).toBe('done')
    expect(await tried(sql`delete from proposal_sponsors where proposal_id = ${id}`)).toBe('42501')
  })

  it('support is confirmed by whoever gives it or said to a broker, once each', async () => {
    const t = await town(world)
    const { id } = await published(world, t)
    const put = (hash: string, confirmed: boolean, by: string | null) =>
      tried(sql`insert into proposal_supports (id, place_id, proposal_id, first_name, contact_by, contact, contact_hash,
          language, wording, token_hash, confirmed_at, typed_by)
        values (gen_random_uuid(), ${t.place.id}, ${id}, 'Rosa', 'email', 'r@example.org', sha256(${hash}::bytea), 'en', 'x',
          uuid_send(gen_random_uuid()), case when ${confirmed} then now() end, ${by}::uuid)`)
    expect(await put('one', true, null)).toBe('HW189')
    expect(await put('one', true, t.ruth)).toBe('HW189')
    expect(await put('one', true, t.ines)).toBe('done')
    expect(await put('one', false, null)).toBe('23505')
    await tried(no(t, id))
    expect(await put('two', false, null)).toBe('HW189')
  })

  it('co-authors stay, and what they said stays, while the challenge lives', async () => {
    const t = await town(world)
    const slip = await published(world, t)
    const { challengeId } = await (await world.as(t.ruth))(contract.adopt, {
      params: { proposalId: slip.id },
      body: {},
    })
    await world.anyone(contract.comment, {
      body: { door: { token: slip.manageToken ?? '' }, text: 'Say light.', wording: null },
    })
    const mine = sql`where challenge_id = ${challengeId}`
    expect(await tried(sql`delete from challenge_co_authors ${mine}`)).toBe('HW186')
    expect(await tried(sql`delete from co_author_comments ${mine}`)).toBe('HW186')
    expect(await tried(sql`update co_author_comments set text = 'Say loud.' ${mine}`)).toBe('HW186')
    const other = await published(world, t, { question: 'How can we sit down on the way there?' })
    expect(
      await tried(sql`insert into challenge_co_authors (place_id, challenge_id, proposal_id)
        values (${t.place.id}, ${challengeId}, ${other.id})`),
    ).toBe('HW186')
  })

  it('two are joined only while both are open, never to themselves or across places', async () => {
    const t = await town(world)
    const one = await published(world, t)
    const two = await published(world, t, { question: 'How can we sit down on the way there?' })
    const far = await published(world, await town(world))
    const join = (into: string) =>
      tried(sql`update proposals set state = 'joined', joined_into = ${into} where id = ${one.id}`)
    expect([await join(one.id), await join(far.id)]).toEqual(['HW184', 'HW184'])
    await tried(no(t, two.id))
    expect(await join(two.id)).toBe('HW184')
  })
})

describe('the clocks', () => {
  const letters = async (template: string, id: string) =>
    (
      await world.db.execute<{ n: number }>(sql`
        select count(*)::int as n from outbox o join proposals p on p.id = ${id}
        where o.template = ${template} and o.place_id = p.place_id`)
    ).rows[0]?.n

  it('a question nobody read in time is told to the brokers, once', async () => {
    const t = await town(world)
    const { id } = await asked(world, t)
    await passDays(world, id, 9)
    await work(world)
    expect(await letters('proposals.unread', id)).toBe(1)
  })

  it('an answer that is due is reminded of; late is public, told once, and climbs to the broker', async () => {
    const t = await town(world)
    const { id } = await published(world, t)
    const params = { proposalId: id }
    const body = { organisationId: null, because: 'I hear it at every surgery.' }
    const { answerBy } = await (await world.as(t.shah))(contract.sponsor, { params, body })
    const days = Math.floor(((answerBy?.getTime() ?? 0) - Date.now()) / 86_400_000)
    await passDays(world, id, days - 1)
    expect([await letters('proposals.soon', id), await letters('proposals.late', id)]).toEqual([
      1, 0,
    ])
    await passDays(world, id, 3)
    await work(world)
    expect(await letters('proposals.late', id)).toBe(2)
    expect(await world.anyone(contract.read, { params })).toMatchObject({ late: true })
    const ines = await world.as(t.ines)
    const queue = await ines(casesContract.queue, { params: { placeId: t.place.id } })
    expect(queue.items).toMatchObject([{ kind: 'proposal-late', late: true }])
  })

  it('nobody behind it after a month: its time is over, and whoever asked is written to', async () => {
    const t = await town(world)
    const { id } = await published(world, t, { contactBy: 'email', contact: 'lapsed@example.org' })
    await passDays(world, id, 31)
    expect(await world.anyone(contract.read, { params: { proposalId: id } })).toMatchObject({
      state: 'lapsed',
    })
    expect(await letters('proposals.lapsed', id)).toBe(1)
  })
})
