import { challengesContract } from '@howcanwe/shared/challenges'
import { interestsContract as contract } from '@howcanwe/shared/interests'
import { describe, expect, it } from 'vitest'
import { refusal } from '../../../test/support.ts'
import {
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

describe('what the trail and the letters say about the asking side', () => {
  const reason = 'The building was sold, so there is nothing left to try here.'
  const takeBack = async () =>
    (await world.as(ruth))(challengesContract.withdraw, {
      params: { challengeId },
      body: { reason },
    })

  it('when Ruth takes her challenge back, who answered hears why, and whose answer was taken back does not', async () => {
    await send()
    const dele = await world.seed.person()
    const youth = await world.seed.organisation({ place: town, members: [dele] })
    const gone = await send(dele, { organisationId: youth })
    await (await world.as(dele))(contract.withdraw, {
      params: { interestId: gone.id },
      body: {},
    })
    await takeBack()
    const told = (await lettersTo(carers)).filter((l) => l.template.endsWith('taken-back'))
    expect(told).toHaveLength(1)
    expect(told[0]?.body).toContain(reason)
    expect((await lettersTo(youth)).some((l) => l.template.endsWith('taken-back'))).toBe(false)
  })

  it('each time the answers are opened, the trail says who did and how many there were (trust.md §4.3)', async () => {
    await send()
    await world.seed.passDeadline(challengeId)
    await (await world.as(ruth))(contract.forChallenge, { params: { challengeId } })
    expect(await trailOf(challengeId)).toContainEqual(
      expect.objectContaining({ action: 'interests.read', actor_id: ruth }),
    )
  })

  it('a reading that was refused leaves none', async () => {
    await refusal((await world.as(ruth))(contract.forChallenge, { params: { challengeId } }))
    expect(await trailOf(challengeId)).toEqual([])
  })
})
