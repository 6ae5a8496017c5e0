import { codesignContract as contract } from '@howcanwe/shared/codesign'
import { type Call, type CallArgs, ProblemError } from '@howcanwe/shared/http'
import { sql } from 'drizzle-orm'
import type { World } from '../../../test/support.ts'

type Wish = CallArgs<typeof contract.join>['body']
type Group = CallArgs<typeof contract.start>['body']
type Session = CallArgs<typeof contract.startSession>['body']

let count = 0

/** What Kayleigh sends; each call another telephone number. */
export const wish = (more: Partial<Wish> = {}): Wish => ({
  firstName: 'Kayleigh',
  contactBy: 'phone',
  contact: `07700 ${900_000 + ++count}`,
  ways: ['text-answers'],
  needs: '',
  language: 'en',
  consentVersion: '2026-11',
  ...more,
})

type Entry = CallArgs<typeof contract.enter>['body']

/** What Yusuf writes down of somebody who rang. */
export const entry = (more: Partial<Entry> = {}): Entry => ({
  firstName: 'Mr Okafor',
  contactBy: 'someone',
  contact: `Ask at the library, desk ${++count}`,
  ways: ['in-the-room'],
  needs: '',
  language: 'en',
  consentVersion: '2026-11',
  bloc: 'residents',
  organisation: '',
  saidBy: 'phone',
  readBack: true,
  ...more,
})

/** Somebody whom the facilitator of this town's group wrote down, with their slip. */
export async function entered(
  world: World,
  at: { groupId: string; people: { yusuf: string } },
  more: Partial<Entry> = {},
) {
  const yusuf = await world.as(at.people.yusuf)
  return yusuf(contract.enter, { params: { groupId: at.groupId }, body: entry(more) })
}

export const newGroup = (facilitatorId: string, more: Partial<Group> = {}): Group => ({
  name: 'Carers’ Tuesday',
  about: 'What a week looks like when you care for somebody.',
  rung: 'co-design',
  decides: 'When and where a break is offered',
  shapes: 'How it is booked',
  fixed: 'The budget: full council sets it in March',
  answersBy: 'Ruth, within 20 working days',
  youGet: '£25 an hour and your fares',
  facilitatorId,
  places: 12,
  ...more,
})

export const newSession = (more: Partial<Session> = {}): Session => ({
  startsAt: new Date(Date.now() + 10 * 86_400_000).toISOString(),
  minutes: 120,
  venue: 'Elmside Hall',
  address: '1 Mill Lane',
  gettingThere: 'Bus 12 to Mill Lane',
  stepFree: true,
  ...more,
})

/** A town with one of everybody, an open question and Yusuf's group for it. */
export async function town(world: World, group: { places?: number } = {}) {
  const { seed } = world
  const place = await seed.place()
  const at = (role: 'commissioner' | 'broker' | 'facilitator' | 'steward', name: string) =>
    seed.person({ name, roles: [{ placeId: place.id, role }] })
  const people = {
    ruth: await at('commissioner', 'Ruth'),
    ines: await at('broker', 'Ines'),
    yusuf: await at('facilitator', 'Yusuf'),
    noor: await at('facilitator', 'Noor'),
    sam: await at('steward', 'Sam'),
  }
  const challengeId = await seed.openChallenge({ place, commissioner: people.ruth })
  const groupId = await seed.group({
    placeId: place.id,
    challengeId,
    facilitatorId: people.yusuf,
    ...group,
  })
  return { place, people, challengeId, groupId }
}

const TRIES = 20

/** Does what a busy service asks for (503, nothing was done): tries again. Machines under tests are busy. */
export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask()
    } catch (error) {
      const busy = error instanceof ProblemError && error.problem.status === 503
      if (!busy || attempt === TRIES) throw error
    }
  }
}

export function join(call: Call, groupId: string, more: Partial<Wish> = {}) {
  const body = wish(more)
  return patiently(() => call(contract.join, { params: { groupId }, body }))
}

export const leave = (call: Call, manageToken: string) =>
  patiently(() => call(contract.leave, { body: { manageToken } }))

export const placesLeft = async (call: Call, groupId: string): Promise<number> =>
  (await call(contract.read, { params: { groupId } })).placesLeft

/** Numbers straight from the tables: places taken, and people in them. */
export async function counted(world: World, groupId: string) {
  const { rows } = await world.db.execute<{ taken: number; members: number }>(sql`
    select taken, (select count(*)::int from group_members m where m.group_id = g.id and m.state <> 'left') as members
    from groups g where id = ${groupId}`)
  return rows[0]
}

export const audited = async (world: World, action: string, about: string) =>
  (
    await world.db.execute<{ actor_id: string | null; all: string; subject_id: string }>(sql`
      select actor_id, subject_id, to_jsonb(e)::text as all from audit_events e
      where action = ${action} and to_jsonb(e)::text like ${`%${about}%`} order by id`)
  ).rows

export const letters = async (world: World, template: string, to?: string) =>
  (
    await world.db.execute<{ recipient: string; subject: string; body: string }>(sql`
      select recipient, subject, body from outbox
      where template = ${template} and (${to ?? null}::text is null or recipient = ${to ?? null}) order by id`)
  ).rows

/** Tables in which these words stand in any column, as text or as the bytes of text. */
export async function tablesHolding(world: World, words: string): Promise<string[]> {
  const tables = await world.db.execute<{ name: string }>(sql`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`)
  const found: string[] = []
  const hex = Buffer.from(words).toString('hex')
  for (const { name } of tables.rows) {
    const { rows } = await world.db.execute(sql`
      select 1 from ${sql.identifier(name)} t
      where t::text ilike ${`%${words}%`} or t::text ilike ${`%${hex}%`} limit 1`)
    if (rows.length > 0) found.push(name)
  }
  return found
}
