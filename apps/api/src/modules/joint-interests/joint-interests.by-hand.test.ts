import { casesContract } from '@howcanwe/shared/cases'
import { jointInterestsContract as contract } from '@howcanwe/shared/joint-interests'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { type Group, type Town, townOf } from './joint-interests.fixture.ts'

let world: World
let t: Town
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  t = await townOf(world)
})

const stops = ({ id, email }: Group) =>
  world.db.execute(sql`
    insert into letter_stops (id, address_hash, kind, organisation_id)
    values (gen_random_uuid(), sha256(convert_to(${email}, 'UTF8')), 'waiting', ${id})`)
const seed = async () =>
  (await world.as(t.ines))(contract.seed, {
    params: { challengeId: t.challengeId },
    body: {
      invited: [t.amina, t.elders].map(({ id: organisationId }) => ({
        organisationId,
        why: 'You know people who care at night.',
      })),
    },
  })
const waits = async (broker = t.ines) =>
  (
    await (
      await world.as(broker)
    )(casesContract.queue, { params: { placeId: t.place.id } })
  ).items.filter(({ kind }) => kind === 'together-by-hand')
const answers = async (who: Group, jointInterestId: string, yes: boolean) =>
  (await world.as(who.member))(contract.answer, {
    params: { jointInterestId },
    body: { organisationId: who.id, yes },
  })

it('a broker asks two to answer together; whom no email reaches they ring, and read no reason (J-12)', async () => {
  await stops(t.amina)
  const { invited } = await seed()
  expect(invited.map(({ name, byHand }) => [name, byHand])).toEqual([
    [t.amina.name, true],
    [t.elders.name, false],
  ])
  expect(await waits()).toMatchObject([
    { title: t.amina.name, organisationId: t.amina.id, challenge: { id: t.challengeId } },
  ])
  expect(JSON.stringify(await waits())).not.toMatch(/stop|@/)
})

it('it waits the same whatever they answer, so that nobody can tell (S-02)', async () => {
  await stops(t.amina)
  const { id } = await seed()
  const before = await waits()
  await answers(t.elders, id, true)
  expect(await waits()).toEqual(before)
  await answers(t.amina, id, false)
  expect(await waits()).toEqual(before)
  await (await world.as(t.elders.member))(contract.invite, {
    params: { jointInterestId: id },
    body: { organisationId: t.amina.id, why: 'We would miss you.' },
  })
  expect(await waits()).toEqual(before)
  await answers(t.amina, id, true)
  expect(await waits()).toEqual(before)
})

it('it waits no longer once a call is written down, or the challenge has closed', async () => {
  await stops(t.amina)
  await stops(t.elders)
  await seed()
  expect(await waits()).toHaveLength(2)
  await world.db.execute(sql`
    insert into broker_actions (id, place_id, challenge_id, organisation_id, broker_id, kind)
    values (gen_random_uuid(), ${t.place.id}, ${t.challengeId}, ${t.amina.id}, ${t.ines}, 'call')`)
  expect((await waits()).map(({ title }) => title)).toEqual([t.elders.name])
  await world.db.transaction(async (tx) => {
    await tx.execute(sql`alter table challenges disable trigger user`)
    await tx.execute(sql`update challenges set state = 'choosing' where id = ${t.challengeId}`)
    await tx.execute(sql`alter table challenges enable trigger user`)
  })
  expect(await waits()).toEqual([])
})

it('only whoever asked them reads it, and nobody where a group asks', async () => {
  await stops(t.amina)
  await seed()
  const bea = await world.seed.person({ roles: [{ placeId: t.place.id, role: 'broker' }] })
  expect(await waits(bea)).toEqual([])
  await stops(t.lunch)
  await (await world.as(t.elders.member))(contract.start, {
    params: { challengeId: t.challengeId },
    body: {
      organisationId: t.elders.id,
      purpose: 'A night line.',
      invited: [{ organisationId: t.lunch.id, why: 'You cook for them.' }],
    },
  })
  expect((await waits()).map(({ title }) => title)).toEqual([t.amina.name])
})
