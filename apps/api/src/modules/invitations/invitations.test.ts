import { invitationsContract } from '@howcanwe/shared/invitations'
import { matchingContract } from '@howcanwe/shared/matching'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { registerEntry } from '../../../test/register-entry.ts'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { organisations } from '../organisations/organisations.table.ts'

let world: World
let here: SeededPlace
let ines = ''
let ruth = ''
let council = ''
let challengeId = ''
let districts = 200
let lad = ''

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  const { seed } = world
  lad = `E09000${++districts}`
  here = await seed.place({ ladCodes: [lad], name: 'Northgate and Elmside' })
  ines = await seed.person({ name: 'Ines', roles: [{ placeId: here.id, role: 'broker' }] })
  ruth = await seed.person({ name: 'Ruth', roles: [{ placeId: here.id, role: 'commissioner' }] })
  council = await seed.organisation({
    place: here,
    name: `Council ${districts}`,
    kind: 'council',
    sector: 'public',
    members: [ruth],
  })
  challengeId = await seed.openChallenge({
    place: here,
    commissioner: ruth,
    council,
    slug: `breaks-${districts}`,
  })
})

type Kind = 'organisation' | 'register'
const WHY = 'Carers in Northgate already come to you on Tuesdays.'
const as = (kind: Kind) => (id: string) => ({ kind, id, why: WHY })
const organisation = as('organisation')
const register = as('register')
const invite = async (candidates: ReturnType<typeof organisation>[], person = ines) =>
  (await world.as(person))(invitationsContract.invite, {
    params: { challengeId },
    body: { candidates },
  })
const invited = async () =>
  (await (await world.as(ines))(invitationsContract.list, { params: { challengeId } })).items

/** Rows that an invitation to this challenge leaves behind. */
async function traces() {
  const count = async (query: ReturnType<typeof sql>) =>
    Number((await world.db.execute<{ n: string }>(query)).rows[0]?.n)
  return {
    invitations: await count(
      sql`select count(*) n from invitations where challenge_id = ${challengeId}`,
    ),
    trail: await count(
      sql`select count(*) n from audit_events where action = 'invitations.sent' and after->>'challengeId' = ${challengeId}`,
    ),
    letters: await count(
      sql`select count(*) n from outbox where template = 'invitations.invited' and place_id = ${here.id}`,
    ),
  }
}
const NONE = { invitations: 0, trail: 0, letters: 0 }

const letterTo = async (to: string) => {
  const { rows } = await world.db.execute<{ subject: string; body: string }>(
    sql`select subject, body from outbox where recipient = ${to}`,
  )
  return rows
}

