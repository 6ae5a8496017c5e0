import { identityContract as contract } from '@howcanwe/shared/identity'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../test/support.ts'
import { inTransaction, sqlState } from '../db/database.ts'
import { audited, letters, town } from '../modules/codesign/codesign.fixture.ts'
import { interest } from './personal.fixture.ts'
import { quietTools } from './quiet.fixture.ts'

let world: World
let t: Awaited<ReturnType<typeof town>>
const { away, everybodyIsHere, rowOf, run, signIn } = quietTools(() => world)
beforeAll(async () => {
  world = await startWorld()
  t = await town(world)
})
afterAll(() => world.close())
beforeEach(everybodyIsHere)

describe('Kayleigh has not been here for long', () => {
  it.each(['1 day', '17 months -1 day'])('after %s nothing happens', async (age) => {
    const { id, email } = await away(age)
    expect(await run()).toMatchObject({ told: 0, erased: 0 })
    expect(await rowOf(id)).toMatchObject({ told: false, erased: false })
    expect(await letters(world, 'identity.quiet', email)).toEqual([])
  })

  it('after 17 months she is written to, once, with the day and how to stay', async () => {
    const { id, email } = await away('17 months 1 hour')
    expect(await run()).toMatchObject({ told: 1, erased: 0 })
    expect(await run()).toMatchObject({ told: 0, erased: 0 })
    const [letter, second] = await letters(world, 'identity.quiet', email)
    const { rows } = await world.db.execute<{ day: string }>(sql`
      select to_char(greatest(last_seen_at + interval '18 months', dormant_told_at + interval '30 days')
        at time zone 'Europe/London', 'FMDD FMMonth YYYY') as day from people where id = ${id}`)
    expect(letter?.subject).toMatch(/^We erase your details on \w+day \d+ \w+ \d{4}, unless/)
    expect(letter?.subject).toContain(rows[0]?.day)
    expect(letter?.body).toContain('http://localhost:3000/sign-in')
    expect(letter?.body).toContain('for 17 months')
    expect(second).toBeUndefined()
    expect(await audited(world, 'identity.told-when-quiet', id)).toMatchObject([{ actor_id: null }])
  })

  it('in Dutch, if that is what she reads', async () => {
    const { email } = await away('17 months 1 hour', undefined, { language: 'nl' })
    await run()
    expect((await letters(world, 'identity.quiet', email))[0]?.body).toContain('17 maanden')
  })

  it('signing in once keeps her, and clears what was written down', async () => {
    const { id, email } = await away('18 months 1 day', '31 days')
    expect(await signIn(email)).toHaveProperty('accessToken')
    expect(await run()).toMatchObject({ told: 0, erased: 0 })
    expect(await rowOf(id)).toEqual({ name: 'Kayleigh', email, told: false, erased: false })
  })

  it('a device that stays signed in keeps her too', async () => {
    const { email, id } = await away('2 days')
    await signIn(email)
    const { rows } = await world.db.execute<{ id: string }>(
      sql`select id from sessions where person_id = ${id}`,
    )
    expect(rows).toHaveLength(1)
    const { rows: lately } = await world.db.execute<{ is: boolean }>(
      sql`select last_seen_at > clock_timestamp() - interval '1 minute' as is from people where id = ${id}`,
    )
    expect(lately).toEqual([{ is: true }])
  })

  it('after 18 months, and 30 days after the letter, she is "a resident" and hears of it a last time', async () => {
    const { id, email } = await away('18 months 1 hour', '30 days 1 hour')
    expect(await run()).toEqual({ told: 0, erased: 1, countedOn: 0, unreachable: 0 })
    expect(await rowOf(id)).toEqual({
      name: 'a resident',
      email: null,
      told: false,
      erased: true,
    })
    const [letter] = await letters(world, 'identity.erased', email)
    expect(letter?.body).toContain('18 months')
    const [event] = await audited(world, 'identity.erased-when-quiet', id)
    expect(event?.actor_id).toBeNull()
    expect(event?.all).toContain('"groupsLeft": 0')
  })

  it.each([
    ['18 months 1 year', '29 days'],
    ['18 months -1 hour', '40 days'],
    ['3 years', undefined],
  ])('away for %s and told %s ago, she is still there', async (seen, told) => {
    const { id } = await away(seen, told)
    expect(await run()).toMatchObject({ erased: 0 })
    expect(await rowOf(id)).toMatchObject({ told: true, erased: false })
  })

  it('what she sent stays, her organisation goes on, and finished groups are left', async () => {
    const { id, email } = await away('18 months 1 day', '31 days')
    const organisation = await world.seed.organisation({
      place: t.place,
      members: [id, t.people.ruth],
      contactEmail: email,
    })
    const sent = await interest(world, t.place.id, t.challengeId, organisation, id)
    await world.db.execute(
      sql`update interests set state = 'withdrawn', withdrawn_at = now() where id = ${sent}`,
    )
    expect(await run()).toMatchObject({ erased: 1 })
    const { rows } = await world.db.execute(sql`
      select o.state, m.person_id, p.display_name as by from organisations o
      join memberships m on m.organisation_id = o.id join interests i on i.organisation_id = o.id
      join people p on p.id = i.submitted_by where o.id = ${organisation}`)
    expect(rows).toEqual([{ state: 'listed', person_id: t.people.ruth, by: 'a resident' }])
  })

  it('who was put in and never came is treated like anybody else', async () => {
    const { id } = await away('18 months 1 day', '31 days')
    await world.db.execute(sql`update people set verified_at = null where id = ${id}`)
    expect(await run()).toMatchObject({ erased: 1 })
  })
})

