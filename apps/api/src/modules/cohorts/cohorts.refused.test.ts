import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { refusal, someId } from '../../../test/support.ts'
import {
  answered,
  because,
  challengeId,
  challengeState,
  choiceOf,
  council,
  expectNothingHappened,
  inTown,
  press,
  ruth,
  type Sent,
  sixAnswered,
  town,
  turnTo,
  world,
} from './cohorts.fixture.ts'

inTown()

type Body = Parameters<typeof press>[0]

describe('what is not announced', () => {
  it.each<[string, string, (all: Sent[]) => Body]>([
    [
      'somebody was forgotten',
      'cohorts.decision_missing',
      (all) => choiceOf(all.slice(0, 4), all.slice(5)),
    ],
    [
      'somebody is chosen and sent away',
      'cohorts.decided_twice',
      (all) => choiceOf(all.slice(0, 4), all.slice(3)),
    ],
    [
      'somebody is chosen twice',
      'cohorts.decided_twice',
      (all) => choiceOf([...all.slice(0, 4), ...all.slice(0, 1)], all.slice(4)),
    ],
    [
      'somebody never answered',
      'cohorts.interest_unknown',
      (all) => choiceOf(all.slice(0, 4), [...all.slice(4), { ...(all[0] as Sent), id: someId() }]),
    ],
    [
      'all are of one sector',
      'cohorts.one_sector',
      (all) =>
        choiceOf(
          [0, 1, 2, 4].map((i) => all[i] as Sent),
          [3, 5].map((i) => all[i] as Sent),
        ),
    ],
    [
      'six are more than the five announced',
      'cohorts.more_than_announced',
      (all) => choiceOf(all, []),
    ],
    ['three are too few', 'request.invalid', (all) => choiceOf(all.slice(0, 3), all.slice(3))],
    [
      'a reason is a word',
      'request.invalid',
      (all) => ({
        ...choiceOf(all.slice(0, 4), all.slice(4)),
        notThisTime: all.slice(4).map((s) => ({ ...because(s), reason: 'Too many.' })),
      }),
    ],
    [
      'nobody says in public how they chose',
      'request.invalid',
      (all) => choiceOf(all.slice(0, 4), all.slice(4), { statement: 'Well.' }),
    ],
  ])('%s', async (_, code, body) => {
    const all = await sixAnswered()
    expect((await refusal(press(body(all)))).code).toBe(code)
    await expectNothingHappened(all)
    expect(await challengeState()).not.toBe('formed')
  })

  it('a hundred organisations, each with a thousand characters of its own, are not too much to send', async () => {
    const all = await sixAnswered()
    const more = Array.from({ length: 100 }, () => ({
      ...because(all[0] as Sent),
      interestId: someId(),
      reason: 'r'.repeat(1000),
    }))
    const body = choiceOf(all.slice(0, 4), all.slice(4))
    const refused = await refusal(press({ ...body, notThisTime: [...body.notThisTime, ...more] }))
    expect(refused.code).toBe('cohorts.interest_unknown')
  })

  it('somebody who answered another challenge of hers is unknown here', async () => {
    const here = challengeId
    turnTo(await world.seed.openChallenge({ place: town, commissioner: ruth, council }))
    const elsewhere = await answered('charity', 'micro')
    turnTo(here)
    const all = await sixAnswered()
    const mixed = [...all.slice(0, 3), elsewhere]
    expect((await refusal(press(choiceOf(mixed, all.slice(3))))).code).toBe(
      'cohorts.interest_unknown',
    )
    await expectNothingHappened([...all, elsewhere])
  })

  it('one letter that cannot be written takes everything back', async () => {
    const all = await sixAnswered()
    await world.db.execute(sql`
      create function no_paper() returns trigger language plpgsql as $$
      begin raise exception 'out of paper'; end $$`)
    await world.db.execute(
      sql`create trigger no_paper before insert on outbox for each row
        when (new.template = 'cohorts.not-this-time') execute function no_paper()`,
    )
    try {
      expect((await refusal(press(choiceOf(all.slice(0, 4), all.slice(4))))).status).toBe(500)
    } finally {
      await world.db.execute(sql`drop trigger no_paper on outbox`)
      await world.db.execute(sql`drop function no_paper`)
    }
    await expectNothingHappened(all)
    expect((await press(choiceOf(all.slice(0, 4), all.slice(4)))).interested).toBe(6)
  })
})
