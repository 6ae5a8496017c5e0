import { challengesContract } from '@howcanwe/shared/challenges'
import { identityContract } from '@howcanwe/shared/identity'
import { rolesContract as contract } from '@howcanwe/shared/roles'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import {
  grantOf,
  lettersTo,
  REASON,
  roleTools,
  soon,
  startTown,
  type Town,
} from './roles.fixture.ts'

let world: World
let town: Town
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.db.execute(
    sql`update people set email = null, verified_at = null where email like '%@town.example'`,
  )
  await world.db.execute(sql`delete from outbox`)
  town = await startTown(world)
})

const { give, move, ask } = roleTools({ as: (person) => world.as(person) }, () => town)

describe('Kayleigh, who lives here', () => {
  it('asks to be named as a funder; the stewards read why, and one says yes', async () => {
    const kayleigh = await world.seed.person({
      name: 'Kayleigh',
      email: 'kay@town.example',
      verifiedAt: new Date(),
    })
    expect(await ask(kayleigh)).toMatchObject({ state: 'requested', role: 'funder' })
    expect((await refusal(ask(kayleigh))).code).toBe('roles.already_held')
    for (const to of ['joan@town.example', 'peter@town.example'])
      expect((await lettersTo(world, to))[0]?.body).toContain('We pay for two of the halls')
    const asked = await grantOf(await world.as(town.joan), town.place.id, 'Kayleigh')
    expect(asked).toMatchObject({ proposedBy: null, can: ['grant', 'end'] })
    await move(town.joan, 'grant', asked)
    const { items } = await world.anyone(contract.here, { params: { placeId: town.place.id } })
    expect(items.map(({ role, name }) => [role, name])).toContainEqual(['funder', 'Kayleigh'])
  })

  it('reads why when a steward says no, and may ask three times a day', async () => {
    const kayleigh = await world.seed.person({ name: 'Kayleigh', email: 'kay@town.example' })
    const joan = await world.as(town.joan)
    for (let n = 0; n < 3; n++) {
      await ask(kayleigh)
      const { items } = await joan(contract.all, { query: { placeId: town.place.id } })
      const waits = items.find(({ state }) => state === 'requested')
      if (waits) await move(town.joan, 'end', waits)
    }
    expect((await refusal(ask(kayleigh))).code).toBe('roles.asked_often')
    const letters = await lettersTo(world, 'kay@town.example')
    expect(letters.map((l) => l.template)).toEqual(Array(3).fill('roles.declined'))
    expect(letters[0]?.body).toContain(REASON)
  })

  it('takes it back, and nobody else can', async () => {
    const kayleigh = await world.seed.person({ name: 'Kayleigh' })
    const { id, version } = await ask(kayleigh)
    const layDown = async (who: string) =>
      (await world.as(who))(
        contract.layDown,
        { params: { grantId: id }, body: {} },
        { ifMatch: version },
      )
    expect((await refusal(layDown(town.joan))).code).toBe('roles.not_found')
    expect((await layDown(kayleigh)).state).toBe('ended')
    expect((await (await world.as(kayleigh))(contract.mine)).items).toEqual([])
  })

  it('cannot ask for what is offered: commissioner, broker or steward', async () => {
    const call = await world.as(await world.seed.person())
    for (const role of ['commissioner', 'broker', 'steward', 'member'] as const) {
      const body = { placeId: town.place.id, role: role as 'funder', words: 'I would like to.' }
      expect((await refusal(call(contract.ask, { body }))).code).toBe('request.invalid')
    }
  })
})

