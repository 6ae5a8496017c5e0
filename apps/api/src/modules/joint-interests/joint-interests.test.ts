import { interestsContract } from '@howcanwe/shared/interests'
import { jointInterestsContract as contract, part } from '@howcanwe/shared/joint-interests'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { refusal } from '../../../test/support.ts'
import {
  agree,
  answerAlone,
  begin,
  bySql,
  group,
  lettersTo,
  look,
  PART,
  ready,
  say,
  send,
  WHY,
  write,
} from './joint-interests.fixture.ts'
import { forRuth, inTown, town, world } from './joint-interests.town.fixture.ts'

inTown()

describe('three small groups answer as one (J-12)', () => {
  it('Ines seeds it, each writes its own part and money, the lunch club convenes, all agree, one answer leaves', async () => {
    const { amina, elders, lunch, challengeId } = town
    const ines = await world.as(town.ines)
    const seeded = await ines(contract.seed, {
      params: { challengeId },
      body: {
        invited: [amina, elders, lunch].map((one) => ({ organisationId: one.id, why: WHY })),
      },
    })
    expect(seeded.invited).toHaveLength(3)
    const [asked] = await lettersTo(world, elders.email)
    expect(asked?.subject).toContain('Ines')
    expect(asked?.body).toContain(WHY)
    expect(asked?.body).toContain('ten minutes')

    await say(town, lunch, seeded.id)
    await say(town, amina, seeded.id)
    await say(town, elders, seeded.id)
    for (const one of [amina, elders, lunch]) await write(town, one, seeded.id)
    const before = await look(town, lunch, seeded.id)
    expect(before.mine.convenor).toBe(true)
    expect(before.missing).toEqual(['purpose', 'not-agreed'])
    await (await world.as(lunch.member))(
      contract.writeTerms,
      {
        params: { jointInterestId: seeded.id },
        body: {
          purpose: 'One plan for free evenings.',
          fromWhen: null,
          need: [],
          needNote: '',
          rules: '',
        },
      },
      { ifMatch: before.termsVersion },
    )
    for (const one of [amina, elders, lunch]) await agree(town, one, seeded.id)
    const sent = await send(town, lunch, seeded.id)
    expect([sent.state, sent.countsAs, sent.missing]).toEqual(['submitted', 'micro', []])
    for (const one of [amina, elders, lunch])
      expect((await lettersTo(world, one.email)).map((l) => l.template)).toContain(
        'joint-interests.sent',
      )

    await world.seed.passDeadline(challengeId)
    const { items } = await forRuth()
    expect(items).toHaveLength(1)
    expect(items[0]?.joint?.parts.map((p) => p.part)).toEqual([PART.part, PART.part, PART.part])
    expect(items[0]?.hoursPerMonth).toBe(18)
    expect(items[0]?.organisation.name).toBe(lunch.name)
  })

  it('a member answers six things at most and no attachment is asked of them', () => {
    const required = Object.keys(part).filter((key) => !['nameOnly', 'conflictNote'].includes(key))
    expect(required).toEqual(['part', 'role', 'hoursPerMonth', 'pence', 'conflict'])
    // Beside these: yes, and agreeing; the conflict tick may stay empty.
    expect(required.length - 1 + 2).toBeLessThanOrEqual(6)
  })

  it('a part of 81 words is too long, one of 80 is not', async () => {
    const { id } = await begin(town, town.amina, [town.elders])
    const words = (n: number) => Array(n).fill('we').join(' ')
    await write(town, town.amina, id, { part: words(80) })
    const refused = await refusal(write(town, town.amina, id, { part: words(81) }))
    expect(refused.code).toBe('joint-interests.too_many_words')
  })

  it('one of twelve words of theirs changed: everybody agrees again, and whoever had agreed hears it once', async () => {
    const { amina, elders, lunch } = town
    const id = await ready(town, amina, [elders, lunch])
    await write(town, elders, id, { hoursPerMonth: 4 })
    await write(town, elders, id, { hoursPerMonth: 5 })
    const now = await look(town, amina, id)
    expect(now.members.map((m) => m.agreed)).toEqual([false, false, false])
    expect(now.can.send).toBe(false)
    expect((await refusal(send(town, amina, id))).code).toBe('joint-interests.not_complete')
    const told = (await lettersTo(world, lunch.email)).map((l) => l.template)
    expect(told.filter((t) => t === 'joint-interests.changed')).toHaveLength(1)
  })

  it('nobody agrees to terms they have not seen', async () => {
    const { amina, elders } = town
    const { id } = await begin(town, amina, [elders])
    await say(town, elders, id)
    await write(town, amina, id)
    const seen = await look(town, amina, id)
    await write(town, elders, id)
    const call = await world.as(amina.member)
    const old = await refusal(
      call(
        contract.agree,
        { params: { jointInterestId: id }, body: { organisationId: amina.id } },
        { ifMatch: seen.termsVersion },
      ),
    )
    expect(old.code).toBe('request.stale')
    expect(
      await bySql(
        world,
        sql`update joint_interest_members set agreed_version = ${seen.termsVersion}, agreed_at = clock_timestamp()
          where joint_interest_id = ${id} and organisation_id = ${amina.id}`,
      ),
    ).toBe('HW120')
    expect(
      await bySql(
        world,
        sql`update joint_interests set terms_version = ${seen.termsVersion} where id = ${id}`,
      ),
    ).toBe('HW120')
  })
})

