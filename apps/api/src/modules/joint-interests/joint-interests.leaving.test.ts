import { interestsContract } from '@howcanwe/shared/interests'
import { jointInterestsContract as contract } from '@howcanwe/shared/joint-interests'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { refusal } from '../../../test/support.ts'
import {
  agree,
  answerAlone,
  bySql,
  lettersTo,
  look,
  PART,
  ready,
  send,
  write,
} from './joint-interests.fixture.ts'
import { inTown, town, world } from './joint-interests.town.fixture.ts'

inTown()

describe('leaving harms nobody', () => {
  it('one of three leaves: the others keep their parts, hear it without a reason, and the words of who left are a draft', async () => {
    const { amina, elders, lunch, challengeId } = town
    const id = await ready(town, amina, [elders, lunch])
    await (await world.as(elders.member))(contract.leave, {
      params: { jointInterestId: id },
      body: { organisationId: elders.id },
    })
    const rest = await look(town, lunch, id)
    expect(rest.members.map((m) => m.organisation.id)).toEqual([amina.id, lunch.id])
    expect(rest.members.every((m) => m.share?.part === PART.part && !m.agreed)).toBe(true)
    const letter = (await lettersTo(world, lunch.email)).find(
      (l) => l.template === 'joint-interests.left',
    )
    expect(letter?.body).toContain(elders.name)
    const { draft } = await (await world.as(elders.member))(interestsContract.draft, {
      params: { challengeId },
      query: { organisationId: elders.id },
    })
    expect(draft?.answers.bringNote).toBe(PART.part)
    await answerAlone(town, elders)
    for (const one of [amina, lunch]) await agree(town, one, id)
    await send(town, amina, id)
  })

  it('the second of two leaves: it ends, and both go on with their own words', async () => {
    const { amina, elders, challengeId } = town
    const id = await ready(town, amina, [elders])
    await (await world.as(elders.member))(contract.leave, {
      params: { jointInterestId: id },
      body: { organisationId: elders.id },
    })
    expect((await refusal(look(town, amina, id))).code).toBe('joint-interests.not_found')
    const { draft } = await (await world.as(amina.member))(interestsContract.draft, {
      params: { challengeId },
      query: { organisationId: amina.id },
    })
    expect(draft?.answers).toMatchObject({ bringNote: PART.part, why: expect.any(String) })
    await answerAlone(town, amina)
    await answerAlone(town, elders)
  })

  it('whoever convened leaves: another convenes, and nothing is lost', async () => {
    const { amina, elders, lunch } = town
    const id = await ready(town, amina, [elders, lunch])
    await (await world.as(amina.member))(contract.leave, {
      params: { jointInterestId: id },
      body: { organisationId: amina.id },
    })
    for (const one of [elders, lunch]) await agree(town, one, id)
    const [a, b] = await Promise.all([look(town, elders, id), look(town, lunch, id)])
    expect([a, b].filter((v) => v.mine.convenor)).toHaveLength(1)
  })

  it('once it is sent nobody leaves; whoever convenes takes it back first, and everybody is told', async () => {
    const { amina, elders } = town
    const id = await ready(town, amina, [elders])
    await send(town, amina, id)
    const leaving = async () =>
      (await world.as(elders.member))(contract.leave, {
        params: { jointInterestId: id },
        body: { organisationId: elders.id },
      })
    expect((await refusal(leaving())).code).toBe('joint-interests.wrong_state')
    expect(
      await bySql(
        world,
        sql`update joint_interest_members set state = 'left' where joint_interest_id = ${id} and organisation_id = ${elders.id}`,
      ),
    ).toBe('HW121')
    await (await world.as(amina.member))(contract.takeBack, {
      params: { jointInterestId: id },
      body: {},
    })
    expect((await lettersTo(world, elders.email)).map((l) => l.template)).toContain(
      'joint-interests.taken-back',
    )
    await leaving()
    await answerAlone(town, elders)
    await answerAlone(town, amina)
  })

  it('after sending, a change counts when all have agreed again; what was sent stands until then', async () => {
    const { amina, elders, challengeId } = town
    const id = await ready(town, amina, [elders])
    await send(town, amina, id)
    await write(town, elders, id, { part: 'We sit with people on Fridays too.' })
    expect((await refusal(send(town, amina, id))).code).toBe('joint-interests.not_complete')
    const stored = async () =>
      JSON.stringify(
        (
          await world.db.execute(
            sql`select joint_parts from interests where challenge_id = ${challengeId} and state = 'submitted'`,
          )
        ).rows,
      )
    expect(await stored()).not.toContain('Fridays')
    for (const one of [amina, elders]) await agree(town, one, id)
    await send(town, amina, id)
    expect(await stored()).toContain('Fridays')
  })
})
