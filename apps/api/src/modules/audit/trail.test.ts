import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { auditContract } from '@howcanwe/shared/audit'
import { urlOf } from '@howcanwe/shared/http'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { type Database, inTransaction } from '../../db/database.ts'
import { witnessOne } from '../../witness/index.ts'
import { type BrokenChain, keepTrail, record } from './index.ts'
import { brokenChains } from './trail.anchor.ts'
import { exported, verify } from './trail.fixture.ts'

let world: World
let folder = ''
beforeAll(async () => {
  world = await startWorld()
  folder = await mkdtemp(join(tmpdir(), 'hcw-anchor-'))
})
afterAll(async () => {
  await world.close()
  await rm(folder, { recursive: true })
})

const happens = (db: Database, placeId: string | null, action = 'places.set-up' as const) =>
  record(db, { placeId, actorId: null, action, subject: { kind: 'thing', id: someId() } })
const rowsOf = async <T extends Record<string, unknown>>(statement: ReturnType<typeof sql>) =>
  (await world.db.execute<T>(statement)).rows

describe('every event is a link of its place’s chain (TR2)', () => {
  it('numbered without a gap, also when twenty people act at once', async () => {
    const chain = someId()
    await Promise.all(Array.from({ length: 20 }, () => happens(world.appDb, chain)))
    const seqs = await rowsOf<{ seq: string }>(
      sql`select seq from trail.links where chain = ${chain} order by seq`,
    )
    expect(seqs.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
    expect((await verify(await exported(world.db, chain))).code).toBe(0)
  })

  it('not when the change was taken back', async () => {
    const chain = someId()
    await world.appDb
      .transaction(async (tx) => {
        await happens(tx, chain)
        throw new Error('the change went wrong')
      })
      .catch(() => undefined)
    expect(await rowsOf(sql`select 1 from trail.heads where chain = ${chain}`)).toEqual([])
  })

  it('with a chain of its own for what belongs to no place', async () => {
    await happens(world.appDb, null)
    const nowhere = '00000000-0000-0000-0000-000000000000'
    expect((await verify(await exported(world.db, nowhere))).code).toBe(0)
  })

  it('also when two people’s changes touch two places in opposite order', async () => {
    const [one, two] = [someId(), someId()]
    const change = (first: string, second: string) =>
      inTransaction(world.appDb, async (tx) => {
        await happens(tx, first)
        await happens(tx, second)
      })
    await Promise.all(Array.from({ length: 8 }).flatMap(() => [change(one, two), change(two, one)]))
    for (const chain of [one, two])
      expect((await verify(await exported(world.db, chain))).said).toContain('16 events')
  })

  it('a thousand events are checked, and one wrong letter among them is found', async () => {
    const chain = someId()
    await world.db.transaction(async (tx) => {
      for (let i = 0; i < 1_000; i++) await happens(tx, chain)
    })
    const trail = await exported(world.db, chain)
    expect((await verify(trail)).code).toBe(0)
    const lines = trail.split('\n')
    lines[499] = String(lines[499]).replace('places.set-up', 'things.hoppened')
    const { code, said } = await verify(lines.join('\n'))
    expect([code, said]).toEqual([1, expect.stringContaining('number 500')])
  })
})

describe('how far it had come is told to anyone', () => {
  let placeId = ''
  let steward = ''
  beforeEach(async () => {
    const place = await world.seed.place()
    placeId = place.id
    steward = await world.seed.person({ roles: [{ placeId, role: 'steward' }] })
  })
  const public_ = () =>
    world.anyone(auditContract.checkpoints, { params: { placeId } }).then(({ items }) => items)
  const sizes = async () => (await public_()).map(({ size }) => size)
  const origin = 'https://town.example'
  const unsigned = { origin, signingKey: undefined }
  const step = async (file?: string) => {
    const alarms: BrokenChain[] = []
    const tell = async (broken: BrokenChain[]) => void alarms.push(...broken)
    await keepTrail({ ...unsigned, anchorFile: file }, tell)(world.appDb)
    return alarms
  }

  it('at once when there was nothing, then every five minutes while something happens', async () => {
    expect(await public_()).toEqual([])
    await happens(world.appDb, placeId)
    await step()
    await happens(world.appDb, placeId)
    await step()
    expect(await sizes()).toEqual([1])
    await world.db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`)
      await tx.execute(sql`update trail.checkpoints set at = at - interval '5 minutes'`)
    })
    await step()
    await step()
    expect(await sizes()).toEqual([2, 1])
  })

  it('at once when a challenge opens, closes or is decided', async () => {
    await happens(world.appDb, placeId)
    await step()
    await record(world.appDb, {
      placeId,
      actorId: null,
      action: 'challenges.opened',
      subject: { kind: 'challenge', id: someId() },
    })
    await step()
    const [newest] = await public_()
    expect(newest).toMatchObject({ size: 2, origin: 'https://town.example', chain: placeId })
    expect(newest?.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('a steward gets the whole record, in pages, and that is written down; what anyone saved fits it', async () => {
    await world.db.transaction(async (tx) => {
      for (let i = 0; i < 1_050; i++) await happens(tx, placeId)
    })
    await step()
    const saved = await world.app.inject(urlOf(auditContract.checkpoints, { params: { placeId } }))
    const call = await world.as(steward)
    const lines: string[] = []
    let cursor: string | null = null
    do {
      const page: { items: string[]; nextCursor: string | null } = await call(auditContract.trail, {
        params: { placeId },
        query: cursor ? { cursor } : {},
      })
      lines.push(...page.items)
      cursor = page.nextCursor
    } while (cursor)
    expect(lines).toHaveLength(1_053)
    expect(JSON.parse(lines[1_050] ?? '')).toMatchObject({ action: 'trail.read', actorId: steward })
    const { code, said } = await verify(lines.join('\n'), saved.body)
    expect([code, said]).toEqual([0, expect.stringContaining('1 of 1 checkpoints met')])
  })

  it('a steward who begins in the middle is written down as well', async () => {
    await happens(world.appDb, placeId)
    const call = await world.as(steward)
    for (const cursor of ['0', '1'])
      await call(auditContract.trail, { params: { placeId }, query: { cursor } })
    const { rows } = await world.db.execute(
      sql`select actor_id from audit_events where place_id = ${placeId} and action = 'trail.read'`,
    )
    expect(rows).toEqual([{ actor_id: steward }, { actor_id: steward }])
  })

  it('a steward of another place does not', async () => {
    const other = await world.seed.place()
    const stranger = await world.as(
      await world.seed.person({ roles: [{ placeId: other.id, role: 'steward' }] }),
    )
    const told = await refusal(stranger(auditContract.trail, { params: { placeId }, query: {} }))
    expect(told.code).toBe('auth.forbidden')
  })

  describe('and lies in a file outside the database', () => {
    const fileOf = (name: string) => join(folder, name)
    const broken = (file: string) => brokenChains(world.appDb, file)
    /** What the file says of this place alone; the others of this test have their own past. */
    const onlyOurs = async (file: string) => {
      const lines = (await readFile(file, 'utf8')).split('\n')
      const ours = lines.filter((line) => line.includes(placeId))
      await writeFile(file, ours.map((line) => `${line}\n`).join(''))
      return ours
    }
    const cut = (size: number) =>
      world.db.transaction(async (tx) => {
        await tx.execute(sql`set local session_replication_role = replica`)
        await tx.execute(sql`delete from trail.links where chain = ${placeId} and seq > ${size}`)
        await tx.execute(sql`delete from trail.checkpoints where chain = ${placeId}`)
        await tx.execute(sql`update trail.heads h set size = l.seq, hash = l.hash from trail.links l
          where h.chain = ${placeId} and l.chain = h.chain and l.seq = ${size}`)
      })

    it('which grows, once a checkpoint, whoever starts the worker again', async () => {
      const file = fileOf('grows')
      for (const _ of ['first', 'again']) {
        await happens(world.appDb, placeId)
        await step(file)
        await step(file)
      }
      expect(await onlyOurs(file)).toHaveLength(1)
      expect(
        (await verify(await exported(world.db, placeId), await readFile(file, 'utf8'))).code,
      ).toBe(0)
      expect(await broken(file)).toEqual([])
    })

    it('an older copy of the database shows, also when it grew, and the file stays as it was', async () => {
      const file = fileOf('older')
      await happens(world.appDb, placeId)
      await happens(world.appDb, placeId)
      await step(file)
      await onlyOurs(file)
      const before = await readFile(file, 'utf8')
      await cut(1)
      expect(await broken(file)).toEqual([{ chain: placeId, outside: 2, here: 1 }])
      // It goes on from there as if nothing had been, and grows past what it was.
      for (const _ of [2, 3, 4]) await happens(world.appDb, placeId)
      expect(await step(file)).toEqual([{ chain: placeId, outside: 2, here: 4 }])
      expect(await readFile(file, 'utf8')).toBe(before)
    })

    it('a crash in the middle of a line does no harm, and a file nobody can read is not taken for an empty one', async () => {
      const file = fileOf('crash')
      await happens(world.appDb, placeId)
      await step(file)
      await onlyOurs(file)
      await writeFile(file, `${await readFile(file, 'utf8')}{"v":1,"or`)
      expect(await broken(file)).toEqual([])
      await happens(world.appDb, placeId)
      await world.db.execute(sql`select trail.take_checkpoints('x', interval '0', '{}')`)
      await step(file)
      await onlyOurs(file)
      expect(
        (await verify(await exported(world.db, placeId), await readFile(file, 'utf8'))).said,
      ).toContain('2 of 2')
      await writeFile(file, 'not a checkpoint\n')
      await expect(broken(file)).rejects.toThrow('holds no checkpoint')
      await expect(step(file)).rejects.toThrow('holds no checkpoint')
    })
  })

  describe('and is mailed to the place’s contact', () => {
    const letters = () =>
      rowsOf<{ body: string; subject: string }>(
        sql`select subject, body from outbox where place_id = ${placeId}`,
      )
    const all = async () => {
      while (await witnessOne(world.appDb, unsigned));
    }

    it('once a day at most, only when something happened, in the place’s language', async () => {
      await world.db.execute(
        sql`update places set contact_email = 'ines@town.example', languages = '{nl}' where id = ${placeId}`,
      )
      await happens(world.appDb, placeId)
      await step()
      await Promise.all([all(), all()])
      await happens(world.appDb, placeId)
      await world.db.execute(sql`select trail.take_checkpoints('x', interval '0', '{}')`)
      await all()
      expect(await letters()).toHaveLength(1)
      expect((await letters())[0]?.subject).toContain('logboek')
      await world.db.execute(sql`update trail_witnesses set sent_at = sent_at - interval '1 day'`)
      await all()
      await world.db.execute(sql`update trail_witnesses set sent_at = sent_at - interval '1 day'`)
      await all()
      expect(await letters()).toHaveLength(2)
      const line = /^\{"v".*$/m.exec((await letters())[0]?.body ?? '')?.[0] ?? ''
      expect((await verify(await exported(world.db, placeId), line)).said).toContain('1 of 1')
    })

    it('but not in a town that is made up, nor where nobody can be reached', async () => {
      await happens(world.appDb, placeId)
      await step()
      await all()
      await world.db.execute(
        sql`update places set contact_email = 'ines@town.example', demo = true where id = ${placeId}`,
      )
      await all()
      expect(await letters()).toEqual([])
    })
  })
})
