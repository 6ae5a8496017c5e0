import { sql } from 'drizzle-orm'
import { someId, type World } from '../../test/support.ts'
import type { Deps } from '../deps.ts'
import { letters } from '../modules/codesign/codesign.fixture.ts'
import { letGoOfTheQuiet } from './index.ts'

interface Row extends Record<string, unknown> {
  name: string | null
  email: string | null
  told: boolean
  erased: boolean
}

/** What tests about people who are away do to a world that is there by the time they do it. */
export function quietTools(worldOf: () => World) {
  const said: unknown[] = []
  const keep = (facts: unknown) => said.push(facts)
  const deps = (): Deps => ({
    db: worldOf().appDb,
    config: worldOf().config,
    clock: () => new Date(),
    log: { info: keep, warn: keep, error: keep },
  })
  const shift = (id: string, column: 'last_seen_at' | 'dormant_told_at', age: string) =>
    worldOf().db.execute(sql`
      update people set ${sql.identifier(column)} = clock_timestamp() - ${age}::interval where id = ${id}`)

  /** Told so long ago, by a letter that left at once and has lost its words since. */
  const toldAgo = async (id: string, age: string) => {
    await shift(id, 'dormant_told_at', age)
    await worldOf().db.execute(sql`
      with p as (select dormant_told_at as at from people where id = ${id}),
        letter as (insert into outbox (id, recipient, subject, body, template, created_at, sent_at)
          select ${someId()}::uuid, '', '', '', 'identity.quiet', p.at, p.at from p returning id)
      update people set dormant_letter_id = (select id from letter) where id = ${id}`)
  }

  return {
    /** What the log was told. */
    said,
    run: () => letGoOfTheQuiet(deps()),
    toldAgo,

    /** Whoever one test leaves behind is here again, and not due in the next. */
    everybodyIsHere: async () => {
      said.length = 0
      await worldOf().db.execute(sql`
        update people set last_seen_at = clock_timestamp(), dormant_told_at = null where erased_at is null`)
    },

    rowOf: async (id: string) =>
      (
        await worldOf().db.execute<Row>(sql`
          select display_name as name, email, dormant_told_at is not null as told, erased_at is not null as erased
          from people where id = ${id}`)
      ).rows[0],

    /** Somebody away, and told about it, for so long. */
    away: async (seen: string, told?: string, more: { language?: string } = {}) => {
      const email = `away-${someId()}@example.org`
      const id = await worldOf().seed.person({ name: 'Kayleigh', email, ...more })
      await shift(id, 'last_seen_at', seen)
      if (told) await toldAgo(id, told)
      return { id, email }
    },

    /** Six digits from the newest email, typed where they were asked for. */
    signIn: async (email: string) => {
      const { app } = worldOf()
      const post = async (path: string, payload: object) =>
        (await app.inject({ method: 'POST', url: `/api/v1${path}`, payload })).json()
      const { requestId } = await post('/auth/sign-in', { email })
      const mail = (await letters(worldOf(), 'identity.sign-in', email)).at(-1)
      const code = /(\d{3} \d{3})/.exec(mail?.body ?? '')?.[1]
      return post('/auth/code', { requestId, code })
    },
  }
}
