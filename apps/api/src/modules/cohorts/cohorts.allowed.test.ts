import { cohortsContract as contract } from '@howcanwe/shared/cohorts'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { refusal, someId } from '../../../test/support.ts'
import {
  amina,
  answered,
  challengeId,
  choiceOf,
  council,
  expectNothingHappened,
  inTown,
  lettersTo,
  MIXED,
  press,
  pressNone,
  ruth,
  type Sent,
  sixAnswered,
  statesNow,
  town,
  turnTo,
  world,
} from './cohorts.fixture.ts'

inTown()

describe('when, and by whom', () => {
  it('before the deadline nobody is chosen, and the next step is the date', async () => {
    const all: Sent[] = []
    for (const [kind, band] of MIXED) all.push(await answered(kind, band))
    for (const refused of [
      await refusal(press(choiceOf(all.slice(0, 4), all.slice(4)))),
      await refusal(pressNone(all)),
    ]) {
      expect([refused.status, refused.code]).toEqual([409, 'interests.sealed'])
      expect(refused.detail).toMatch(/from \w+ \d+ \w+ \d{4}/)
    }
    await expectNothingHappened(all)
  })

  it('a draft or a challenge that was taken back has nobody to choose', async () => {
    const all = await sixAnswered()
    await world.db.execute(
      sql`update challenges set state = 'withdrawn', withdrawn_reason = 'The money went to the hospital instead.' where id = ${challengeId}`,
    )
    const body = choiceOf(all.slice(0, 4), all.slice(4))
    expect((await refusal(press(body))).code).toBe('challenges.wrong_state')
    expect((await refusal(pressNone(all))).code).toBe('challenges.wrong_state')
    turnTo(await world.seed.draft({ place: town, commissioner: ruth, council }))
    expect((await refusal(press(body))).code).toBe('challenges.wrong_state')
  })

  it('nobody else chooses: strangers sign in, others are refused, other commissioners do not find it', async () => {
    const all = await sixAnswered()
    const body = choiceOf(all.slice(0, 4), all.slice(4))
    const args = { params: { challengeId }, body }
    expect((await refusal(world.anyone(contract.choose, args))).status).toBe(401)
    for (const role of ['broker', 'facilitator', 'steward'] as const) {
      const person = await world.seed.person({ roles: [{ placeId: town.id, role }] })
      expect((await refusal(press(body, person))).status).toBe(403)
      expect((await refusal(pressNone(all, person))).status).toBe(403)
    }
    expect((await refusal(press(body, amina))).status).toBe(403)
    const other = await world.seed.person({ roles: [{ placeId: town.id, role: 'commissioner' }] })
    expect(await refusal(press(body, other))).toMatchObject({
      status: 404,
      code: 'challenges.not_found',
    })
    expect((await refusal(pressNone(all, other))).code).toBe('challenges.not_found')
    turnTo(someId())
    expect((await refusal(press(body))).code).toBe('challenges.not_found')
  })

  it('before there is a choice anyone reads that there is none, also of a draft or of nothing', async () => {
    const draft = await world.seed.draft({ place: town, commissioner: ruth, council })
    for (const id of [challengeId, draft, someId()]) {
      const none = await refusal(world.anyone(contract.read, { params: { challengeId: id } }))
      expect([none.status, none.code]).toEqual([404, 'cohorts.not_found'])
    }
  })

  it('two presses at once form one cohort and send one set of letters', async () => {
    const all = await sixAnswered()
    const one = choiceOf(all.slice(0, 4), all.slice(4))
    const other = choiceOf(
      [0, 1, 3, 4].map((i) => all[i] as Sent),
      [2, 5].map((i) => all[i] as Sent),
    )
    const presses = await Promise.allSettled([press(one), press(other), press(one), press(other)])
    expect(presses.filter((p) => p.status === 'fulfilled')).toHaveLength(1)
    const codes = presses.flatMap((p) => (p.status === 'rejected' ? [p.reason.code] : []))
    expect(codes).toEqual(Array(3).fill('challenges.wrong_state'))
    for (const sent of all) expect(await lettersTo(sent)).toHaveLength(1)
    expect((await statesNow()).filter((s) => s === 'chosen')).toHaveLength(4)
  })

  it('choosing and closing without a cohort at once is one or the other', async () => {
    const all = await sixAnswered()
    const presses = await Promise.allSettled([
      press(choiceOf(all.slice(0, 4), all.slice(4))),
      pressNone(all),
    ])
    expect(presses.filter((p) => p.status === 'fulfilled')).toHaveLength(1)
    for (const sent of all) expect(await lettersTo(sent)).toHaveLength(1)
  })
})
