import { challengesContract } from '@howcanwe/shared/challenges'
import { cohortsContract } from '@howcanwe/shared/cohorts'
import { interestsContract } from '@howcanwe/shared/interests'
import { jointInterestsContract as contract, part } from '@howcanwe/shared/joint-interests'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { interestedOrganisationIds } from '../interests/index.ts'
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
  type Town,
  townOf,
  WHY,
  write,
} from './joint-interests.fixture.ts'

let world: World
let town: Town
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  town = await townOf(world)
})

const forRuth = async () =>
  (await world.as(town.ruth))(interestsContract.forChallenge, {
    params: { challengeId: town.challengeId },
  })

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
