import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contracts } from '@howcanwe/shared/contracts'
import { urlOf } from '@howcanwe/shared/http'
import { identityContract } from '@howcanwe/shared/identity'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../test/seed.ts'
import { refusal, someId, startWorld, type World } from '../../test/support.ts'
import { buildApp } from '../app.ts'
import type { Config } from '../config.ts'
import { sqlState } from '../db/database.ts'
import type { Deps } from '../deps.ts'
import { keepTrail, record } from '../modules/audit/index.ts'
import { exported, verify } from '../modules/audit/trail.fixture.ts'
import { startWorker } from '../worker-loop.ts'
import { acceptRecord, raise, readOnlyWatch } from './index.ts'

const WHY = 'We brought back the backup of last night after a disk failed.'

let world: World
let folder: string
let file: string
let place: SeededPlace
let placeId: string
let steward: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hcw-alarm-'))
  file = join(folder, 'anchor')
  world = await startWorld({ AUDIT_ANCHOR_FILE: file })
  place = await world.seed.place()
  placeId = place.id
  await world.db.execute(
    sql`update places set contact_email = 'ines@town.example', languages = '{nl}' where id = ${placeId}`,
  )
  steward = await world.seed.person({
    email: 'sam@town.example',
    roles: [{ placeId, role: 'steward' }],
  })
  await happens(3)
  await copy()
})
afterEach(async () => {
  await world.close()
  await rm(folder, { recursive: true })
})

async function happens(times: number): Promise<void> {
  for (let i = 0; i < times; i++)
    await record(world.appDb, {
      placeId,
      actorId: null,
      action: 'places.set-up',
      subject: { kind: 'thing', id: someId() },
    })
}
/** What the worker does with the record, once. */
const copy = () =>
  keepTrail(world.config, (broken) => raise(world.appDb, world.config, broken))(world.appDb)

/** Brings back the database as it was after so many events of the place: their links and heads, as in a backup. */
const restore = (size: number) =>
  world.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(sql`delete from audit_events using trail.links l
      where l.event_id = id and l.chain = ${placeId} and l.seq > ${size}`)
    await tx.execute(sql`delete from trail.links where chain = ${placeId} and seq > ${size}`)
    await tx.execute(sql`delete from trail.checkpoints where chain = ${placeId} and size > ${size}`)
    await tx.execute(sql`update trail.heads h set size = l.seq, hash = l.hash from trail.links l
      where h.chain = ${placeId} and l.chain = h.chain and l.seq = ${size}`)
  })

const depsWith = (config: Config, told: unknown[] = [], now = () => new Date()): Deps => ({
  db: world.appDb,
  config,
  clock: now,
  log: { info: () => 0, warn: () => 0, error: (facts) => void told.push(facts) },
})
const rename = async () =>
  (await world.as(steward))(
    identityContract.changeMe,
    { body: { displayName: 'Sam' } },
    { ifMatch: 1 },
  )
const letters = async () =>
  (
    await world.db.execute<{ template: string; recipient: string; body: string; sent: boolean }>(
      sql`select template, recipient, body, sent_at is not null as sent from outbox order by id`,
    )
  ).rows
const signIn = async () => {
  const post = async (path: string, payload: object) =>
    (await world.app.inject({ method: 'POST', url: `/api/v1${path}`, payload })).json()
  const { requestId } = await post('/auth/sign-in', { email: 'sam@town.example' })
  const mail = (await letters()).find(({ template }) => template === 'identity.sign-in')
  return post('/auth/code', { requestId, code: /(\d{3} \d{3})/.exec(mail?.body ?? '')?.[1] })
}

