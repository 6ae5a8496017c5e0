import { codesignContract as contract, WAYS } from '@howcanwe/shared/codesign'
import { createClient } from '@howcanwe/shared/http'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, someId, startWorld, type World, wire } from '../../../test/support.ts'
import {
  audited,
  counted,
  join,
  leave,
  letters,
  newSession,
  patiently,
  placesLeft,
  tablesHolding,
  town,
  wish,
} from './codesign.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

describe('Kayleigh joins with a first name and a phone number (J-17)', () => {
  it('and gets a reference to say, the next date, and the day by which somebody rings', async () => {
    const { groupId, people } = await town(world)
    const yusuf = await world.as(people.yusuf)
    const body = newSession()
    const session = await yusuf(contract.startSession, { params: { groupId }, body })
    const slip = await join(world.anyone, groupId)
    expect(slip.reference).toMatch(/^[A-Z]{3,12}-\d{2}$/)
    expect(slip.nextSession?.id).toBe(session.id)
    const days = (Date.parse(slip.contactBy) - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(1)
    expect(days).toBeLessThanOrEqual(5)
    expect([1, 2, 3, 4, 5]).toContain(new Date(slip.contactBy).getUTCDay())
    expect(await counted(world, groupId)).toEqual({ taken: 1, members: 1 })
  })

  it.each(WAYS)('taking part this way: %s', async (way) => {
    const { groupId, people } = await town(world)
    await join(world.anyone, groupId, { ways: [way] })
    const yusuf = await world.as(people.yusuf)
    const { items } = await yusuf(contract.members, { params: { groupId } })
    expect(items.map(({ ways }) => ways)).toEqual([[way]])
  })

  it('without a date yet, and is told so', async () => {
    const { groupId } = await town(world)
    expect((await join(world.anyone, groupId)).nextSession).toBeNull()
  })

  it('and the facilitator is told that somebody did, without name, contact or needs', async () => {
    const { groupId, people } = await town(world)
    const { rows } = await world.db.execute<{ email: string }>(
      sql`select email from people where id = ${people.yusuf}`,
    )
    await join(world.anyone, groupId, {
      firstName: 'Zanthe',
      contact: '07700 123987',
      needs: 'A quiet corner',
    })
    const [letter, ...more] = await letters(world, 'codesign.somebody-joined', rows[0]?.email)
    expect(more).toHaveLength(0)
    expect(`${letter?.subject} ${letter?.body}`).not.toMatch(/Zanthe|123987|quiet/)
    expect(letter?.body).toContain('/desk/groups')
  })

  it('and the trail says that a place was taken, not by whom', async () => {
    const { groupId } = await town(world)
    await join(world.anyone, groupId, { firstName: 'Zanthe', contact: '07700 123986' })
    const [event, ...more] = await audited(world, 'codesign.joined', groupId)
    expect(more).toHaveLength(0)
    expect(event?.actor_id).toBeNull()
    expect(event?.all).not.toMatch(/Zanthe|123986/)
  })
})

describe('by e-mail', () => {
  it('she gets a letter with the date, her reference and a way to leave that no server log sees', async () => {
    const { groupId, people } = await town(world)
    await (await world.as(people.ines))(contract.startSession, {
      params: { groupId },
      body: newSession({ startsAt: '2027-03-30T17:00:00.000Z' }),
    })
    const to = 'kayleigh-letter@example.org'
    const slip = await join(world.anyone, groupId, {
      contactBy: 'email',
      contact: to.toUpperCase(),
    })
    const [letter, ...more] = await letters(world, 'codesign.joined', to)
    expect(more).toHaveLength(0)
    expect(letter?.subject).toContain(slip.reference)
    expect(letter?.body).toContain('Tuesday 30 March 2027, 6pm to 8pm')
    expect(letter?.body).toContain('Elmside Hall')
    expect(letter?.body).toContain(`${world.config.origin}/groups/leave#${slip.manageToken}`)
    expect(letter?.body).not.toContain('Kayleigh')
  })

  it('Noor, who reads Dutch, gets it in Dutch', async () => {
    const { groupId } = await town(world)
    const contact = 'noor-letter@example.org'
    await join(world.anyone, groupId, { contactBy: 'email', contact, language: 'nl' })
    const [letter] = await letters(world, 'codesign.joined', contact)
    expect(letter?.body).toContain('Je kenmerk is')
  })

  it.each([
    ['email', 'not an address'],
    ['phone', '12'],
    ['someone', '?'],
  ] as const)(
    'a contact nobody could be reached with is named beside its field (%s)',
    async (contactBy, contact) => {
      const { groupId } = await town(world)
      const refused = await refusal(join(world.anyone, groupId, { contactBy, contact }))
      expect(refused.code).toBe('codesign.contact_invalid')
      expect(refused.errors).toEqual([{ pointer: '#/body/contact', code: `invalid_${contactBy}` }])
      expect(await counted(world, groupId)).toEqual({ taken: 0, members: 0 })
    },
  )
})

describe('places', () => {
  it('sixty people press at once for twelve places, and exactly twelve get in (T-07)', async () => {
    const { groupId } = await town(world, { places: 12 })
    const all = await Promise.allSettled(
      Array.from({ length: 60 }, () => refusal(join(world.anyone, groupId))),
    )
    const full = all.flatMap((r) => (r.status === 'fulfilled' ? [r.value] : []))
    expect(full).toHaveLength(48)
    for (const refused of full) {
      expect(refused.status).toBe(409)
      expect(refused.code).toBe('codesign.group_full')
      expect(refused.detail).toBeTruthy()
    }
    expect(await counted(world, groupId)).toEqual({ taken: 12, members: 12 })
    expect(await audited(world, 'codesign.joined', groupId)).toHaveLength(12)
    expect(await placesLeft(world.anyone, groupId)).toBe(0)
  })

  it('people joining and leaving at the same time leave no place lost or given twice', async () => {
    const { groupId } = await town(world, { places: 6 })
    const first = await Promise.all(Array.from({ length: 6 }, () => join(world.anyone, groupId)))
    const outcomes = await Promise.allSettled([
      ...first.map((slip) => leave(world.anyone, slip.manageToken)),
      ...Array.from({ length: 12 }, () => join(world.anyone, groupId)),
    ])
    const after = await counted(world, groupId)
    const joined = outcomes.slice(6).filter((r) => r.status === 'fulfilled').length
    expect(outcomes.slice(0, 6).every((r) => r.status === 'fulfilled')).toBe(true)
    expect(after).toEqual({ taken: joined, members: joined })
  })

  it('the database itself refuses a thirteenth of twelve', async () => {
    const { groupId } = await town(world, { places: 12 })
    const overfill = world.db.execute(sql`update groups set taken = 13 where id = ${groupId}`)
    await expect(overfill).rejects.toMatchObject({
      cause: { constraint: 'groups_never_overfilled' },
    })
  })

  it('nobody joins a group whose question was withdrawn, or one that never was', async () => {
    const { groupId, challengeId } = await town(world)
    await world.db.execute(sql`
      update challenges set state = 'withdrawn', withdrawn_reason = 'The money went to another programme.'
      where id = ${challengeId}`)
    for (const id of [groupId, someId()])
      expect((await refusal(join(world.anyone, id))).code).toBe('codesign.group_not_found')
  })
})

describe('what is never asked', () => {
  it.each([
    'onBenefits',
    'nationalInsuranceNumber',
    'immigrationStatus',
    'diagnosis',
    'dateOfBirth',
    'surname',
  ])('a form that asks for %s is refused whole', async (field) => {
    const { groupId } = await town(world)
    const body = { ...wish(), [field]: 'anything' }
    const answer = await world.app.inject({
      method: 'POST',
      url: `/api/v1/groups/${groupId}/members`,
      payload: body,
    })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().errors).toEqual([{ pointer: `#/body/${field}`, code: 'not_allowed' }])
    expect(await counted(world, groupId)).toEqual({ taken: 0, members: 0 })
  })
})