describe('laying a role down', () => {
  const layDown = async (who: string) => {
    const call = await world.as(who)
    const [own] = (await call(contract.mine)).items
    if (!own) throw new Error('holds nothing')
    return call(
      contract.layDown,
      { params: { grantId: own.id }, body: {} },
      { ifMatch: own.version },
    )
  }

  it('is a press for a broker while there is another, and the stewards hear of it', async () => {
    await town.activate()
    expect((await refusal(layDown(town.ines))).code).toBe('roles.last_one')
    await world.seed.person({ name: 'Grace', roles: [{ placeId: town.place.id, role: 'broker' }] })
    expect((await layDown(town.ines)).state).toBe('ended')
    const [letter] = await lettersTo(world, 'joan@town.example')
    expect([letter?.template, letter?.subject]).toEqual([
      'roles.laid-down',
      expect.stringContaining('Ines is no longer broker'),
    ])
  })

  it('waits for Ruth until she has handed over what she asks', async () => {
    const id = await world.seed.openChallenge({ place: town.place, commissioner: town.ruth })
    expect((await refusal(layDown(town.ruth))).code).toBe('roles.still_needed')
    const grace = await world.seed.person({
      name: 'Grace',
      roles: [
        { placeId: town.place.id, role: 'commissioner', scopeKind: 'challenge', scopeId: id },
      ],
    })
    const ruth = await world.as(town.ruth)
    const query = { placeId: town.place.id, challengeId: id }
    expect((await ruth(challengesContract.colleagues, { query })).items).toEqual([
      { id: grace, name: 'Grace' },
    ])
    await ruth(challengesContract.handOver, { params: { challengeId: id }, body: { to: grace } })
    expect((await layDown(town.ruth)).state).toBe('ended')
    const desk = await (await world.as(grace))(challengesContract.mine, {
      query: { placeId: town.place.id },
    })
    expect(desk.items.map((one) => [one.id, one.mine])).toEqual([[id, true]])
  })

  it('waits for Yusuf while people count on his group', async () => {
    const yusuf = await world.seed.person({
      roles: [{ placeId: town.place.id, role: 'facilitator' }],
    })
    const challengeId = await world.seed.openChallenge({
      place: town.place,
      commissioner: town.ruth,
    })
    const group = await world.seed.group({
      placeId: town.place.id,
      challengeId,
      facilitatorId: yusuf,
    })
    await world.db.execute(sql`update groups set taken = 3 where id = ${group}`)
    expect((await refusal(layDown(yusuf))).code).toBe('roles.still_needed')
    await world.db.execute(sql`update groups set taken = 0 where id = ${group}`)
    expect((await layDown(yusuf)).state).toBe('ended')
  })
})

describe('erasing oneself', () => {
  const erase = async (who: string) =>
    (await world.as(who))(identityContract.erase, { body: { word: 'erase' } })

  it('waits for the last broker of an active place; then the role ends and what was written goes', async () => {
    await town.activate()
    const { blockers } = await (await world.as(town.ines))(identityContract.erasure)
    expect(blockers.map(({ kind }) => kind)).toEqual(['role'])
    expect((await refusal(erase(town.ines))).code).toBe('identity.still_needed')
    await world.seed.person({ name: 'Grace', roles: [{ placeId: town.place.id, role: 'broker' }] })
    await ask(town.ines)
    await erase(town.ines)
    const { rows } = await world.db.execute(
      sql`select state, words, reason from role_grants where person_id = ${town.ines}`,
    )
    expect(rows).toEqual(Array(2).fill({ state: 'ended', words: null, reason: null }))
  })

  it('takes along what each role was over, for how long and what was written', async () => {
    const id = await world.seed.openChallenge({ place: town.place, commissioner: town.ruth })
    const noor = await world.seed.person({ name: 'Noor', email: 'noor@town.example' })
    await give(town.joan, { role: 'broker', over: { kind: 'challenge', id }, until: soon() })
    await ask(noor)
    const { sections } = await (await world.as(noor))(identityContract.everything)
    const rows = sections.find(({ section }) => section === 'roles')?.rows
    expect(rows).toMatchObject([
      { role: 'broker', state: 'granted', subject: expect.stringContaining('How can we') },
      { role: 'funder', state: 'requested', text: 'We pay for two of the halls here.' },
    ])
  })
})
