import { questionsContract as contract } from '@howcanwe/shared/questions'
import { type SQL, sql } from 'drizzle-orm'
import type { SeededPlace } from '../../../test/seed.ts'
import type { World } from '../../../test/support.ts'
import { inTransaction } from '../../db/database.ts'

export interface QuestionTown {
  place: SeededPlace
  ruth: string
  ines: string
  council: string
}

/** A town with Ruth, who asks challenges, and Ines, who brokers. For tests. */
export async function questionTown({ seed }: World): Promise<QuestionTown> {
  const place = await seed.place({ name: 'Northgate and Elmside' })
  const ruth = await seed.person({
    name: 'Ruth',
    email: `ruth-${place.id}@example.org`,
    roles: [{ placeId: place.id, role: 'commissioner' }],
  })
  const ines = await seed.person({
    name: 'Ines',
    email: `ines-${place.id}@example.org`,
    roles: [{ placeId: place.id, role: 'broker' }],
  })
  const council = await seed.organisation({
    place,
    name: 'Northgate Council',
    kind: 'council',
    sector: 'public',
    incomeBand: 'not-a-charity',
    members: [ruth],
  })
  return { place, ruth, ines, council }
}

/** What tests of questions ask of a town again and again. */
export function questionTools(world: World) {
  const rows = async <T extends Record<string, unknown>>(query: SQL) =>
    (await world.db.execute<T>(query)).rows
  const morning = (challengeId: string) =>
    inTransaction(world.db, async (tx) => {
      await tx.execute(sql`alter table questions disable trigger questions_guard`)
      await tx.execute(sql`update questions set tell_at = least(tell_at, clock_timestamp())
        where challenge_id = ${challengeId}`)
      await tx.execute(sql`alter table questions enable trigger questions_guard`)
    })
  return {
    rows,
    morning,
    /** Asks, from a network where nobody has asked today, and lets the next working morning come, from which a question is in sight. */
    ask: async (challengeId: string, words = 'Can the money pay for a minibus as well?') => {
      await world.db.execute(sql`delete from question_turns where challenge_id = ${challengeId}`)
      const asked = await world.anyone(contract.ask, { params: { challengeId }, body: { words } })
      await morning(challengeId)
      return asked
    },
    board: (challengeId: string) => world.anyone(contract.board, { params: { challengeId } }),
    desk: async (person: string, challengeId: string) =>
      (await world.as(person))(contract.desk, { params: { challengeId } }),
    lettersTo: (email: string) =>
      rows<{ template: string; subject: string; body: string }>(
        sql`select template, subject, body from outbox where recipient = ${email} order by id`,
      ),
    /** Lets the time for questions be over while the challenge is still open. Only a table's owner can. */
    endQuestions: (challengeId: string, inMs = -1000) =>
      inTransaction(world.db, async (tx) => {
        await tx.execute(sql`alter table challenges disable trigger user`)
        await tx.execute(sql`update challenges set questions_until =
          clock_timestamp() + ${inMs} * interval '1 millisecond' where id = ${challengeId}`)
        await tx.execute(sql`alter table challenges enable trigger user`)
      }),
    /** Turns the clocks of what waits back by so many days. Only a table's owner can. */
    daysLater: (challengeId: string, days: number) =>
      inTransaction(world.db, async (tx) => {
        await tx.execute(sql`alter table questions disable trigger questions_guard`)
        await tx.execute(sql`update questions set tell_at = tell_at - ${days} * interval '1 day',
          remind_at = remind_at - ${days} * interval '1 day', due_at = due_at - ${days} * interval '1 day'
          where challenge_id = ${challengeId}`)
        await tx.execute(sql`alter table questions enable trigger questions_guard`)
      }),
  }
}