describe('Ines invites', () => {
  it('an organisation by letter: the question, why they, minutes, closing time, what is on offer, and how to say no', async () => {
    const id = await world.seed.organisation({
      place: here,
      name: 'Tuesday Circle',
      contactName: 'Amina',
      contactEmail: 'amina@circle.example',
    })
    const { items } = await invite([organisation(id)])
    expect(items).toMatchObject([
      {
        kind: 'organisation',
        candidateId: id,
        name: 'Tuesday Circle',
        incomeBand: 'micro',
        why: WHY,
        channel: 'mailed',
      },
    ])
    const [letter] = await letterTo('amina@circle.example')
    expect(letter?.subject).toContain('How can we make a break from caring')
    for (const part of [
      'Hello Amina',
      `Council ${districts} is asking people in Northgate and Elmside`,
      WHY,
      'about 10 minutes',
      '£9,000 to pay for the hours of small organisations',
      '£3,000 to pay residents who take part',
      '60 hours',
      `http://localhost:3000/challenges/breaks-${districts}`,
      'To say no, do nothing',
      'Ines, 020 7946 0000',
    ])
      expect(letter?.body).toContain(part)
    expect(letter?.body).toMatch(/until \w+day \d{1,2} \w+ \d{4} at \d\d:\d\d/)
    expect(await traces()).toEqual({ invitations: 1, trail: 1, letters: 1 })
  })

  it('somebody who reads Dutch in Dutch', async () => {
    const lead = await world.seed.person({ language: 'nl' })
    const id = await world.seed.organisation({
      place: here,
      members: [lead],
      contactEmail: 'femke@buurt.example',
    })
    await invite([organisation(id)])
    const [letter] = await letterTo('femke@buurt.example')
    expect(letter?.body).toContain('Wat het kost: ongeveer 10 minuten')
    expect(letter?.body).toContain('Je hoeft niet te antwoorden')
  })

  it.each([
    ['never wants such letters', true],
    ['stopped them by the link in one', false],
  ])('by hand who %s: it does not count as written to', async (_, hasAccount) => {
    const email = `stopped-${districts}@circle.example`
    const id = await world.seed.organisation({ place: here, contactEmail: email })
    if (hasAccount) {
      const amina = await world.seed.person({ email })
      await world.db.execute(sql`
        insert into hearing_wishes (person_id, what, how) values (${amina}, 'waiting', 'never')`)
    } else
      await world.db.execute(sql`
        insert into letter_stops (id, address_hash, kind, organisation_id)
        values (gen_random_uuid(), sha256(convert_to(${email}::text, 'UTF8')), 'waiting', ${id})`)
    const { items } = await invite([organisation(id)])
    expect(items).toMatchObject([{ candidateId: id, channel: 'by-hand' }])
    expect(await traces()).toEqual({ invitations: 1, trail: 1, letters: 0 })
  })

  it('a group with only a telephone, and an entry of the register, by hand: we hold no address', async () => {
    const id = await world.seed.organisation({
      place: here,
      contactEmail: null,
      contactPhone: '020 7946 0111',
    })
    const entry = await registerEntry(world.db, {
      areas: [lad],
      nameShown: 'Lunch Club',
      incomeBand: 'small',
    })
    const { items } = await invite([organisation(id), register(entry)])
    expect(items.map((i) => [i.kind, i.channel, i.incomeBand])).toEqual([
      ['organisation', 'by-hand', 'micro'],
      ['register', 'by-hand', 'small'],
    ])
    expect(await traces()).toEqual({ invitations: 2, trail: 2, letters: 0 })
  })

  it('and sees in both lists who has been invited', async () => {
    const id = await world.seed.organisation({ place: here })
    await world.seed.organisation({ place: here })
    await invite([organisation(id)])
    expect((await invited()).map((i) => i.candidateId)).toEqual([id])
    const call = await world.as(ines)
    const { items } = await call(matchingContract.forChallenge, { params: { challengeId } })
    expect(items.filter((m) => m.invited).map((m) => m.id)).toEqual([id])
  })

  it('and the trail holds no name and no word of why', async () => {
    const id = await world.seed.organisation({ place: here, name: 'Quiet House' })
    await invite([organisation(id)])
    const { rows } = await world.db.execute<{ event: string; actor_id: string }>(
      sql`select to_jsonb(a)::text as event, actor_id from audit_events a where action = 'invitations.sent' and after->>'candidateId' = ${id}`,
    )
    expect(rows[0]?.actor_id).toBe(ines)
    expect(rows[0]?.event).not.toMatch(/Quiet House|Tuesdays/)
  })

  it('an entry, whose owner then registers: the organisation counts as invited', async () => {
    const entry = await registerEntry(world.db, { areas: [lad] })
    await invite([register(entry)])
    const id = await world.seed.organisation({ place: here, registerEntryId: entry })
    const call = await world.as(ines)
    const { items } = await call(matchingContract.forChallenge, { params: { challengeId } })
    expect(items).toMatchObject([{ id, invited: true }])
    expect((await refusal(invite([organisation(id)]))).code).toBe('invitations.already_invited')
  })
})

describe('one who may not be invited refuses the whole batch, wherever they stand (T-34)', () => {
  const kinds: [string, () => Promise<ReturnType<typeof organisation>>, string][] = [
    [
      'one that has paused',
      async () => organisation(await world.seed.organisation({ place: here, state: 'paused' })),
      'invitations.paused',
    ],
    [
      'one that has left',
      async () => organisation(await world.seed.organisation({ place: here, state: 'left' })),
      'invitations.candidate_unknown',
    ],
    ['the body that asks', async () => organisation(council), 'invitations.candidate_unknown'],
    ['one nobody knows', async () => organisation(someId()), 'invitations.candidate_unknown'],
    [
      'one of another place',
      async () => organisation(await world.seed.organisation({ place: await world.seed.place() })),
      'invitations.candidate_unknown',
    ],
    [
      'an entry of another place',
      async () => register(await registerEntry(world.db, { areas: ['E09000999'] })),
      'invitations.candidate_unknown',
    ],
    [
      'an entry that was removed',
      async () => register(await registerEntry(world.db, { areas: [lad], status: 'removed' })),
      'invitations.candidate_unknown',
    ],
  ]
  it.each(kinds)('%s', async (_, make, code) => {
    const forbidden = await make()
    const good = [
      organisation(await world.seed.organisation({ place: here })),
      register(await registerEntry(world.db, { areas: [lad] })),
    ]
    for (const at of [0, 1, 2]) {
      const problem = await refusal(invite(good.toSpliced(at, 0, forbidden)))
      expect(problem.code).toBe(code)
      expect(problem.errors?.map((e) => e.pointer)).toEqual([`#/body/candidates/${at}`])
      expect(await traces()).toEqual(NONE)
    }
    await invite(good)
    expect(await traces()).toMatchObject({ invitations: 2, trail: 2, letters: 1 })
  })

  it('one invited before, and the same one twice', async () => {
    const [first, second] = [
      organisation(await world.seed.organisation({ place: here })),
      organisation(await world.seed.organisation({ place: here })),
    ]
    expect((await refusal(invite([first, first]))).code).toBe('invitations.already_invited')
    expect(await traces()).toEqual(NONE)
    await invite([first])
    expect((await refusal(invite([second, first]))).code).toBe('invitations.already_invited')
    expect(await traces()).toEqual({ invitations: 1, trail: 1, letters: 1 })
  })

  it('two brokers at once: one invitation, one letter, one kind no', async () => {
    const id = await world.seed.organisation({ place: here })
    const all = await Promise.allSettled(
      Array.from({ length: 6 }, () => invite([organisation(id)])),
    )
    const refused = all.flatMap((r) =>
      r.status === 'rejected' ? [(r.reason as { code: string }).code] : [],
    )
    expect(refused).toEqual(Array(5).fill('invitations.already_invited'))
    expect(await traces()).toEqual({ invitations: 1, trail: 1, letters: 1 })
  })

  it('one that pauses while Ines presses the button is either invited before or refused after', async () => {
    const id = await world.seed.organisation({ place: here })
    const [sent] = await Promise.allSettled([
      invite([organisation(id)]),
      world.db.update(organisations).set({ state: 'paused' }).where(sql`id = ${id}`),
    ])
    const { invitations } = await traces()
    expect(invitations).toBe(sent.status === 'fulfilled' ? 1 : 0)
    if (sent.status === 'rejected')
      expect(sent.reason).toMatchObject({ code: 'invitations.paused' })
  })
})

