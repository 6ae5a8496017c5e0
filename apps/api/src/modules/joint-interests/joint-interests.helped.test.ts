import { agreementsContract } from '@howcanwe/shared/agreements'
import { jointInterestsContract as contract } from '@howcanwe/shared/joint-interests'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { helped, type Pair, pair } from '../supporters/supporters.fixture.ts'
import { begin, look, PART, say, type Town, townOf, write } from './joint-interests.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

/** Mr Okafor belongs to the elders; Joy answers for him. Amina has asked the elders to answer with her carers. */
async function askedHim(): Promise<Town & { two: Pair; id: string }> {
  const town = await townOf(world)
  const two = await pair(world)
  await world.db.execute(sql`insert into memberships (place_id, organisation_id, person_id, lead)
    values (${town.place.id}, ${town.elders.id}, ${two.okafor.id}, false)`)
  await helped(two, ['answers'])
  const { id } = await begin(town, town.amina, [town.elders])
  return { ...town, two, id }
}

describe('Joy answers together with others for Mr Okafor (PE2)', () => {
  it('she says yes for him, writes his part and agrees, and the record says who pressed', async () => {
    const { two, id, elders, amina, ...town } = await askedHim()
    const params = { jointInterestId: id }
    const own = { organisationId: elders.id }
    await two.forHim(contract.answer, { params, body: { ...own, yes: true } })
    const read = await two.forHim(contract.read, { params, query: {} })
    const written = await two.forHim(
      contract.writePart,
      { params, body: { ...own, ...PART } },
      { ifMatch: read.termsVersion },
    )
    const agreed = await two.forHim(
      contract.agree,
      { params, body: own },
      { ifMatch: written.termsVersion },
    )
    expect(agreed.members.find((m) => m.ours)?.agreed).toBe(true)
    const { rows } = await world.db.execute<{ actor: string; by: string }>(
      sql`select actor_id as actor, after ->> 'supporterId' as by from audit_events
        where subject_id = ${id} and action in ('joint-interests.agreed', 'joint-interests.part-written')`,
    )
    const pressed = { actor: two.okafor.id, by: two.joy.id }
    expect(rows).toEqual([pressed, pressed])
    expect((await look(town, amina, id)).members).toHaveLength(2)
  })

  it('that they only lend their name is for him to say; what he said stays when she changes the hours (FR-13)', async () => {
    const { two, id, elders, ...town } = await askedHim()
    const here = { ...town, elders }
    await say(here, elders, id)
    const params = { jointInterestId: id }
    const nameOnly = 'We are worn out, but want to stand beside them.'
    const forHim = async (more: object) => {
      const { termsVersion } = await look(here, elders, id)
      const body = { organisationId: elders.id, ...PART, nameOnly, ...more }
      return two.forHim(contract.writePart, { params, body }, { ifMatch: termsVersion })
    }
    expect((await refusal(forHim({}))).code).toBe('joint-interests.not_their_own_words')
    await write(here, elders, id, { nameOnly, hoursPerMonth: 0, pence: 0 })
    const after = await forHim({ hoursPerMonth: 2, pence: 0 })
    expect(after.members.find((m) => m.ours)?.share?.nameOnly).toBe(nameOnly)
    const { rows } = await world.db.execute<{ by: string }>(
      sql`select name_only_by as by from joint_interest_members
        where joint_interest_id = ${id} and organisation_id = ${elders.id}`,
    )
    expect(rows).toEqual([{ by: elders.member }])
  })

  it('agreements stay his own: they bind for longer than an answer', async () => {
    const { two } = await askedHim()
    expect((await refusal(two.forHim(agreementsContract.mine))).code).toBe(
      'auth.not_for_supporters',
    )
  })
})

it('two colleagues write one part at once: the second is told, and nothing of the first is lost', async () => {
  const town = await townOf(world)
  const { amina, elders } = town
  const { id } = await begin(town, amina, [elders])
  const { termsVersion } = await look(town, amina, id)
  await write(town, amina, id)
  const call = await world.as(amina.member)
  const body = { organisationId: amina.id, ...PART, part: 'Something else.' }
  const second = call(
    contract.writePart,
    { params: { jointInterestId: id }, body },
    { ifMatch: termsVersion },
  )
  expect((await refusal(second)).code).toBe('request.stale')
  const mine = (await look(town, amina, id)).members.find((m) => m.ours)
  expect(mine?.share?.part).toBe(PART.part)
})
