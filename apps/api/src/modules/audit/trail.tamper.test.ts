import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { someId, startWorld, type World } from '../../../test/support.ts'
import type { Database } from '../../db/database.ts'
import { record } from './index.ts'
import { checkpointLines, exported, verify } from './trail.fixture.ts'

let world: World
const chain = someId()
const other = someId()
let outside = ''

const DETAILS = [
  {},
  { after: { state: 'open', weights: [40, 30, 30], z: null, a: { 'é"\n': 1.5, b: true } } },
  { before: { state: 'open' }, after: { state: 'closed', when: '2027-03-30T18:00:00.000Z' } },
  { after: { big: 1e21, small: 1e-7, text: '\u2028 “quotes” \\ / \u007f' } },
]

async function happen(db: Database, times: number) {
  for (let i = 0; i < times; i++)
    await record(db, {
      placeId: chain,
      actorId: i % 3 === 0 ? null : someId(),
      action: i % 2 === 0 ? 'places.set-up' : 'places.changed',
      subject: { kind: 'thing', id: someId() },
      ...DETAILS[i % DETAILS.length],
      ...(i % 4 === 0 ? {} : { requestId: someId() }),
    })
}

const checkpoint = (db: Database) =>
  db.execute(sql`select trail.take_checkpoints('https://town.example', interval '0', '{}')`)

beforeAll(async () => {
  world = await startWorld()
  for (const many of [6, 6]) {
    await happen(world.db, many)
    await checkpoint(world.db)
  }
  await record(world.db, {
    placeId: other,
    actorId: null,
    action: 'places.set-up',
    subject: { kind: 'thing', id: someId() },
  })
  outside = await checkpointLines(world.db, chain)
})
afterAll(() => world.close())

/** The event with this number. */
const nth = (n: number) =>
  sql`id = (select event_id from trail.links where chain = ${chain} and seq = ${n})`
const links = (condition: SQL) => sql`trail.links where chain = ${chain} and ${condition}`

const rewriteChain = sql`do $$ declare e audit_events; begin
  for e in select a.* from audit_events a where a.place_id = ${sql.raw(`'${chain}'`)} order by a.at loop
    perform trail.append(e);
  end loop; end $$`

/** What an insider with the database would also see to: a chain written anew, and checkpoints that fit. */
const anew = [
  sql`delete from ${links(sql`true`)}`,
  sql`update trail.heads set size = 0, hash = decode(repeat('00', 32), 'hex') where chain = ${chain}`,
  rewriteChain,
  sql`delete from trail.checkpoints where chain = ${chain}`,
  sql`select trail.take_checkpoints('https://town.example', interval '0', '{}')`,
]
/** Everything after number `n` is gone, and the head and the checkpoints know nothing of it. */
const cutAfter = (n: number) => [
  sql`delete from audit_events using trail.links l where l.event_id = id and l.chain = ${chain} and l.seq > ${n}`,
  sql`delete from ${links(sql`seq > ${n}`)}`,
  sql`update trail.heads set size = ${n}, hash = (select hash from ${links(sql`seq = ${n}`)}) where chain = ${chain}`,
  sql`delete from trail.checkpoints where chain = ${chain} and size > ${n}`,
]
const renumber = (condition: SQL, by: number) => [
  sql`update trail.links set seq = -seq - ${by} where chain = ${chain} and ${condition}`,
  sql`update trail.links set seq = -seq where chain = ${chain} and seq < 0`,
]
const copyOfEvent = (id: string, n: number) =>
  sql`insert into audit_events select ${id}::uuid, place_id, at, actor_id, action, subject_kind, subject_id, before, after,
    request_id from audit_events where ${nth(n)}`
const linkLike = (id: string, n: number, seq: number) =>
  sql`insert into trail.links select chain, ${seq}, ${id}::uuid, at, salt, detail_commit, prev, hash from ${links(sql`seq = ${n}`)}`
const copy = someId()