describe('an older copy of the database is brought back', () => {
  beforeEach(() => restore(2))

  it('nothing can be changed, and whoever tries is told why and what to do', async () => {
    expect(await refusal(rename())).toMatchObject({
      code: 'request.read_only',
      status: 503,
      detail: expect.stringContaining('You can read everything'),
    })
  })

  it('that holds for every route that changes something, before anybody is asked who they are, and for no other', async () => {
    for (const e of Object.values(contracts).flatMap((noun) => Object.values(noun))) {
      const names = Object.keys(e.params?.shape ?? {})
      const params = Object.fromEntries(names.map((name) => [name, someId()]))
      const { statusCode, headers, body } = await world.app.inject({
        method: e.method,
        url: urlOf(e, { params }),
        headers: { 'content-type': 'application/json' },
        payload: e.method === 'GET' ? undefined : '{}',
      })
      const isRefused = statusCode === 503 && body.includes('request.read_only')
      const changes = e.method !== 'GET' && !e.path.startsWith('/auth/')
      expect([isRefused, headers['retry-after']], `${e.method} ${e.path}`).toEqual([
        changes,
        undefined,
      ])
    }
  })

  it('everybody still reads, and a steward signs in and looks at the record', async () => {
    expect((await world.app.inject('/api/v1/challenges')).statusCode).toBe(200)
    expect((await world.app.inject('/readyz')).json()).toEqual({ ok: true, readOnly: true })
    const { accessToken } = await signIn()
    const trail = await world.app.inject({
      url: `/api/v1/places/${placeId}/trail`,
      headers: { authorization: `Bearer ${accessToken}` },
    })
    expect(trail.json().items.length).toBeGreaterThan(2)
    expect((await refusal(rename())).code).toBe('request.read_only')
  })

  it('the contact of each place hears it once, however many processes find it, and the log says which chain', async () => {
    const told: unknown[] = []
    const watches = [1, 2, 3].map(() => readOnlyWatch(depsWith(world.config, told)))
    expect(await Promise.all(watches.map((isReadOnly) => isReadOnly()))).toEqual([true, true, true])
    await refusal(rename())
    expect(told).toEqual(watches.map(() => ({ chain: placeId, outside: 3, here: 2 })))
    expect(await letters()).toEqual([
      expect.objectContaining({
        template: 'audit.read-only',
        recipient: 'ines@town.example',
        body: expect.stringContaining('passen die twee niet op elkaar'),
      }),
    ])
  })

  it('the worker stands still, and sends what people need to come and look', async () => {
    const commissioner = await world.seed.person({ roles: [{ placeId, role: 'commissioner' }] })
    const challengeId = await world.seed.openChallenge({ place, commissioner })
    await world.seed.passDeadline(challengeId)
    await world.db.execute(sql`insert into outbox (id, recipient, subject, body, template)
      values (gen_random_uuid(), 'amina@carers.example', 's', 'sent before the backup', 'interests.received')`)
    await signIn()
    const before = await readFile(file, 'utf8')
    const worker = await startWorker(world.config)
    await expect
      .poll(async () => (await letters()).filter(({ sent }) => sent).map((l) => l.template), {
        timeout: 10_000,
      })
      .toEqual(expect.arrayContaining(['audit.read-only', 'identity.sign-in']))
    await worker.close()
    expect((await letters()).find((l) => l.template === 'interests.received')?.sent).toBe(false)
    expect(await readFile(file, 'utf8')).toBe(before)
    const { rows } = await world.db.execute(sql`select state from challenges`)
    expect(rows, 'nothing is closed meanwhile').toEqual([{ state: 'open' }])
  })

  it('a start without the anchor file changes nothing about that', async () => {
    expect((await refusal(rename())).code).toBe('request.read_only')
    const config = { ...world.config, anchorFile: undefined }
    const again = await buildApp(depsWith(config))
    expect((await again.inject('/readyz')).json()).toEqual({ ok: true, readOnly: true })
    await again.close()
  })

  it('whoever runs it accepts it in a sentence: written down, mailed, anchored, and people go on', async () => {
    await refusal(rename())
    const before = await readFile(file, 'utf8')
    expect(await acceptRecord(world.db, world.config, WHY)).toEqual([
      { chain: placeId, outside: 3, here: 2 },
    ])
    expect((await rename()).displayName).toBe('Sam')
    const accepted = (await readFile(file, 'utf8')).slice(before.length)
    expect((await readFile(file, 'utf8')).startsWith(before)).toBe(true)
    expect(JSON.parse(accepted)).toMatchObject({ chain: placeId, size: 3, accepted: WHY })
    expect((await letters()).at(-1)).toMatchObject({
      template: 'audit.accepted',
      body: expect.stringContaining(WHY),
    })
    const { rows } = await world.db.execute(
      sql`select action, after from audit_events where place_id = ${placeId} order by id desc limit 1`,
    )
    expect(rows).toEqual([{ action: 'trail.accepted', after: { outside: 3, here: 2 } }])
    await happens(2)
    await world.db.execute(sql`select trail.take_checkpoints('x', interval '0', '{}')`)
    await copy()
    expect(await readOnlyWatch(depsWith(world.config))()).toBe(false)
    // Whoever checks sees both: that something is missing, and what was said about it.
    const { code, said } = await verify(
      await exported(world.db, placeId),
      await readFile(file, 'utf8'),
    )
    expect([code, said]).toEqual([1, expect.stringContaining(WHY)])
  })
})

