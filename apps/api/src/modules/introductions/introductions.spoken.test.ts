import { casesContract, typedContract } from '@howcanwe/shared/cases'
import { introductionsContract as contract, type Turn } from '@howcanwe/shared/introductions'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { refusal, someId } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import {
  addressOf,
  agrees,
  asked,
  lettersTo,
  no,
  passDays,
  says,
  type Two,
  two,
  work,
  yes,
} from './introductions.fixture.ts'
import { inTown, listOf, ownOf, world } from './introductions.town.fixture.ts'

inTown()
let t: Two
beforeEach(async () => {
  t = await two(world)
})

/** Nobody of theirs signs in, and there is only a telephone. */
async function onlyRings(organisationId: string): Promise<void> {
  await world.db.execute(sql`delete from memberships where organisation_id = ${organisationId}`)
  await world.db.execute(sql`
    update organisations set contact_email = null, contact_phone = '020 7946 0199' where id = ${organisationId}`)
}
const byPhone = yes({ share: 'phone' })
const heard = (turn: Turn, said: object) =>
  ({ turn, said, spokenWith: 'Mr Okafor', readBack: true, minutes: 7 }) as never
const writesDown = async (turn: Turn, said: object, who = t.ines) => {
  const answer = await (await world.as(who))(contract.spoken, {
    params: { introductionId: t.id },
    body: heard(turn, said),
  })
  await work(world)
  return answer
}
const refused = async (turn: Turn, said: object, who = t.ines) =>
  (await refusal(writesDown(turn, said, who))).code
const queueOf = async (who: string) =>
  (await (await world.as(who))(casesContract.queue, { params: { placeId: t.place.id } })).items
const broker = () =>
  world.seed.person({ name: 'Bea', roles: [{ placeId: t.place.id, role: 'broker' }] })
const joins = (organisationId: string, person: string) =>
  world.db.execute(sql`insert into memberships (place_id, organisation_id, person_id, lead)
    values (${t.place.id}, ${organisationId}, ${person}, false)`)
const told = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => sqlState(error),
  )

describe('Mr Okafor has no email and no account: what he says is written down (BR3, PE3)', () => {
  it('his yes on the telephone counts, with how the other may reach him, and waits for a day like any', async () => {
    await onlyRings(t.carers)
    await asked(world, t)
    const [item] = await listOf(t.ines, t.place.id)
    expect(item?.sides[0]?.toWriteDown).toEqual({ canShare: ['phone'] })
    expect((await queueOf(t.ines)).map((i) => i.kind)).toContain('introduction-by-hand')
    const { state, sides } = await writesDown('first', byPhone)
    expect(state).toBe('asked-first')
    expect(sides[0]).toMatchObject({ answer: 'yes', spoken: true, toWriteDown: null, toTell: null })
    expect(await queueOf(t.ines)).toEqual([])
    await passDays(world, t, 1)
    expect(await ownOf(t.bram)).toMatchObject([{ state: 'asked', contact: null }])
  })

  it('with the yes of the other both are introduced, and Ines reads what to tell him', async () => {
    await onlyRings(t.carers)
    await asked(world, t)
    await writesDown('first', byPhone)
    await passDays(world, t, 1)
    await says(world, t, 'bram', yes())
    const [item] = await listOf(t.ines, t.place.id)
    const email = await addressOf(world, t.homes)
    expect(item).toMatchObject({ state: 'both-yes' })
    expect(item?.sides.map((s) => s.toTell)).toEqual([
      { name: 'Bram de Wit', email, phone: null },
      null,
    ])
    expect((await ownOf(t.bram))[0]?.contact).toMatchObject({ phone: '020 7946 0199', email: null })
  })

  it('asked second, his yes brings the two together at once', async () => {
    await onlyRings(t.homes)
    await asked(world, t)
    await agrees(world, t)
    expect((await writesDown('second', byPhone)).state).toBe('both-yes')
  })

  it('it is kept who was on the telephone and that it was read back; who typed it, his people read later', async () => {
    await onlyRings(t.carers)
    await asked(world, t)
    await writesDown('first', no)
    const { rows } = await world.db.execute(sql`
      select who_asked, typed_by, read_back_at is not null as back from typed_entries where introduction_id = ${t.id}`)
    expect(rows).toEqual([{ who_asked: 'Mr Okafor', typed_by: t.ines, back: true }])
    const okafor = await world.seed.person()
    await joins(t.carers, okafor)
    const typed = async (who: string) =>
      (
        await (
          await world.as(who)
        )(typedContract.list, { params: { organisationId: t.carers } })
      ).items.map(({ what, by }) => [what, by])
    expect(await typed(okafor)).toEqual([['introduction', 'Ines']])
    expect(await typed(await broker())).toEqual([])
  })

  it('written down twice it stands once; another answer is not taken', async () => {
    await onlyRings(t.carers)
    await asked(world, t)
    await writesDown('first', no)
    await writesDown('first', no)
    expect(await refused('first', byPhone)).toBe('introductions.answered')
  })

  it('a way to be reached that we do not hold is not written down as a yes', async () => {
    await onlyRings(t.carers)
    await asked(world, t)
    expect(await refused('first', yes())).toBe('introductions.not_reachable')
    expect((await listOf(t.ines, t.place.id))[0]?.sides[0]?.answer).toBeNull()
  })

  it('not before they are asked, nor when their time is over', async () => {
    await onlyRings(t.carers)
    expect(await refused('first', no)).toBe('introductions.wrong_state')
    await asked(world, t)
    expect(await refused('second', no)).toBe('introductions.wrong_state')
    await passDays(world, t, 22)
    expect(await refused('first', no)).toBe('introductions.over')
  })
})

