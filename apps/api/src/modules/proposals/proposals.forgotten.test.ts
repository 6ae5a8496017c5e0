import { identityContract } from '@howcanwe/shared/identity'
import { proposalsContract as contract } from '@howcanwe/shared/proposals'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { forgetOld } from '../../retention/index.ts'
import {
  asked,
  passDays,
  published,
  supported,
  supporter,
  tokenTo,
  town,
  wish,
} from './proposals.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const rowOf = async (id: string) =>
  (
    await world.db.execute<{ first_name: string; contact: string }>(
      sql`select first_name, contact from proposals where id = ${id}`,
    )
  ).rows[0]

it('whoever signs in with the address they gave finds their question without a slip, takes all of it along, and is forgotten', async () => {
  const t = await town(world)
  const email = 'kayleigh-asks@example.org'
  const slip = await published(world, t, {
    contactBy: 'email',
    contact: email,
    firstName: 'Kayleigh',
  })
  const other = await published(world, t, { question: 'How can we sit down on the way there?' })
  const who = supporter(80, { contact: email, firstName: 'Kayleigh' })
  await world.anyone(contract.support, { params: { proposalId: other.id }, body: who })
  const token = await tokenTo(world, email, 'proposals.confirm')
  await world.anyone(contract.confirm, { body: { token } })
  const kayleigh = await world.seed.person({ name: 'Kayleigh', email })
  const call = await world.as(kayleigh)
  expect((await call(contract.mine)).items).toMatchObject([{ id: slip.id, state: 'gathering' }])
  const { sections } = await call(identityContract.everything)
  const said = JSON.stringify(sections.find((s) => s.section === 'questions'))
  expect(said).toContain('proposal-support')
  expect(said).toContain(email)
  await call(identityContract.erase, { body: { word: 'erase' } })
  expect(await rowOf(slip.id)).toEqual({ first_name: '', contact: '' })
  expect(await world.anyone(contract.read, { params: { proposalId: slip.id } })).toMatchObject({
    askedBy: [null],
    state: 'gathering',
  })
  const { rows } = await world.db.execute(
    sql`select first_name, contact, confirmed_at is not null as counts from proposal_supports where proposal_id = ${other.id}`,
  )
  expect(rows).toEqual([{ first_name: '', contact: '', counts: true }])
  expect((await refusal(world.anyone(contract.confirm, { body: { token } }))).code).toBe(
    'proposals.link_unknown',
  )
})

it('nobody opens somebody else’s question by signing in', async () => {
  const t = await town(world)
  const { id } = await published(world, t)
  const call = await world.as(await world.seed.person({ name: 'Samuel', phone: '+447700900456' }))
  const door = { proposalId: id }
  expect((await refusal(call(contract.own, { body: { door } }))).code).toBe(
    'proposals.own_not_found',
  )
})

it('what was never confirmed goes in a week; names go ninety days after the answer, the count stays', async () => {
  const t = await town(world)
  const { id } = await published(world, t)
  await supported(world, id, 90, 94)
  await world.anyone(contract.support, { params: { proposalId: id }, body: supporter(95) })
  await (await world.as(t.ruth))(contract.answer, {
    params: { proposalId: id },
    body: {
      ...{ kind: 'no', reasons: 'There is one counter. The lease forbids a second.' },
      nextStep: 'Ines rings the pharmacy in May.',
    },
  })
  await world.db.transaction(async (tx) => {
    await tx.execute(sql`alter table proposals disable trigger user`)
    await tx.execute(sql`alter table proposal_supports disable trigger user`)
    await tx.execute(
      sql`update proposals set answered_at = now() - interval '91 days' where id = ${id}`,
    )
    await tx.execute(
      sql`update proposal_supports set created_at = now() - interval '91 days' where proposal_id = ${id}`,
    )
    await tx.execute(sql`alter table proposals enable trigger user`)
    await tx.execute(sql`alter table proposal_supports enable trigger user`)
  })
  await forgetOld(world.db)
  const { rows } = await world.db.execute(
    sql`select distinct first_name, contact from proposal_supports where proposal_id = ${id}`,
  )
  expect(rows).toEqual([{ first_name: '', contact: '' }])
  expect(await world.anyone(contract.read, { params: { proposalId: id } })).toMatchObject({
    support: { people: 6 },
    askedBy: ['Samuel'],
  })
  await passDays(world, id, 0)
  await world.db.transaction(async (tx) => {
    await tx.execute(sql`alter table proposals disable trigger user`)
    await tx.execute(
      sql`update proposals set answered_at = now() - interval '366 days' where id = ${id}`,
    )
    await tx.execute(sql`alter table proposals enable trigger user`)
  })
  await forgetOld(world.db)
  expect(await rowOf(id)).toEqual({ first_name: '', contact: '' })
})

it('a question that came back and was never written again goes; nobody else had read it', async () => {
  const t = await town(world)
  const slip = await asked(world, t)
  await (await world.as(t.ines))(contract.giveBack, {
    params: { proposalId: slip.id },
    body: { reason: 'private-matter', note: 'Ring me, we can sort this out together.' },
  })
  await passDays(world, slip.id, 100)
  await forgetOld(world.db)
  expect(await rowOf(slip.id)).toBeUndefined()
  const door = { token: slip.manageToken ?? '' }
  expect((await refusal(world.anyone(contract.own, { body: { door } }))).code).toBe(
    'proposals.own_not_found',
  )
})

it('taken back before anybody read it, nothing of it is left', async () => {
  const t = await town(world)
  const { manageToken } = await world.anyone(contract.put, { body: wish(t) })
  await world.anyone(contract.leave, { body: { door: { token: manageToken } } })
  const { rows } = await world.db.execute(sql`select from proposals where place_id = ${t.place.id}`)
  expect(rows).toEqual([])
})
