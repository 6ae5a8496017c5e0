import { contracts } from '@howcanwe/shared/contracts'
import { type Endpoint, urlOf } from '@howcanwe/shared/http'
import { identityContract, type Role } from '@howcanwe/shared/identity'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { letPass, signedIn } from '../../../test/sessions.ts'
import { someId, startWorld, type World } from '../../../test/support.ts'
import { addTo, confirmWith, holder } from './passkeys.fixture.ts'

const POWERFUL = ['commissioner', 'broker', 'steward'] as const
const all = Object.values(contracts).flatMap((noun) => Object.values(noun))
/** Routes for which one of the roles that sleep is asked for. */
const forPowerOnly = all.filter(
  ({ access }) =>
    typeof access !== 'string' && access.some((role) => POWERFUL.some((p) => p === role)),
)
/** Of the routes that ask once more, those a steward may knock at. */
const stepUps = all.filter(
  ({ stepUp, access }) =>
    stepUp && (typeof access === 'string' || access.some((role) => role === 'steward')),
)

const open = (world: World, e: Endpoint, token: string) =>
  world.app.inject({
    method: e.method,
    url: urlOf(e, {
      params: Object.fromEntries(Object.keys(e.params?.shape ?? {}).map((k) => [k, someId()])),
    }),
    headers: { authorization: `Bearer ${token}`, ...(e.ifMatch ? { 'if-match': '"1"' } : {}) },
    ...(e.body ? { payload: {} } : {}),
  })

describe('where a second factor is required', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld({ SECOND_FACTOR: 'required' })
  })
  afterAll(() => world.close())

  it('whoever stole the mailboxes of a whole town hall opens no desk: each route says what is missing', async () => {
    expect(forPowerOnly.length).toBeGreaterThan(20)
    const place = await world.seed.place()
    const thief = await world.seed.person({
      roles: POWERFUL.map((role) => ({ placeId: place.id, role })),
    })
    const token = await world.tokenOf(thief)
    const answers = await Promise.all(
      forPowerOnly.map(async (e) => {
        const answer = await open(world, e, token)
        return [`${e.method} ${e.path}`, answer.statusCode, answer.json().code]
      }),
    )
    expect(answers).toEqual(
      forPowerOnly.map((e) => [`${e.method} ${e.path}`, 403, 'auth.second_factor']),
    )
  })

  it.each(['facilitator', 'elected-member', 'funder'] satisfies Role[])(
    'a %s works with a mailbox alone',
    async (role) => {
      const place = await world.seed.place()
      const { call } = await holder(world, place, role)
      expect(await call(identityContract.me)).toMatchObject({ asleep: [], roles: [{ role }] })
    },
  )

  it('a power over one thing sleeps like one over the whole place', async () => {
    const place = await world.seed.place()
    const ruth = await world.seed.person({ roles: [{ placeId: place.id, role: 'commissioner' }] })
    const challengeId = await world.seed.openChallenge({ place, commissioner: ruth })
    const { personId, call } = await holder(world, place)
    await world.db.execute(sql`
      insert into role_grants (id, place_id, person_id, role, scope_kind, scope_id)
      values (gen_random_uuid(), ${place.id}, ${personId}, 'broker', 'challenge', ${challengeId})`)
    expect((await call(identityContract.me)).asleep).toEqual(['broker'])
  })
})

describe('where a second factor is offered', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld({ SECOND_FACTOR: 'offered' })
  })
  afterAll(() => world.close())

  it('a broker without a passkey works; with one, the next sign-in waits for it', async () => {
    const place = await world.seed.place()
    const ines = await holder(world, place, 'broker')
    expect((await ines.call(identityContract.me)).asleep).toEqual([])
    await addTo(ines.call, ines.phone)
    expect((await ines.call(identityContract.me)).asleep).toEqual([])
    const later = await signedIn(world, ines.personId)
    expect((await later.call(identityContract.me)).asleep).toEqual(['broker'])
    await confirmWith(later.call, ines.phone)
    expect((await later.call(identityContract.me)).asleep).toEqual([])
  })

  it('what cannot be taken back asks once more after five minutes', async () => {
    const place = await world.seed.place()
    const person = await holder(world, place, 'steward')
    const asked = async (minutes: number) => {
      const session = await signedIn(world, person.personId)
      await letPass(world, session.id, minutes)
      return Promise.all(
        stepUps.map(async (e) => {
          const answer = await open(world, e, session.token)
          return answer.statusCode < 400 ? undefined : answer.json().code
        }),
      )
    }
    expect(stepUps.map((e) => e.path)).toEqual(
      expect.arrayContaining([
        '/me/erasure',
        '/me/everything',
        '/places/:placeId/trail',
        '/desk/people/:personId/passkeys/reset',
        '/me/recovery-codes',
        '/me/supporters',
      ]),
    )
    expect(new Set(await asked(6))).toEqual(new Set(['auth.prove_again']))
    expect(await asked(4)).not.toContain('auth.prove_again')
  })

  it('whoever has a passkey proves it with that: a fresh sign-in by mail erases nobody', async () => {
    const amina = await holder(world, await world.seed.place())
    await addTo(amina.call, amina.phone)
    const thief = await signedIn(world, amina.personId)
    const erase = stepUps.find((e) => e.path === '/me/erasure' && e.method === 'POST')
    if (!erase) throw new Error('erasing asks for no proof')
    const answer = await open(world, erase, thief.token)
    expect(answer.json().code).toBe('auth.prove_again')
    await confirmWith(thief.call, amina.phone)
    expect((await open(world, erase, thief.token)).json().code).toBe('request.invalid')
  })
})