describe('a spoken no is unseen like every other (J-11 [G])', () => {
  const seen = async (who: string) =>
    JSON.stringify([
      await ownOf(who),
      (await world.db.execute(sql`select count(*) from outbox where place_id = ${t.place.id}`))
        .rows,
      (
        await world.db.execute(
          sql`select count(*) from audit_events where place_id = ${t.place.id}`,
        )
      ).rows,
    ])

  it('Amina, who said yes, reads and gets the same with it as without', async () => {
    await onlyRings(t.homes)
    await asked(world, t)
    await agrees(world, t)
    const before = await seen(t.amina)
    await writesDown('second', no)
    expect(await seen(t.amina)).toBe(before)
    await passDays(world, t, 22)
    const letters = await lettersTo(world, await addressOf(world, t.carers))
    expect(letters.at(-1)?.template).toBe('introductions.not')
    expect(letters.at(-1)?.body).not.toMatch(/said no|zei nee|Okafor/)
  })

  it('Bram is never asked after the first’s spoken no, nor can he tell', async () => {
    await onlyRings(t.carers)
    await asked(world, t)
    const before = await seen(t.bram)
    await writesDown('first', no)
    expect(await seen(t.bram)).toBe(before)
    await passDays(world, t, 22)
    expect(await ownOf(t.bram)).toEqual([])
  })

  it.each([no, byPhone])('the log has one line for %o: minutes, no name, no case', async (said) => {
    await onlyRings(t.carers)
    await asked(world, t)
    await writesDown('first', said)
    const { rows } = await world.db.execute(sql`
      select case_id, challenge_id, organisation_id, who_asked, outcome, minutes from broker_actions
      where place_id = ${t.place.id} and kind = 'typed-for'`)
    expect(rows).toEqual([
      {
        ...{ case_id: null, challenge_id: null, organisation_id: null, who_asked: '', outcome: '' },
        minutes: 7,
      },
    ])
  })
})

