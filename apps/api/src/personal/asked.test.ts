import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../test/support.ts'
import { inTransaction, sqlState } from '../db/database.ts'
import { audited, join, letters, town } from '../modules/codesign/codesign.fixture.ts'
import { eraseWhoAsked, whoIsMeant } from './index.ts'
import { quietTools } from './quiet.fixture.ts'

let world: World
let t: Awaited<ReturnType<typeof town>>
const { away, rowOf } = quietTools(() => world)
beforeAll(async () => {
  world = await startWorld()
  t = await town(world)
})
afterAll(() => world.close())

const erase = (id: string) => eraseWhoAsked(world, world.appDb, id)

describe('Kayleigh rings, because she cannot sign in any more', () => {
  it('and whoever runs the service erases her, with one last email and a record without a name', async () => {
    const { id, email } = await away('4 months')
    await join(world.anyone, t.groupId, { contactBy: 'email', contact: email })
    expect(await whoIsMeant(world.appDb, ` ${email.toUpperCase()} `)).toBe(id)
    expect(await erase(id)).toBe('done')
    expect(await rowOf(id)).toMatchObject({ name: 'a resident', email: null, erased: true })
    expect(await letters(world, 'identity.erased', email)).toHaveLength(1)
    expect(await letters(world, 'codesign.welcome', email)).toEqual([])
    for (const action of ['identity.erasure-asked', 'identity.erased-when-asked']) {
      const [event] = await audited(world, action, id)
      expect(event?.actor_id).toBeNull()
      expect(event?.all).not.toContain(email)
    }
    expect(await whoIsMeant(world.appDb, id)).toBeUndefined()
    expect(await erase(id)).toBe('gone')
  })

  it('is found by a number she has proven, however it is written, and by no other', async () => {
    const { id } = await away('4 months')
    await world.db.execute(sql`update people set phone = '+447700900456' where id = ${id}`)
    expect(await whoIsMeant(world.appDb, '07700 900 456')).toBeUndefined()
    await world.db.execute(sql`update people set phone_verified_at = now() where id = ${id}`)
    expect(await whoIsMeant(world.appDb, '07700 900 456')).toBe(id)
    expect(await whoIsMeant(world.appDb, '+44 7700 900456')).toBe(id)
    expect(await whoIsMeant(world.appDb, id)).toBe(id)
    expect(await whoIsMeant(world.appDb, 'nobody')).toBeUndefined()
  })

  it('leaves nobody standing: what she answers for is handed over first', async () => {
    const { id } = await away('4 months')
    await world.seed.openChallenge({ place: t.place, commissioner: id })
    expect(await erase(id)).toBe('blocked')
    expect(await rowOf(id)).toMatchObject({ name: 'Kayleigh', erased: false })
    expect(await audited(world, 'identity.erasure-asked', id)).toEqual([])
  })

  it('waits while the record is in doubt', async () => {
    const { id } = await away('4 months')
    await world.db.execute(
      sql`insert into trail_alarms (id, chains) values (gen_random_uuid(), '[]')`,
    )
    expect(await erase(id)).toBe('read-only')
    expect(await rowOf(id)).toMatchObject({ erased: false })
  })
})

describe('by raw SQL', () => {
  const erased = (id: string, before?: ReturnType<typeof sql>) =>
    inTransaction(world.appDb, async (tx) => {
      if (before) await tx.execute(before)
      await tx.execute(sql`
        update people set email = null, phone = null, display_name = 'a resident', erased_at = clock_timestamp()
        where id = ${id}`)
    }).then(
      () => 'done',
      (error: unknown) => sqlState(error),
    )
  const asked = (id: string, at: ReturnType<typeof sql>, action = 'identity.erasure-asked') => sql`
    insert into audit_events (id, at, action, subject_kind, subject_id)
    values (gen_random_uuid(), ${at}, ${action}, 'person', ${id})`

  it('who asked is let go of, in the same transaction or within the hour', async () => {
    const first = await away('4 months')
    expect(await erased(first.id, asked(first.id, sql`clock_timestamp()`))).toBe('done')
    const second = await away('4 months')
    await world.appDb.execute(asked(second.id, sql`clock_timestamp() - interval '59 minutes'`))
    expect(await erased(second.id)).toBe('done')
  })

  it.each([
    ['nobody asked', undefined],
    ['it was long ago', sql`clock_timestamp() - interval '61 minutes'`],
    ['it is yet to come', sql`clock_timestamp() + interval '1 hour'`],
  ])('nobody is when %s', async (_, at) => {
    const { id } = await away('4 months')
    expect(await erased(id, at && asked(id, at))).toBe('HW085')
  })

  it('nor when another asked, or something else happened', async () => {
    const [one, other] = [await away('4 months'), await away('4 months')]
    const now = sql`clock_timestamp()`
    expect(await erased(one.id, asked(other.id, now))).toBe('HW085')
    expect(await erased(one.id, asked(one.id, now, 'identity.changed'))).toBe('HW085')
  })
})