describe('a machine that fills the field people never see', () => {
  it('gets an answer like any other, and nothing is kept', async () => {
    const { groupId } = await town(world)
    const contact = 'machine-canary@example.org'
    const slip = await join(world.anyone, groupId, {
      contactBy: 'email',
      contact,
      firstName: 'Machinecanary',
      website: 'https://spam.example',
    })
    expect(Object.keys(slip).sort()).toEqual([
      'contactBy',
      'manageToken',
      'nextSession',
      'reference',
    ])
    expect(await tablesHolding(world, 'machine-canary')).toEqual([])
    expect(await tablesHolding(world, 'Machinecanary')).toEqual([])
    expect(await counted(world, groupId)).toEqual({ taken: 0, members: 0 })
    expect(await audited(world, 'codesign.joined', groupId)).toHaveLength(0)
  })
})

describe('a form that was sent twice because the signal was bad', () => {
  it('gets the same slip twenty times, and takes one place', async () => {
    const { groupId } = await town(world)
    const body = wish()
    const send = () =>
      createClient(wire(world.app))(
        contract.join,
        { params: { groupId }, body },
        { idempotencyKey: '0199aaaa-1111-7000-8000-000000000001' },
      )
    const slips = await Promise.all(Array.from({ length: 20 }, () => patiently(send)))
    expect(new Set(slips.map((s) => s.reference)).size).toBe(1)
    expect(new Set(slips.map((s) => s.manageToken)).size).toBe(1)
    expect(await counted(world, groupId)).toEqual({ taken: 1, members: 1 })
    expect(await audited(world, 'codesign.joined', groupId)).toHaveLength(1)
    expect(await leave(world.anyone, slips[0]?.manageToken ?? '')).toEqual({ left: true })
  })
})