describe('nobody speaks for those who can themselves, and nobody else writes it down', () => {
  it('not for a group with somebody who signs in, though no email reaches it', async () => {
    const email = await addressOf(world, t.carers)
    await world.db.execute(sql`insert into letter_stops (id, address_hash, kind, organisation_id)
      values (${someId()}, sha256(convert_to(${email}, 'UTF8')), 'waiting', ${t.carers})`)
    await asked(world, t)
    expect((await listOf(t.ines, t.place.id))[0]?.sides[0]).toMatchObject({
      byHand: true,
      toWriteDown: null,
    })
    expect(await refused('first', no)).toBe('introductions.answers_themselves')
  })

  it('not for a group with an email and a link in it', async () => {
    await world.db.execute(sql`delete from memberships where organisation_id = ${t.carers}`)
    await asked(world, t)
    expect(await refused('first', no)).toBe('introductions.answers_themselves')
  })

  it('not once somebody of theirs has come in', async () => {
    await onlyRings(t.carers)
    await asked(world, t)
    await joins(t.carers, await world.seed.person())
    expect(await refused('first', no)).toBe('introductions.answers_themselves')
  })

  it('not the council, nor anybody who does not broker here', async () => {
    await onlyRings(t.carers)
    await asked(world, t)
    const ruth = await world.seed.person({
      roles: [{ placeId: t.place.id, role: 'commissioner' }],
    })
    const away = await world.seed.place()
    const elsewhere = await world.seed.person({ roles: [{ placeId: away.id, role: 'broker' }] })
    expect(await refused('first', no, ruth)).toBe('auth.forbidden')
    expect(await refused('first', no, t.bram)).toBe('auth.forbidden')
    expect(await refused('first', no, elsewhere)).toBe('introductions.not_found')
  })

  it('not a broker who belongs to the other side', async () => {
    await onlyRings(t.carers)
    await asked(world, t)
    const bea = await broker()
    await joins(t.homes, bea)
    expect(await refused('first', no, bea)).toBe('introductions.not_found')
  })

  it('not a broker who stands on a side of the challenge it is about', async () => {
    const ruth = await world.seed.person()
    const challengeId = await world.seed.openChallenge({ place: t.place, commissioner: ruth })
    await world.db.transaction(async (tx) => {
      await tx.execute(sql`alter table introductions disable trigger introductions_guard`)
      await tx.execute(
        sql`update introductions set challenge_id = ${challengeId} where id = ${t.id}`,
      )
      await tx.execute(sql`alter table introductions enable trigger introductions_guard`)
    })
    await onlyRings(t.carers)
    await asked(world, t)
    const bea = await broker()
    await world.db.execute(sql`insert into broker_conflicts (id, place_id, challenge_id, broker_id)
      values (${someId()}, ${t.place.id}, ${challengeId}, ${bea})`)
    expect(await refused('first', no, bea)).toBe('matching.not_neutral')
    expect(await told(entry(bea, t.carers))).toBe('HW111')
  })
})

const entry = (by: string, organisationId: string) =>
  world.appDb.execute(sql`
    insert into typed_entries (id, place_id, organisation_id, introduction_id, what, typed_by, who_asked, told)
    values (${someId()}, ${t.place.id}, ${organisationId}, ${t.id}, 'introduction', ${by}, 'Mr Okafor', 'slip')`)
const answersAs = (by: string | null) =>
  world.appDb.execute(sql`
    update introduction_sides set answer = 'no', answered_at = now(), answered_by = ${by}
    where introduction_id = ${t.id} and turn = 'first'`)

describe('whoever writes past the product', () => {
  it.each<[string, () => Promise<string>, string]>([
    ['a broker of neither', async () => t.ines, 'done'],
    ['somebody of the other', async () => t.bram, 'HW112'],
    [
      'a broker of the other',
      async () => {
        const bea = await broker()
        await joins(t.homes, bea)
        return bea
      },
      'HW113',
    ],
  ])('%s writes down an answer: %#', async (_, who, state) => {
    await onlyRings(t.carers)
    await asked(world, t)
    expect(await told(entry(await who(), t.carers))).toBe(state)
  })

  it('writes down nothing for who was not asked, or answers themselves', async () => {
    await asked(world, t)
    expect(await told(entry(t.ines, t.carers))).toBe('HW145')
    await onlyRings(t.homes)
    expect(await told(entry(t.ines, t.homes))).toBe('HW145')
  })

  it('answers for nobody without its being read back and kept', async () => {
    await onlyRings(t.carers)
    await asked(world, t)
    expect(await told(answersAs(t.ines))).toBe('HW116')
    expect(await told(answersAs(null))).toBe('HW116')
    expect(await told(entry(t.ines, t.carers))).toBe('done')
    expect(await told(answersAs(t.bram))).toBe('HW116')
    expect(await told(answersAs(t.ines))).toBe('done')
  })
})
