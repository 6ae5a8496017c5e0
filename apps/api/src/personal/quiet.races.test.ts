import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../test/support.ts'
import { audited, letters } from '../modules/codesign/codesign.fixture.ts'
import { startWorker } from '../worker-loop.ts'
import { quietTools } from './quiet.fixture.ts'

let world: World
const { away, everybodyIsHere, rowOf, run, signIn } = quietTools(() => world)
beforeAll(async () => {
  world = await startWorld()
  await world.seed.place()
})
afterAll(() => world.close())
beforeEach(everybodyIsHere)

describe('whatever happens at the same moment', () => {
  it('who signs in just then is left alone, whoever comes first', async () => {
    const people = await Promise.all(
      Array.from({ length: 6 }, () => away('18 months 1 day', '31 days')),
    )
    const [, ...tokens] = await Promise.all([run(), ...people.map((p) => signIn(p.email))])
    for (const [i, { id, email }] of people.entries()) {
      const came = 'accessToken' in tokens[i]
      if (!came) expect(tokens[i]).toMatchObject({ code: 'identity.code_over' })
      const { rows } = await world.db.execute<{ id: string }>(
        sql`select id from people where email = ${email}`,
      )
      const row = await rowOf(id)
      expect(rows).toHaveLength(row?.erased && !came ? 0 : 1)
      expect(row?.erased).toBe(rows[0]?.id !== id)
      expect(row?.name).toBe(row?.erased ? 'a resident' : 'Kayleigh')
    }
  })

  it('who has six digits on the way is waited for', async () => {
    const { id, email } = await away('18 months 1 day', '31 days')
    await world.app.inject({ method: 'POST', url: '/api/v1/auth/sign-in', payload: { email } })
    expect(await run()).toMatchObject({ erased: 0 })
    await world.db.execute(
      sql`update sign_in_requests set expires_at = clock_timestamp() where email = ${email}`,
    )
    expect(await run()).toMatchObject({ erased: 1 })
    expect(await rowOf(id)).toMatchObject({ erased: true })
  })

  it('two workers at once erase each person once', async () => {
    const people = await Promise.all(
      Array.from({ length: 6 }, () => away('18 months 1 day', '31 days')),
    )
    const [a, b] = await Promise.all([run(), run()])
    expect(a.erased + b.erased).toBe(6)
    for (const { id } of people)
      expect(await audited(world, 'identity.erased-when-quiet', id)).toHaveLength(1)
  })

  it('a worker that is killed halfway has done nothing, and the next one does it all', async () => {
    const { id, email } = await away('18 months 1 day', '31 days')
    await world.db.execute(sql`
      create function killed() returns trigger language plpgsql as $$ begin
        perform pg_terminate_backend(pg_backend_pid()); return new; end $$`)
    await world.db.execute(
      sql`create trigger zz_killed before update of erased_at on people for each row execute function killed()`,
    )
    await expect(run()).rejects.toThrow()
    await world.db.execute(sql`drop trigger zz_killed on people`)
    await world.db.execute(sql`drop function killed()`)
    expect(await rowOf(id)).toEqual({ name: 'Kayleigh', email, told: true, erased: false })
    expect(await letters(world, 'identity.erased', email)).toEqual([])
    expect(await run()).toMatchObject({ erased: 1 })
  })

  it('one who cannot be erased does not keep the others, and whoever runs this hears of it', async () => {
    const stuck = await away('18 months 1 day', '31 days')
    const free = await away('18 months 1 day', '31 days')
    await world.db.execute(sql`
      create function stuck() returns trigger language plpgsql as $$ begin
        if old.email = '${sql.raw(stuck.email)}' and new.erased_at is not null then raise exception 'no'; end if;
        return new; end $$`)
    await world.db.execute(
      sql`create trigger zz_stuck before update on people for each row execute function stuck()`,
    )
    await expect(run()).rejects.toThrow()
    await world.db.execute(sql`drop trigger zz_stuck on people`)
    expect(await rowOf(stuck.id)).toMatchObject({ erased: false })
    expect(await rowOf(free.id)).toMatchObject({ erased: true })
  })

  it('the worker does it by itself', async () => {
    const { id } = await away('18 months 1 day', '31 days')
    const worker = await startWorker(world.config)
    await expect.poll(async () => (await rowOf(id))?.erased, { timeout: 10_000 }).toBe(true)
    await worker.close()
  })
})