/** By whom each is found: `inside` by the chain itself, `outside` only by a checkpoint kept where no insider reaches. */
const MANIPULATIONS: [what: string, how: SQL[], found: 'inside' | 'outside'][] = [
  [
    'what was done',
    [sql`update audit_events set action = 'things.undone' where ${nth(5)}`],
    'inside',
  ],
  [
    'who did it',
    [sql`update audit_events set actor_id = gen_random_uuid() where ${nth(5)}`],
    'inside',
  ],
  ['that anybody did it', [sql`update audit_events set actor_id = null where ${nth(6)}`], 'inside'],
  [
    'the moment, by a microsecond',
    [sql`update audit_events set at = at + interval '1 microsecond' where ${nth(5)}`],
    'inside',
  ],
  [
    'the moment it was committed',
    [sql`update trail.links set at = at - interval '1 day' where chain = ${chain} and seq = 5`],
    'inside',
  ],
  [
    'to what it was done',
    [sql`update audit_events set subject_id = gen_random_uuid() where ${nth(5)}`],
    'inside',
  ],
  [
    'how it was before or after',
    [sql`update audit_events set after = '{"weights":[50,25,25]}' where ${nth(2)}`],
    'inside',
  ],
  [
    'that anything was before',
    [sql`update audit_events set before = null where ${nth(3)}`],
    'inside',
  ],
  [
    'the details and their seal',
    [
      sql`update audit_events set before = null, after = null where ${nth(3)}`,
      sql`update trail.links set salt = null where chain = ${chain} and seq = 3`,
    ],
    'inside',
  ],
  [
    'one in the middle, deleted',
    [sql`delete from audit_events where ${nth(5)}`, sql`delete from ${links(sql`seq = 5`)}`],
    'inside',
  ],
  [
    'one in the middle, deleted and the rest renumbered',
    [
      sql`delete from audit_events where ${nth(5)}`,
      sql`delete from ${links(sql`seq = 5`)}`,
      ...renumber(sql`seq > 5`, -1),
      sql`update trail.heads set size = 11 where chain = ${chain}`,
    ],
    'inside',
  ],
  [
    'one event without its link, deleted',
    [sql`delete from audit_events where ${nth(5)}`],
    'inside',
  ],
  [
    'the last, deleted',
    [sql`delete from audit_events where ${nth(12)}`, sql`delete from ${links(sql`seq = 12`)}`],
    'inside',
  ],
  ['one put in without a link', [copyOfEvent(copy, 5)], 'inside'],
  [
    'one put in with a link',
    [
      copyOfEvent(copy, 5),
      ...renumber(sql`seq > 5`, 1),
      linkLike(copy, 5, 6),
      sql`update trail.heads set size = 13 where chain = ${chain}`,
    ],
    'inside',
  ],
  [
    'two that changed places',
    [
      sql`update trail.links set seq = case seq when 4 then -7 else -4 end where chain = ${chain} and seq in (4, 7)`,
      sql`update trail.links set seq = -seq where chain = ${chain} and seq < 0`,
    ],
    'inside',
  ],
  [
    'one told twice',
    [
      copyOfEvent(copy, 12),
      linkLike(copy, 12, 13),
      sql`update trail.heads set size = 13 where chain = ${chain}`,
    ],
    'inside',
  ],
  [
    'one moved to another place',
    [sql`update audit_events set place_id = ${other} where ${nth(5)}`],
    'inside',
  ],
  [
    'the beginning, cut off',
    [
      sql`delete from audit_events using trail.links l where l.event_id = id and l.chain = ${chain} and l.seq < 4`,
      sql`delete from ${links(sql`seq < 4`)}`,
      ...renumber(sql`true`, -3),
      sql`update trail.heads set size = 9 where chain = ${chain}`,
    ],
    'inside',
  ],
  [
    'a checkpoint',
    [sql`update trail.checkpoints set hash = sha256('x') where chain = ${chain} and size = 6`],
    'inside',
  ],
  ['the end, cut off, and the head with it', cutAfter(9), 'outside'],
  [
    'everything, written anew with one event changed',
    [sql`update audit_events set action = 'things.undone' where ${nth(5)}`, ...anew],
    'outside',
  ],
  [
    'the beginning, cut off, and the rest written anew',
    [
      sql`delete from audit_events using trail.links l where l.event_id = id and l.chain = ${chain} and l.seq < 4`,
      ...anew,
    ],
    'outside',
  ],
  [
    'all of it, deleted',
    [
      ...cutAfter(0).slice(0, 2),
      sql`delete from trail.heads where chain = ${chain}`,
      sql`delete from trail.checkpoints where chain = ${chain}`,
    ],
    'outside',
  ],
  [
    'an older copy of the database, brought back and used',
    [
      ...cutAfter(9),
      copyOfEvent(copy, 2),
      sql`update audit_events set at = clock_timestamp() where id = ${copy}`,
      sql`select trail.append(e) from audit_events e where id = ${copy}`,
    ],
    'outside',
  ],
]

class Undo extends Error {}

/** Does it as a superuser with every guard switched off, says what the verifier sees, and takes it back. */
async function afterwards<T>(how: SQL[], look: (tx: Database) => Promise<T>): Promise<T> {
  let seen: T | undefined
  await world.db
    .transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`)
      for (const statement of how) await tx.execute(statement)
      seen = await look(tx)
      throw new Undo()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error
    })
  return seen as T
}

const lookAt = async (tx: Database) => ({
  trail: await exported(tx, chain),
  inside: await checkpointLines(tx, chain),
})

describe('whoever has the whole database changes', () => {
  it.each(MANIPULATIONS)('%s', async (_, how, found) => {
    const { trail, inside } = await afterwards(how, lookAt)
    const alone = await verify(trail, inside)
    expect([alone.code, alone.said]).toEqual([
      found === 'inside' ? 1 : 0,
      expect.stringContaining(found === 'inside' ? 'FOUND' : 'Everything holds'),
    ])
    const compared = await verify(trail, inside, outside)
    expect([compared.code, compared.said]).toEqual([1, expect.stringContaining('FOUND')])
  })

  it('nothing: and nothing is found, whatever language and time zone the database speaks', async () => {
    const plain = await verify(await exported(world.db, chain), outside)
    expect(plain).toEqual({
      code: 0,
      said: '12 events in 1 chain, 2 of 2 checkpoints met.\nEverything holds.\n',
    })
    const abroad = await afterwards(
      [sql`set local timezone = 'Pacific/Auckland'`, sql`set local datestyle = 'German'`],
      (tx) => exported(tx, chain),
    )
    expect(abroad).toBe(await exported(world.db, chain))
  })
})
