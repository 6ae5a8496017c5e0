import { setTimeout as wait } from 'node:timers/promises'
import { interestsContract as contract } from '@howcanwe/shared/interests'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { refusal, someId } from '../../../test/support.ts'
import { inTransaction, sqlState } from '../../db/database.ts'
import {
  amina,
  answers,
  carers,
  challengeId,
  council,
  inTown,
  ruth,
  send,
  storedCount,
  town,
  world,
} from './interests.fixture.ts'

inTown()

const closesIn = (ms: number, id = challengeId) =>
  inTransaction(world.db, async (tx) => {
    await tx.execute(sql`alter table challenges disable trigger challenges_guard`)
    await tx.execute(
      sql`update challenges set closes_at = clock_timestamp() + ${ms} * interval '1 millisecond' where id = ${id}`,
    )
    await tx.execute(sql`alter table challenges enable trigger challenges_guard`)
  })

/** What PostgreSQL itself answers to a statement: its SQLSTATE, or 'done'. */
const bySql = (statement: ReturnType<typeof sql>) =>
  world.db.execute(statement).then(
    () => 'done',
    (error: unknown) => sqlState(error) ?? 'unknown',
  )
const insertFor = (organisationId: string) => sql`
  insert into interests (id, place_id, challenge_id, organisation_id, why, bring_note, hours_per_month, need_note,
    together, together_with, conflict, conflict_note, submitted_by, received_at)
  values (${someId()}, ${town.id}, ${challengeId}, ${organisationId}, 'late', '', 1, '', 'alone', '', false, '',
    ${amina}, clock_timestamp())`

describe('the database’s own clock, whoever asks', () => {
  it('after the deadline raw SQL can neither add, change, move, revive, withdraw nor delete', async () => {
    const sent = await send()
    const other = await world.seed.organisation({ place: town, members: [amina] })
    const stillOpen = await world.seed.openChallenge({ place: town, commissioner: ruth, council })
    await (await world.as(amina))(contract.express, {
      params: { challengeId },
      body: { organisationId: other, ...answers },
    }).then(async (i) =>
      (await world.as(amina))(contract.withdraw, { params: { interestId: i.id }, body: {} }),
    )
    await world.seed.passDeadline(challengeId)
    const late = await world.seed.organisation({ place: town })
    const refused = await Promise.all([
      bySql(insertFor(late)),
      bySql(sql`update interests set why = 'better' where id = ${sent.id}`),
      bySql(sql`update interests set state = 'withdrawn' where id = ${sent.id}`),
      bySql(sql`update interests set challenge_id = ${stillOpen} where id = ${sent.id}`),
      bySql(
        sql`update interests set state = 'submitted' where challenge_id = ${challengeId} and state = 'withdrawn'`,
      ),
      bySql(sql`delete from interests where id = ${sent.id}`),
    ])
    expect(refused).toEqual(Array(6).fill('HW007'))
  })

  it('while it is open, nobody is decided on; an answer comes once and stays', async () => {
    const sent = await send()
    const decide = (state: string) => sql`
      update interests set state = ${state}, decision_reason = repeat('because ', 5), decided_at = clock_timestamp()
      where id = ${sent.id}`
    expect(await bySql(decide('chosen'))).toBe('HW006')
    await world.seed.passDeadline(challengeId)
    expect(await bySql(sql`update interests set state = 'chosen' where id = ${sent.id}`)).toBe(
      '23514',
    )
    const said = (position: number) => sql`
      insert into interest_feedback (place_id, challenge_id, interest_id, position, sentence)
      select place_id, challenge_id, id, ${position}, repeat('because ', 5) from interests where id = ${sent.id}`
    await inTransaction(world.db, async (tx) => {
      for (const position of [0, 1]) await tx.execute(said(position))
      await tx.execute(sql`
        insert into interest_next_steps (place_id, challenge_id, interest_id, kind, note)
        select place_id, challenge_id, id, 'meet-broker', 'Ring Ines on Monday.' from interests where id = ${sent.id}`)
      await tx.execute(decide('not-this-time'))
    })
    expect(await bySql(decide('chosen'))).toBe('HW006')
    expect(
      await bySql(
        sql`update interests set state = 'submitted', decision_reason = null, decided_at = null where id = ${sent.id}`,
      ),
    ).toBe('HW006')
  })

  it('a transaction opened before the deadline and held past it is late', async () => {
    await closesIn(400)
    const late = inTransaction(world.db, async (tx) => {
      await tx.execute(sql`select now()`)
      await wait(700)
      await tx.execute(insertFor(carers))
    })
    expect(sqlState(await late.catch((e: unknown) => e))).toBe('HW007')
    expect(await storedCount()).toBe(0)
  })

  it.each([
    ['by the API', async () => (await refusal(send())).code, 'challenges.closed'],
    ['by raw SQL', () => bySql(insertFor(carers)), 'HW007'],
  ])('whoever waits in a queue past the deadline is late, %s', async (_, knock, answer) => {
    await closesIn(500)
    const queue = inTransaction(world.db, async (tx) => {
      await tx.execute(sql`select 1 from challenges where id = ${challengeId} for update`)
      await wait(1000)
    })
    await wait(150)
    expect(await knock()).toBe(answer)
    await queue
    expect(await storedCount()).toBe(0)
  })

  it('the clock of the application has no say', async () => {
    await world.seed.passDeadline(challengeId)
    const real = Date.now
    Date.now = () => real() - 3_600_000
    try {
      expect((await refusal(send())).code).toBe('challenges.closed')
    } finally {
      Date.now = real
    }
  })
})
