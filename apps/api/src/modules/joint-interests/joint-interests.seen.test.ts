import { challengesContract } from '@howcanwe/shared/challenges'
import { cohortsContract } from '@howcanwe/shared/cohorts'
import { interestsContract } from '@howcanwe/shared/interests'
import { jointInterestsContract as contract } from '@howcanwe/shared/joint-interests'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { refusal } from '../../../test/support.ts'
import { interestedOrganisationIds } from '../interests/index.ts'
import { lettersTo, look, PART, ready, say, send, WHY, write } from './joint-interests.fixture.ts'
import { forRuth, inTown, town, world } from './joint-interests.town.fixture.ts'

inTown()

describe('who sees it', () => {
  it('before the deadline only its members, invited ones without what others wrote; Ines knows only of her seed', async () => {
    const { amina, elders, lunch, challengeId } = town
    const ines = await world.as(town.ines)
    const seeded = await ines(contract.seed, {
      params: { challengeId },
      body: {
        invited: [amina, elders, lunch].map((one) => ({ organisationId: one.id, why: WHY })),
      },
    })
    const before = JSON.stringify(await ines(contract.seeds, { params: { challengeId } }))
    await say(town, amina, seeded.id)
    await say(town, elders, seeded.id)
    await write(town, amina, seeded.id)
    const invited = await look(town, lunch, seeded.id)
    expect(invited.members.map((m) => m.share)).toEqual([null, null, null])
    expect(JSON.stringify(invited)).not.toContain(PART.part)
    await (await world.as(lunch.member))(contract.answer, {
      params: { jointInterestId: seeded.id },
      body: { organisationId: lunch.id, yes: false },
    })
    expect((await refusal(look(town, lunch, seeded.id))).code).toBe('joint-interests.not_found')
    const after = JSON.stringify(await ines(contract.seeds, { params: { challengeId } }))
    expect(after).toBe(before)
    for (const other of [town.ruth, town.ines, lunch.member]) {
      const refused = await refusal(
        (await world.as(other))(contract.read, {
          params: { jointInterestId: seeded.id },
          query: {},
        }),
      )
      expect(['joint-interests.not_found', 'auth.forbidden']).toContain(refused.code)
    }
  })

  it('everybody in it is a party: none of them reads the others’ answers, all are in the pool, all hear what became of it', async () => {
    const { amina, elders, challengeId } = town
    const id = await ready(town, amina, [elders])
    const sent = await send(town, amina, id)
    await world.seed.passDeadline(challengeId)
    expect((await interestedOrganisationIds(world.db, challengeId)).toSorted()).toEqual(
      [amina.id, elders.id].toSorted(),
    )
    await world.db.execute(
      sql`insert into memberships (place_id, organisation_id, person_id, lead)
        values (${town.place.id}, ${elders.id}, ${town.ruth}, false)`,
    )
    expect((await refusal(forRuth())).code).toBe('interests.conflict')
    await world.db.execute(
      sql`delete from memberships where organisation_id = ${elders.id} and person_id = ${town.ruth}`,
    )
    const interestId = sent.sent?.interestId ?? ''
    await (await world.as(town.ruth))(cohortsContract.chooseNone, {
      params: { challengeId },
      body: {
        statement: 'We read every answer twice and rang each of them before we chose.',
        notThisTime: [
          {
            interestId,
            reason: 'Strong together, and the budget was cut before we could begin.',
            criteria: [0, 1].map((position) => ({
              position,
              sentence: `You say clearly who you reach, point ${position}, and that shows.`,
            })),
            nextStep: { kind: 'meet-broker', note: 'Ring Ines on Monday.' },
          },
        ],
      },
    })
    for (const one of [amina, elders]) {
      const answer = await (await world.as(one.member))(cohortsContract.mine, {
        params: { interestId },
      })
      expect(answer.reason).toContain('Strong together')
      const letters = (await lettersTo(world, one.email)).map((l) => l.template)
      expect(letters).toContain('cohorts.not-this-time')
      const { items } = await (await world.as(one.member))(interestsContract.mine)
      expect(items.map((i) => i.id)).toEqual([interestId])
    }
    const happened = await world.anyone(cohortsContract.read, { params: { challengeId } })
    expect(happened.interested).toBe(1)
  })

  it('the odds on the page of the challenge do not move when three join and send', async () => {
    const { amina, elders, lunch, challengeId } = town
    const [{ slug } = { slug: '' }] = (
      await world.db.execute<{ slug: string }>(
        sql`select slug from challenges where id = ${challengeId}`,
      )
    ).rows
    const page = async () =>
      JSON.stringify(await world.anyone(challengesContract.read, { params: { slug } }))
    const before = await page()
    const id = await ready(town, amina, [elders, lunch])
    await send(town, amina, id)
    expect(await page()).toBe(before)
  })
})
