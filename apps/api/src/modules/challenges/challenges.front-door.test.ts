import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { someId, startWorld, type World } from '../../../test/support.ts'
import { inTransaction } from '../../db/database.ts'
import type { Actor } from '../../http/actor.ts'
import {
  challengeFacts,
  lockOpenChallenge,
  noteGroup,
  publishedChallenge,
  requireCommissionerOf,
  settle,
} from './index.ts'

let world: World
let place: SeededPlace
let ruth: string
const actorOf = (personId: string, placeId = place.id): Actor => ({
  personId,
  sessionId: someId(),
  displayName: 'Ruth',
  language: 'en',
  roles: [{ placeId, role: 'commissioner' }],
  memberships: [],
  scoped: [],
  asleep: [],
  provenAt: new Date(),
  supporter: null,
})

beforeAll(async () => {
  world = await startWorld()
  place = await world.seed.place()
  ruth = await world.seed.person({
    name: 'Ruth',
    roles: [{ placeId: place.id, role: 'commissioner' }],
  })
})
afterAll(() => world.close())

const draft = () => world.seed.draft({ place, commissioner: ruth })
const open = () => world.seed.openChallenge({ place, commissioner: ruth })
const withdraw = (id: string) =>
  world.db.execute(
    sql`update challenges set state = 'withdrawn', withdrawn_reason = 'The grant behind it was cut' where id = ${id}`,
  )

describe('what other nouns may ask about a challenge', () => {
  it('shows an open challenge to its neighbours, and a draft as little as nothing', async () => {
    const id = await open()
    expect((await publishedChallenge(world.db, id))?.slug).toMatch(/^challenge-/)
    expect(await publishedChallenge(world.db, await draft())).toBeUndefined()
    expect(await publishedChallenge(world.db, someId())).toBeUndefined()
  })

  it('calls a challenge past its closing time choosing, though nobody moved the row', async () => {
    const id = await open()
    expect((await publishedChallenge(world.db, id))?.state).toBe('open')
    await world.seed.passDeadline(id)
    expect((await publishedChallenge(world.db, id))?.state).toBe('choosing')
  })

  it('keeps a challenge open for whoever holds it, and says why it cannot be held', async () => {
    const hold = (id: string) => inTransaction(world.db, (tx) => lockOpenChallenge(tx, id))
    const id = await open()
    expect((await hold(id)).id).toBe(id)
    await expect(hold(await draft())).rejects.toThrow('challenges.not_found')
    const closed = await open()
    await world.seed.passDeadline(closed)
    await expect(hold(closed)).rejects.toThrow('challenges.closed')
    const withdrawn = await open()
    await withdraw(withdrawn)
    await expect(hold(withdrawn)).rejects.toThrow('challenges.wrong_state')
  })

  it('judges somebody who waited for the lock by the moment they got it', async () => {
    const id = await world.seed.openChallenge({
      place,
      commissioner: ruth,
      closesAt: new Date(Date.now() + 800),
    })
    const waited = await world.db.transaction(async (first) => {
      await first.execute(sql`select 1 from challenges where id = ${id} for update`)
      const late = inTransaction(world.db, (tx) => lockOpenChallenge(tx, id)).then(
        () => 'held',
        (error: Error) => error.message,
      )
      await first.execute(sql`select pg_sleep(1)`)
      return { late }
    })
    expect(await waited.late).toBe('challenges.closed')
  })

  it('gives a challenge to the person who asks it and to no other commissioner', async () => {
    const id = await draft()
    expect((await requireCommissionerOf(world.db, actorOf(ruth), id)).id).toBe(id)
    const other = await world.seed.person({ roles: [{ placeId: place.id, role: 'commissioner' }] })
    await expect(requireCommissionerOf(world.db, actorOf(other), id)).rejects.toThrow(
      'challenges.not_found',
    )
    const elsewhere = await world.seed.place()
    await expect(requireCommissionerOf(world.db, actorOf(ruth, elsewhere.id), id)).rejects.toThrow(
      'challenges.not_found',
    )
  })

  it('settles once, after the deadline, with a trail', async () => {
    const id = await open()
    const form = () =>
      inTransaction(world.db, (tx) =>
        settle(tx, { challengeId: id, to: 'formed', actor: { personId: ruth } }),
      )
    await expect(form()).rejects.toThrow('challenges.wrong_state')
    await world.seed.passDeadline(id)
    const both = await Promise.allSettled([form(), form()])
    expect(both.map((r) => r.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const { rows } = await world.db.execute<{ action: string; actor_id: string }>(
      sql`select action, actor_id from audit_events where subject_id = ${id}`,
    )
    expect(rows).toEqual([{ action: 'challenges.formed', actor_id: ruth }])
    expect((await publishedChallenge(world.db, id))?.decidedAt).toBeInstanceOf(Date)
  })

  it('counts groups at an open challenge, though all else about it is frozen', async () => {
    const id = await open()
    await inTransaction(world.db, (tx) => noteGroup(tx, id))
    expect((await publishedChallenge(world.db, id))?.groupsCount).toBe(1)
  })

  it('tells facts of published challenges only', async () => {
    const id = await open()
    const facts = await challengeFacts(world.db, [id, await draft(), someId()])
    expect(facts.map((f) => f.id)).toEqual([id])
    expect(await challengeFacts(world.db, [])).toEqual([])
  })
})