describe('who and when', () => {
  it('nobody is invited after the closing time', async () => {
    const id = await world.seed.organisation({ place: here })
    await world.seed.passDeadline(challengeId)
    expect((await refusal(invite([organisation(id)]))).code).toBe('challenges.closed')
    expect(await traces()).toEqual(NONE)
  })

  it('nor to a question that was taken back', async () => {
    const id = await world.seed.organisation({ place: here })
    await world.db.execute(
      sql`update challenges set state = 'withdrawn', withdrawn_reason = 'The money went elsewhere.' where id = ${challengeId}`,
    )
    expect((await refusal(invite([organisation(id)]))).code).toBe('challenges.wrong_state')
  })

  it('nor to a draft', async () => {
    const id = await world.seed.organisation({ place: here })
    challengeId = await world.seed.draft({ place: here, commissioner: ruth })
    expect((await refusal(invite([organisation(id)]))).code).toBe('challenges.not_found')
  })

  it.each([
    ['the commissioner who asks', async () => ruth, 'auth.forbidden'],
    ['a resident', async () => world.seed.person(), 'auth.forbidden'],
    [
      'a facilitator',
      async () => world.seed.person({ roles: [{ placeId: here.id, role: 'facilitator' }] }),
      'auth.forbidden',
    ],
    [
      'a broker of another place',
      async () =>
        world.seed.person({ roles: [{ placeId: (await world.seed.place()).id, role: 'broker' }] }),
      'challenges.not_found',
    ],
    [
      'a broker who belongs to the body that asks',
      async () => {
        await world.db.execute(
          sql`insert into memberships (place_id, organisation_id, person_id, lead) values (${here.id}, ${council}, ${ines}, false)`,
        )
        return ines
      },
      'matching.not_neutral',
    ],
  ])('%s may neither invite nor see who is', async (_, who, code) => {
    const person = await who()
    const id = await world.seed.organisation({ place: here })
    expect((await refusal(invite([organisation(id)], person))).code).toBe(code)
    const call = await world.as(person)
    const list = call(invitationsContract.list, { params: { challengeId } })
    expect((await refusal(list)).code).toBe(code)
    expect(await traces()).toEqual(NONE)
  })

  it('a reason is asked for, and shown limits', async () => {
    const id = await world.seed.organisation({ place: here })
    const problem = await refusal(invite([{ ...organisation(id), why: 'good' }]))
    expect(problem.errors).toEqual([
      { pointer: '#/body/candidates/0/why', code: 'too_short', limit: 10 },
    ])
  })
})

describe('the database itself', () => {
  const put = (organisationId: string | null, entryId: string | null, placeId = here.id) =>
    world.db.execute(sql`
      insert into invitations (id, place_id, challenge_id, organisation_id, register_entry_id, why, channel, invited_by)
      values (${someId()}, ${placeId}, ${challengeId}, ${organisationId}, ${entryId}, 'because', 'by-hand', ${ines})`)

  it('refuses an invitation of nobody, of two, of somebody twice, and of another place', async () => {
    const id = await world.seed.organisation({ place: here })
    const entry = await registerEntry(world.db, { areas: [lad] })
    const there = await world.seed.place()
    const stranger = await world.seed.organisation({ place: there })
    await put(id, null)
    for (const wrong of [
      put(null, null),
      put(id, entry),
      put(id, null),
      put(stranger, null),
      put(null, entry, there.id),
    ])
      await expect(wrong).rejects.toThrow()
    expect((await traces()).invitations).toBe(1)
  })
})
