import { interestsContract as contract } from '@howcanwe/shared/interests'
import { describe, expect, it } from 'vitest'
import { refusal, someId } from '../../../test/support.ts'
import {
  amina,
  answers,
  carers,
  challengeId,
  inTown,
  lettersTo,
  ruth,
  send,
  town,
  trailOf,
  world,
} from './interests.fixture.ts'

inTown()

describe('changing one’s mind until the deadline', () => {
  it('Amina sends better answers; the last ones count, and she is told', async () => {
    const sent = await send()
    const call = await world.as(amina)
    const again = await call(
      contract.change,
      { params: { interestId: sent.id }, body: { ...answers, hoursPerMonth: 20 } },
      { ifMatch: sent.version },
    )
    expect(again.hoursPerMonth).toBe(20)
    expect(again.version).toBe(sent.version + 1)
    expect(again.submittedAt.getTime()).toBeGreaterThan(sent.submittedAt.getTime())
    expect((await lettersTo(carers)).map((l) => l.template)).toEqual([
      'interests.received',
      'interests.changed',
    ])
    expect((await trailOf(sent.id)).map((e) => e.action)).toEqual([
      'interests.expressed',
      'interests.changed',
    ])
  })

  it('a second phone with older answers does not overwrite newer ones', async () => {
    const sent = await send()
    const call = await world.as(amina)
    const change = (hoursPerMonth: number) =>
      call(
        contract.change,
        { params: { interestId: sent.id }, body: { ...answers, hoursPerMonth } },
        { ifMatch: sent.version },
      )
    const all = await Promise.allSettled([change(20), change(30), change(40)])
    expect(all.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    const stale = await refusal(change(50))
    expect([stale.code, stale.currentVersion]).toEqual(['request.stale', sent.version + 1])
  })

  it('Amina takes it back, and sends a new one before the deadline as the same interest', async () => {
    const sent = await send()
    const call = await world.as(amina)
    const back = await call(contract.withdraw, { params: { interestId: sent.id }, body: {} })
    expect([back.state, back.can.change, back.can.withdraw]).toEqual(['withdrawn', false, false])
    expect(
      (await refusal(call(contract.withdraw, { params: { interestId: sent.id }, body: {} }))).code,
    ).toBe('interests.wrong_state')
    expect(
      (
        await refusal(
          call(
            contract.change,
            { params: { interestId: sent.id }, body: answers },
            { ifMatch: back.version },
          ),
        )
      ).code,
    ).toBe('interests.wrong_state')
    const both = await Promise.allSettled([send(), send()])
    expect(both.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    const [mine] = (await call(contract.mine)).items
    expect([mine?.id, mine?.state]).toEqual([sent.id, 'submitted'])
    expect((await trailOf(sent.id)).map((e) => e.action)).toEqual([
      'interests.expressed',
      'interests.withdrawn',
      'interests.expressed',
    ])
    expect((await lettersTo(carers)).map((l) => l.template)).toEqual([
      'interests.received',
      'interests.withdrawn',
      'interests.received',
    ])
  })

  it('nobody of another organisation changes or takes back what hers sent: for them it is not there', async () => {
    const sent = await send()
    const dele = await world.seed.person({ name: 'Dele' })
    await world.seed.organisation({ place: town, members: [dele] })
    for (const person of [dele, ruth]) {
      const call = await world.as(person)
      for (const interestId of [sent.id, someId()]) {
        const params = { interestId }
        expect(
          await refusal(call(contract.change, { params, body: answers }, { ifMatch: 1 })),
        ).toMatchObject({ status: 404, code: 'interests.not_found' })
        expect(await refusal(call(contract.withdraw, { params, body: {} }))).toMatchObject({
          status: 404,
          code: 'interests.not_found',
        })
      }
      expect((await call(contract.mine)).items).toEqual([])
    }
  })

  it('after the deadline nothing of it moves, by the API', async () => {
    const sent = await send()
    await world.seed.passDeadline(challengeId)
    const call = await world.as(amina)
    const params = { interestId: sent.id }
    const refused = [
      await refusal(call(contract.change, { params, body: answers }, { ifMatch: 1 })),
      await refusal(call(contract.withdraw, { params, body: {} })),
      await refusal(send()),
    ]
    expect(refused.map((r) => r.code)).toEqual(Array(3).fill('challenges.closed'))
    const [mine] = (await call(contract.mine)).items
    expect(mine?.can).toEqual({ change: false, withdraw: false })
    expect(await trailOf(sent.id)).toHaveLength(1)
    expect(await lettersTo(carers)).toHaveLength(1)
  })
})
