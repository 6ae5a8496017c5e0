import { jointInterestsContract as contract } from '@howcanwe/shared/joint-interests'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { refusal } from '../../../test/support.ts'
import {
  agree,
  begin,
  bySql,
  group,
  look,
  PART,
  say,
  send,
  write,
} from './joint-interests.fixture.ts'
import { forRuth, inTown, town, world } from './joint-interests.town.fixture.ts'

inTown()

describe('a large charity cannot use bid candy (J-13, FR-13)', () => {
  let large: Awaited<ReturnType<typeof group>>
  let id: string
  beforeEach(async () => {
    large = await group(town, 'Great Homes', 'major')
    id = (await begin(town, large, [town.amina])).id
    await say(town, town.amina, id)
    await write(town, large, id)
  })
  const agreed = async () => {
    for (const one of [large, town.amina]) await agree(town, one, id)
  }

  it.each([
    ['no hours', { hoursPerMonth: 0 }],
    ['no money', { pence: 0 }],
    ['neither', { hoursPerMonth: 0, pence: 0 }],
  ])('Amina with %s: it is not sent, by route or by SQL', async (_, share) => {
    await write(town, town.amina, id, share)
    await agreed()
    expect((await look(town, large, id)).missing).toEqual(['name-only'])
    expect((await refusal(send(town, large, id))).code).toBe('joint-interests.not_complete')
    const parts = JSON.stringify([{}, {}])
    expect(
      await bySql(
        world,
        sql`insert into interests (id, place_id, challenge_id, organisation_id, why, bring_note, hours_per_month, need_note,
            together, together_with, conflict, conflict_note, submitted_by, received_at, joint_interest_id, joint_band,
            joint_parts, parties)
          values (gen_random_uuid(), ${town.place.id}, ${town.challengeId}, ${large.id}, 'w', '', 1, '', 'with', '', false, '',
            ${large.member}, clock_timestamp(), ${id}, 'micro', ${parts}::jsonb, array[${town.amina.id}::uuid])`,
      ),
    ).toBe('HW124')
  })

  it('the large charity cannot tick it for her, nor can somebody who belongs to both', async () => {
    const forHer = (personId: string) =>
      bySql(
        world,
        sql`update joint_interest_members set name_only = 'We only want our name on it, please.', name_only_by = ${personId}
          where joint_interest_id = ${id} and organisation_id = ${town.amina.id}`,
      )
    const call = await world.as(large.member)
    const body = { organisationId: town.amina.id, ...PART, nameOnly: 'They only lend their name.' }
    const refused = await refusal(
      call(contract.writePart, { params: { jointInterestId: id }, body }, { ifMatch: 1 }),
    )
    expect(refused.code).toBe('joint-interests.not_found')
    expect(await forHer(large.member)).toBe('HW123')
    await world.db.execute(
      sql`insert into memberships (place_id, organisation_id, person_id, lead)
        values (${town.place.id}, ${large.id}, ${town.amina.member}, false)`,
    )
    expect(await forHer(town.amina.member)).toBe('HW123')
    const own = write(town, town.amina, id, { nameOnly: 'We only want our name on it, please.' })
    expect((await refusal(own)).code).toBe('joint-interests.not_their_own_words')
  })

  it('Amina asks for it herself, in a sentence of twenty letters: it is sent, and the sentence with it', async () => {
    const short = write(town, town.amina, id, { nameOnly: 'Only our name' })
    expect((await refusal(short)).code).toBe('request.invalid')
    const nameOnly = 'We are worn out, but want to stand beside them.'
    await write(town, town.amina, id, { hoursPerMonth: 0, pence: 0, nameOnly })
    await agreed()
    await send(town, large, id)
    await world.seed.passDeadline(town.challengeId)
    const [one] = (await forRuth()).items
    expect(one?.joint?.parts.map((p) => p.nameOnly)).toEqual([null, nameOnly])
  })

  it('whoever convenes never lends only a name', async () => {
    const own = write(town, large, id, { nameOnly: 'We just front it for the others here.' })
    expect((await refusal(own)).code).toBe('joint-interests.convenor_lends_no_name')
  })

  it('more money than the challenge offers cannot be shared out', async () => {
    await write(town, town.amina, id, { pence: 1_600_000 })
    await agreed()
    expect((await look(town, large, id)).missing).toEqual(['more-than-offered'])
  })
})