describe('one answer each, alone or together', () => {
  it('whoever answered alone takes that back before joining; whoever joined does not answer alone', async () => {
    const { amina, elders } = town
    const alone = await answerAlone(town, elders)
    const { id } = await begin(town, amina, [elders])
    expect((await refusal(say(town, elders, id))).code).toBe('joint-interests.answered_alone')
    await (await world.as(elders.member))(interestsContract.withdraw, {
      params: { interestId: alone.id },
      body: {},
    })
    await say(town, elders, id)
    expect((await refusal(answerAlone(town, elders))).code).toBe('interests.in_joint')
    expect((await refusal(answerAlone(town, amina))).code).toBe('interests.in_joint')
  })

  it('nobody is in two, by route or by SQL', async () => {
    const { amina, elders, lunch } = town
    const first = await begin(town, amina, [elders])
    await say(town, elders, first.id)
    const second = await begin(town, lunch, [elders])
    expect((await refusal(say(town, elders, second.id))).code).toBe('joint-interests.in_another')
    expect((await refusal(begin(town, amina, [lunch]))).code).toBe('joint-interests.in_another')
    expect(
      await bySql(
        world,
        sql`update joint_interest_members set state = 'joined' where joint_interest_id = ${second.id}
          and organisation_id = ${elders.id}`,
      ),
    ).toBe('23505')
  })

  it('six at most', async () => {
    const others = await Promise.all([1, 2, 3, 4, 5].map(() => group(town, 'Neighbours')))
    const { id } = await begin(town, town.amina, others)
    const call = await world.as(town.amina.member)
    const seventh = await refusal(
      call(contract.invite, {
        params: { jointInterestId: id },
        body: { organisationId: town.lunch.id, why: WHY },
      }),
    )
    expect(seventh.code).toBe('joint-interests.too_many')
  })

  it('a paused organisation is not asked, nor is the one that asks the question', async () => {
    const paused = await group(town, 'Tired')
    await world.db.execute(sql`update organisations set state = 'paused' where id = ${paused.id}`)
    expect((await refusal(begin(town, town.amina, [paused]))).code).toBe('joint-interests.paused')
    const asker = { ...town.lunch, id: town.council }
    expect((await refusal(begin(town, town.amina, [asker]))).code).toBe(
      'joint-interests.partner_unknown',
    )
  })

  it('nor by SQL, first or once more, where a pause came in between (HW156)', async () => {
    const { amina, elders, lunch, challengeId } = town
    const { id } = await begin(town, amina, [elders])
    await say(town, elders, id, false)
    await world.db.execute(
      sql`update organisations set state = 'paused' where id in (${elders.id}, ${lunch.id})`,
    )
    const ask = sql`
      insert into joint_interest_members (place_id, joint_interest_id, challenge_id, organisation_id)
      values (${town.place.id}, ${id}, ${challengeId}, ${lunch.id})`
    const askAgain = sql`
      update joint_interest_members set state = 'invited' where organisation_id = ${elders.id}`
    expect(await bySql(world, ask)).toBe('HW156')
    expect(await bySql(world, askAgain)).toBe('HW156')
    await world.db.execute(sql`update organisations set state = 'listed' where id = ${lunch.id}`)
    expect(await bySql(world, ask)).toBe('done')
  })

  it('who was asked before its pause says yes or no whenever it likes', async () => {
    const { id } = await begin(town, town.amina, [town.elders])
    await world.db.execute(
      sql`update organisations set state = 'paused' where id = ${town.elders.id}`,
    )
    await say(town, town.elders, id)
    expect((await look(town, town.elders, id)).members).toHaveLength(2)
  })

  it('its row is changed together and in no other way', async () => {
    const { amina, elders } = town
    const id = await ready(town, amina, [elders])
    const sent = await send(town, amina, id)
    const call = await world.as(amina.member)
    const params = { interestId: sent.sent?.interestId ?? '' }
    const back = await refusal(call(interestsContract.withdraw, { params, body: {} }))
    expect(back.code).toBe('interests.shared')
    expect(
      await bySql(
        world,
        sql`update interests set joint_interest_id = null, joint_band = null, joint_parts = null, parties = '{}'
          where id = ${params.interestId}`,
      ),
    ).toBe('HW121')
  })
})