it('a record written anew is found by the worker with the next checkpoint, not an hour later', async () => {
  const isReadOnly = readOnlyWatch(depsWith(world.config))
  expect(await isReadOnly()).toBe(false)
  await restore(2)
  await happens(5)
  await world.db.execute(sql`select trail.take_checkpoints('x', interval '0', '{}')`)
  await copy()
  expect(await isReadOnly()).toBe(true)
})

it('looks once an hour, and every minute while the anchor cannot be read, which stops nobody', async () => {
  let now = Date.parse('2027-01-04T09:00:00Z')
  const told: unknown[] = []
  const isReadOnly = readOnlyWatch(depsWith(world.config, told, () => new Date(now)))
  expect(await isReadOnly()).toBe(false)
  await restore(2)
  now += 3_599_000
  expect(await isReadOnly()).toBe(false)
  const text = await readFile(file, 'utf8')
  await writeFile(file, 'not a checkpoint\n')
  now += 1_000
  expect(await isReadOnly()).toBe(false)
  expect(told).toEqual([{ file, why: 'SyntaxError' }])
  await writeFile(file, text)
  now += 60_000
  expect(await isReadOnly()).toBe(true)
})

it('with nothing to accept, nothing is accepted', async () => {
  expect(await acceptRecord(world.appDb, world.config, WHY)).toBeUndefined()
})

describe('an alarm is neither deleted nor settled on the quiet', () => {
  const state = (run: Promise<unknown>) => run.then(() => 'went through', sqlState)
  it.each([
    ['deleted', sql`delete from trail_alarms`, '42501'],
    [
      'settled without an event of the record',
      sql`update trail_alarms set settled_at = now()`,
      'HW089',
    ],
    ['told otherwise', sql`update trail_alarms set chains = '[]', settled_at = now()`, 'HW089'],
    [
      'joined by a second',
      sql`insert into trail_alarms values (gen_random_uuid(), now(), '[]')`,
      '23505',
    ],
  ])('%s', async (_, statement, code) => {
    await raise(world.appDb, world.config, [{ chain: placeId, outside: 3, here: 2 }])
    expect(await state(world.appDb.execute(statement))).toBe(code)
  })

  it('nor begun as one that is over, or opened again', async () => {
    const alarm = await world.appDb.execute<{ id: string; settled_at: unknown }>(
      sql`insert into trail_alarms values (gen_random_uuid(), '2020-01-01', '[]', now()) returning id, settled_at`,
    )
    expect(alarm.rows[0]?.settled_at).toBeNull()
    expect(await state(acceptRecord(world.appDb, world.config, WHY))).toBe('HW089')
    await acceptRecord(world.db, world.config, WHY)
    expect(await state(world.appDb.execute(sql`update trail_alarms set settled_at = null`))).toBe(
      'HW089',
    )
    expect(await state(world.db.execute(sql`delete from trail_alarms`))).not.toBe('went through')
  })
})
