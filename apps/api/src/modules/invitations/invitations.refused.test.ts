import { invitationsContract } from '@howcanwe/shared/invitations'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { registerEntry } from '../../../test/register-entry.ts'
import { refusal, someId } from '../../../test/support.ts'
import { organisations } from '../organisations/organisations.table.ts'
import {
  challengeId,
  council,
  here,
  ines,
  inTown,
  invite,
  lad,
  NONE,
  organisation,
  register,
  ruth,
  traces,
  turnTo,
  world,
} from './invitations.fixture.ts'

inTown()

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
    turnTo(await world.seed.draft({ place: here, commissioner: ruth }))
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