describe('by raw SQL', () => {
  const erased = (id: string) =>
    inTransaction(world.appDb, (tx) =>
      tx.execute(sql`
        update people set email = null, phone = null, display_name = 'a resident', erased_at = now() where id = ${id}`),
    ).then(
      () => 'done',
      (error: unknown) => sqlState(error),
    )

  it.each([
    ['nobody told them', '3 years', undefined],
    ['they were told 29 days ago', '3 years', '29 days'],
    ['it is not 18 months', '18 months -1 day', '40 days'],
  ])('nobody who is away is erased when %s', async (_, seen, told) => {
    const { id } = await away(seen, told)
    expect(await erased(id)).toBe('HW085')
  })

  it('who was here a moment ago, and whoever was told a month ago, may be', async () => {
    expect(await erased((await away('1 hour')).id)).toBe('done')
    expect(await erased((await away('18 months 1 hour', '30 days 1 hour')).id)).toBe('done')
  })

  it('pressing it oneself still works at once', async () => {
    const { id } = await away('1 hour')
    await (await world.as(id))(contract.erase, { body: { word: 'erase' } })
    expect(await rowOf(id)).toMatchObject({ erased: true })
  })
})

describe('a notice counts from when it arrived', () => {
  const letterOf = async (id: string) =>
    (
      await world.db.execute<{ letter: string }>(
        sql`select dormant_letter_id as letter from people where id = ${id}`,
      )
    ).rows[0]?.letter
  const letterIs = async (id: string, change: ReturnType<typeof sql>) => {
    const letter = await letterOf(id)
    await world.db.execute(sql`update outbox set ${change} where id = ${letter}`)
  }
  const erasedBySql = (id: string) =>
    inTransaction(world.appDb, (tx) =>
      tx.execute(sql`
        update people set email = null, phone = null, phone_verified_at = null, display_name = 'a resident',
          erased_at = now() where id = ${id}`),
    ).then(
      () => 'done',
      (error: unknown) => sqlState(error),
    )

  it.each([
    ['still waits', sql`sent_at = null`],
    ['left 29 days ago', sql`sent_at = now() - interval '29 days'`],
    ['was given up', sql`sent_at = null, dead_at = now() - interval '1 day'`],
    ['was another', sql`template = 'identity.sign-in'`],
  ])('a letter that %s lets nobody go', async (_, change) => {
    const { id } = await away('3 years', '29 days 23 hours')
    await letterIs(id, change)
    await world.db.execute(
      sql`update people set dormant_told_at = now() - interval '29 days 23 hours' where id = ${id}`,
    )
    expect(await run()).toMatchObject({ told: 0, erased: 0 })
    expect(await erasedBySql(id)).toBe('HW085')
  })

  it('one that was given up is written anew a month later, and counts from then', async () => {
    const { id, email } = await away('3 years', '31 days')
    await letterIs(id, sql`sent_at = null, dead_at = now() - interval '28 days'`)
    expect(await erasedBySql(id)).toBe('HW085')
    const old = await letterOf(id)
    expect(await run()).toMatchObject({ told: 1, erased: 0 })
    expect(await letters(world, 'identity.quiet', email)).toHaveLength(1)
    expect(await letterOf(id)).not.toBe(old)
    expect(await run()).toMatchObject({ told: 0, erased: 0 })
  })

  it('one that waits for long is neither written twice nor a reason to erase', async () => {
    const { id } = await away('3 years', '60 days')
    await letterIs(id, sql`sent_at = null`)
    expect(await run()).toMatchObject({ told: 0, erased: 0 })
    expect(await erasedBySql(id)).toBe('HW085')
  })

  it('who can only be rung or met is counted, and left alone', async () => {
    const { id } = await away('3 years', '60 days')
    await world.db.execute(
      sql`update people set email = null, phone = '+447700900777', verified_at = null where id = ${id}`,
    )
    expect(await run()).toMatchObject({ told: 0, erased: 0 })
    expect(await erasedBySql(id)).toBe('HW085')
    await world.db.execute(
      sql`update people set dormant_told_at = null, dormant_letter_id = null where id = ${id}`,
    )
    expect(await run()).toMatchObject({ told: 0, erased: 0, unreachable: 1 })
    expect(await rowOf(id)).toMatchObject({ name: 'Kayleigh', told: false, erased: false })
  })
})
