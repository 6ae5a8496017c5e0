import { casesContract, typedContract as contract } from '@howcanwe/shared/cases'
import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'

let world: World
let here: SeededPlace
let ines = ''
let ruth = ''

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  const { seed } = world
  here = await seed.place()
  ines = await seed.person({ name: 'Ines', roles: [{ placeId: here.id, role: 'broker' }] })
  ruth = await seed.person({ roles: [{ placeId: here.id, role: 'commissioner' }] })
})

const typed = { readBack: true as const, whoAsked: 'Mr Okafor', consentReference: '', minutes: 5 }
const typedIn = async () =>
  (await world.as(ines))(contract.organisation, {
    body: {
      organisation: {
        placeId: here.id,
        name: `Allotment ${someId().slice(-6)}`,
        kind: 'unconstituted-group',
        incomeBand: 'none',
        areaIds: here.areaIds.slice(0, 1),
        themes: ['older-people' as never],
        contact: { name: 'Mr Okafor', phone: '020 7946 0222' },
        declared: true,
      },
      typed,
    },
  })
const can = async (organisationId: string, person = ines) =>
  (await (await world.as(person))(contract.about, { params: { organisationId } })).can

describe('Ines sees what she can do for a group before she asks them anything (PE3)', () => {
  it('offers a slip for one that was typed in, until somebody took it over', async () => {
    const made = await typedIn()
    expect(await can(made.organisationId)).toEqual({ type: true, capacity: true, slip: true })
    await (await world.as(await world.seed.person()))(contract.claim, {
      body: { code: made.slip.code },
    })
    expect(await can(made.organisationId)).toEqual({ type: true, capacity: true, slip: false })
    await world.db.execute(
      sql`delete from memberships where organisation_id = ${made.organisationId}`,
    )
    expect(await can(made.organisationId)).toEqual({ type: true, capacity: true, slip: false })
  })

  it('offers none for one that came another way, and nothing at all for her own', async () => {
    const guest = await world.seed.organisation({ place: here })
    expect(await can(guest)).toEqual({ type: true, capacity: true, slip: false })
    const own = await world.seed.organisation({ place: here, members: [ines] })
    expect(await can(own)).toEqual({ type: false, capacity: false, slip: false })
  })

  it('reads the same whether the group has answered or not (S-02)', async () => {
    const { organisationId } = await typedIn()
    const before = await can(organisationId)
    const challengeId = await world.seed.openChallenge({ place: here, commissioner: ruth })
    await world.db.execute(sql`
      insert into interest_drafts (id, place_id, challenge_id, organisation_id, updated_by, content)
      values (${someId()}, ${here.id}, ${challengeId}, ${organisationId}, ${ruth}, '{"why":"ours"}')`)
    expect(await can(organisationId)).toEqual(before)
  })

  it('does not know one that left', async () => {
    const gone = await world.seed.organisation({ place: here, state: 'left' })
    expect((await refusal(can(gone))).code).toBe('organisations.not_found')
  })

  it('is for brokers of its place alone', async () => {
    const guest = await world.seed.organisation({ place: here })
    const there = await world.seed.place()
    const other = await world.seed.person({ roles: [{ placeId: there.id, role: 'broker' }] })
    expect((await refusal(can(guest, other))).code).toBe('organisations.not_found')
    expect((await refusal(can(guest, ruth))).code).toBe('auth.forbidden')
  })
})

describe('she finds a challenge by a part of its question, over all of them', () => {
  const asks = async (question: string) => {
    const id = await world.seed.openChallenge({ place: here, commissioner: ruth })
    await unguarded(sql`update challenges set question = ${question} where id = ${id}`)
    return id
  }
  /** Past what nobody may change once it is open. */
  const unguarded = async (change: SQL) => {
    await world.db.execute(sql`alter table challenges disable trigger user`)
    await world.db.execute(change)
    await world.db.execute(sql`alter table challenges enable trigger user`)
  }
  const found = async (q: string, which: 'open' | 'any' = 'open', person = ines) =>
    (await world.as(person))(contract.challenges, {
      params: { placeId: here.id },
      query: { q, which },
    })
  const ids = async (...ask: Parameters<typeof found>) =>
    (await found(...ask)).items.map((one) => one.id)

  it('however it is written, and signs of a pattern are letters', async () => {
    const cafe = await asks('How can we keep a Café open for carers?')
    const half = await asks('How can we fill 50% of the seats?')
    expect(await ids('CAFE open')).toEqual([cafe])
    expect(await ids('50%')).toEqual([half])
    expect(await ids('c_fe')).toEqual([])
    expect((await ids('')).sort()).toEqual([cafe, half].sort())
  })

  it('those that closed only where any will do', async () => {
    const over = await asks('How can we warm the hall?')
    await world.seed.passDeadline(over)
    expect(await ids('hall', 'open')).toEqual([])
    expect(await ids('hall', 'any')).toEqual([over])
  })

  it('never one on whose side she stands, so nothing is typed that is refused afterwards (§2.2)', async () => {
    const one = await asks('How can we warm the hall?')
    await (await world.as(ines))(casesContract.declareConflict, {
      params: { challengeId: one },
      body: { note: '' },
    })
    expect(await ids('hall', 'any')).toEqual([])
  })

  it('says which she typed for already: another broker types the next', async () => {
    const one = await asks('How can we warm the hall?')
    const { organisationId } = await typedIn()
    await (await world.as(ines))(contract.interest, {
      params: { challengeId: one },
      body: {
        interest: {
          ...{ organisationId, why: 'Nine of us look after somebody.', bring: [], bringNote: '' },
          ...{ hoursPerMonth: 4, fromWhen: null, need: [], needNote: '', together: 'alone' },
          ...{ togetherWith: '', conflict: false, conflictNote: '' },
        },
        typed,
      },
    })
    expect((await found('hall')).items[0]?.typedByMe).toBe(true)
    const bea = await world.seed.person({ roles: [{ placeId: here.id, role: 'broker' }] })
    expect((await found('hall', 'open', bea)).items[0]?.typedByMe).toBe(false)
  })

  it('twenty at a time, and says that there are more', async () => {
    const one = await asks('How can we warm the hall?')
    await unguarded(sql`
      insert into challenges (id, place_id, organisation_id, commissioner_id, question, state, slug)
      select gen_random_uuid(), place_id, organisation_id, commissioner_id, 'How can we bake ' || n, 'withdrawn', 'bake-' || n || '-' || ${someId()}
      from challenges, generate_series(1, 21) n where id = ${one}`)
    const { items, more } = await found('bake', 'any')
    expect([items.length, more]).toEqual([20, true])
    expect(await found('bake 21', 'any')).toMatchObject({ more: false, items: [{}] })
  })

  it('not for whoever brokers nothing here', async () => {
    const there = await world.seed.place()
    const other = await world.seed.person({ roles: [{ placeId: there.id, role: 'broker' }] })
    expect((await refusal(found('', 'any', other))).code).toBe('cases.not_found')
  })
})
