import type { Role } from '@howcanwe/shared/identity'
import { passkeysContract as contract } from '@howcanwe/shared/passkeys'
import { supportersContract } from '@howcanwe/shared/supporters'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { letPass, signedIn } from '../../../test/sessions.ts'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { askJoy, helped, inDays, pair } from '../supporters/supporters.fixture.ts'
import { addTo, type Holder, holder, lettersTo } from './passkeys.fixture.ts'

let world: World
let place: SeededPlace
beforeAll(async () => {
  world = await startWorld({ SECOND_FACTOR: 'required' })
  place = await world.seed.place({ name: 'Northgate and Elmside' })
})
afterAll(() => world.close())

const awakeSteward = async () => {
  const steward = await holder(world, place, 'steward')
  await addTo(steward.call, steward.phone)
  return steward
}
const reset = (steward: Holder, personId: string) =>
  steward.call(contract.reset, { params: { personId }, body: { reason: 'lost' } })
const give = (personId: string, at: SeededPlace, role: Exclude<Role, 'member'>) =>
  world.db.execute(sql`insert into role_grants (id, place_id, person_id, role)
    values (gen_random_uuid(), ${at.id}, ${personId}, ${role})`)
const suspend = (personId: string, at: SeededPlace) =>
  world.db.execute(sql`update role_grants set state = 'suspended', reason = 'While we look into it'
    where person_id = ${personId} and place_id = ${at.id}`)

describe('a passkey opens every place somebody has power in, and one steward is not steward of them all', () => {
  it.each([
    ['goes on', false],
    ['is suspended', true],
  ])(
    'a broker here whose power elsewhere %s is nobody this steward can find',
    async (_, asleep) => {
      const steward = await awakeSteward()
      const ines = await holder(world, place, 'broker')
      await addTo(ines.call, ines.phone)
      const elsewhere = await world.seed.place()
      await holder(world, elsewhere, 'broker')
      await give(ines.personId, elsewhere, 'broker')
      if (asleep) await suspend(ines.personId, elsewhere)
      expect((await refusal(reset(steward, ines.personId))).code).toBe('passkeys.person_unknown')
      expect((await ines.call(contract.list)).items).toHaveLength(1)
      await give(steward.personId, elsewhere, 'steward')
      await expect(reset(steward, ines.personId)).resolves.toBeUndefined()
    },
  )

  it('a role elsewhere that needs no passkey does not stand in the way, nor does power that is over', async () => {
    const steward = await awakeSteward()
    const ines = await holder(world, place, 'broker')
    const elsewhere = await world.seed.place()
    await give(ines.personId, elsewhere, 'facilitator')
    await give(ines.personId, elsewhere, 'commissioner')
    await world.db.execute(sql`update role_grants set state = 'ended'
      where person_id = ${ines.personId} and place_id = ${elsewhere.id} and role = 'commissioner'`)
    await expect(reset(steward, ines.personId)).resolves.toBeUndefined()
  })

  it('one steward never takes away the passkeys of another, also while that one is suspended', async () => {
    const steward = await awakeSteward()
    const other = await awakeSteward()
    expect((await refusal(reset(steward, other.personId))).code).toBe('passkeys.reset_by_operator')
    await suspend(other.personId, place)
    expect((await refusal(reset(steward, other.personId))).code).toBe('passkeys.reset_by_operator')
  })
})

it('whoever took over a session of Mr Okafor keeps nothing: help he was made to ask for ends, and she is told', async () => {
  const steward = await awakeSteward()
  const two = await pair(world)
  await give(two.okafor.id, place, 'facilitator')
  await helped(two)
  const waiting = await two.okafor.call(supportersContract.ask, {
    body: {
      name: 'Sam',
      email: 'sam@example.org',
      scopes: ['answers'],
      until: inDays(60),
      consentVersion: '2026-11',
    },
  })
  await reset(steward, two.okafor.id)
  const back = await signedIn(world, two.okafor.id)
  const { items } = await back.call(supportersContract.mine)
  expect(items.map((one) => one.state)).toEqual(['ended', 'ended'])
  expect(items.map((one) => one.id)).toContain(waiting.id)
  expect((await refusal(two.forHim(contract.list))).code).toBe('auth.not_supporting')
  expect((await lettersTo(world, two.joy.email)).at(-1)?.template).toBe('supporters.ended')
})

it('a session that proved itself six minutes ago asks nobody to act for its owner', async () => {
  const two = await pair(world)
  const session = await signedIn(world, two.okafor.id)
  await letPass(world, session.id, 6)
  const stolen = { ...two, okafor: { ...two.okafor, call: session.call } }
  expect((await refusal(askJoy(stolen))).code).toBe('auth.prove_again')
  expect((await askJoy(two)).state).toBe('asked')
})

it('the last passkey stays while a role that needs it is suspended', async () => {
  await holder(world, place, 'broker')
  const ines = await holder(world, place, 'broker')
  const { passkey } = await addTo(ines.call, ines.phone)
  await suspend(ines.personId, place)
  const drop = () => ines.call(contract.remove, { params: { passkeyId: passkey.id } })
  expect((await ines.call(contract.list)).needed).toBe(true)
  expect((await refusal(drop())).code).toBe('passkeys.last_one')
  await world.db.execute(
    sql`update role_grants set state = 'ended' where person_id = ${ines.personId}`,
  )
  await expect(drop()).resolves.toBeUndefined()
})
