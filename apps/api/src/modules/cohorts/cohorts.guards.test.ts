import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { someId } from '../../../test/support.ts'
import { bySql as together } from './answers.fixture.ts'
import {
  challengeId,
  choiceOf,
  expectNothingHappened,
  inTown,
  press,
  ruth,
  type Sent,
  sixAnswered,
  town,
  world,
} from './cohorts.fixture.ts'

inTown()

describe('the database forbids it, whoever asks', () => {
  const bySql = (work: ReturnType<typeof sql>[]) => together(world, ...work)
  const cohortRow = (id: string) => sql`
    insert into cohorts (id, place_id, challenge_id, statement, formed_by)
    values (${id}, ${town.id}, ${challengeId}, 'by hand', ${ruth})`
  const memberRow = (cohortId: string, sent: Sent) => sql`
    insert into cohort_organisations (place_id, cohort_id, organisation_id)
    values (${town.id}, ${cohortId}, ${sent.organisationId})`
  const said = (sent: Sent, position: number) => sql`
    insert into interest_feedback (place_id, challenge_id, interest_id, position, sentence)
    values (${town.id}, ${challengeId}, ${sent.id}, ${position}, repeat('because ', 5))`
  const step = (sent: Sent) => sql`
    insert into interest_next_steps (place_id, challenge_id, interest_id, kind, note)
    values (${town.id}, ${challengeId}, ${sent.id}, 'meet-broker', 'Ring Ines on Monday.')`
  const onlyDecided = (sent: Sent, state: string) => sql`
    update interests set state = ${state}, decision_reason = repeat('because ', 5), decided_at = clock_timestamp()
    where id = ${sent.id}`
  const decided = (sent: Sent, state: string) => [
    said(sent, 0),
    said(sent, 1),
    step(sent),
    onlyDecided(sent, state),
  ]
  const settled = (state: string) =>
    sql`update challenges set state = ${state} where id = ${challengeId}`

  it('no cohort before the deadline, none of three, none of one sector, none with somebody left waiting', async () => {
    expect(await bySql([cohortRow(someId())])).toBe('HW005')
    const all = await sixAnswered()
    const tries = [
      { chosen: [0, 1, 3], not: [2, 4, 5] },
      { chosen: [0, 1, 2, 4], not: [3, 5] },
      { chosen: [0, 1, 2, 3], not: [4] },
    ]
    for (const { chosen, not } of tries) {
      const id = someId()
      const steps = [
        ...chosen.flatMap((i) => decided(all[i] as Sent, 'chosen')),
        ...not.flatMap((i) => decided(all[i] as Sent, 'not-this-time')),
        cohortRow(id),
        ...chosen.map((i) => memberRow(id, all[i] as Sent)),
        settled('formed'),
      ]
      expect(await bySql(steps)).toBe('HW009')
    }
    expect(await bySql([cohortRow(someId())])).toBe('HW009')
    await expectNothingHappened(all)
  })

  it('only who answered and was chosen is in it', async () => {
    const all = await sixAnswered()
    const id = someId()
    expect(await bySql([cohortRow(id), memberRow(id, all[0] as Sent)])).toBe('HW006')
  })

  it('once announced it stays, and there is no second one', async () => {
    const all = await sixAnswered()
    const { id } = await press(choiceOf(all.slice(0, 4), all.slice(4)))
    const out = all[0]?.organisationId
    expect(
      await Promise.all([
        bySql([sql`update cohorts set statement = 'nicer' where id = ${id}`]),
        bySql([sql`delete from cohort_organisations where organisation_id = ${out}`]),
        bySql([memberRow(id, all[5] as Sent)]),
        bySql([cohortRow(someId())]),
        bySql([onlyDecided(all[4] as Sent, 'chosen')]),
      ]),
    ).toEqual(['HW006', 'HW006', 'HW006', '23505', 'HW006'])
  })
})
