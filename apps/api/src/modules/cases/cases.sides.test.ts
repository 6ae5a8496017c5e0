import { casesContract as contract } from '@howcanwe/shared/cases'
import { invitationsContract } from '@howcanwe/shared/invitations'
import { jointInterestsContract } from '@howcanwe/shared/joint-interests'
import { matchingContract } from '@howcanwe/shared/matching'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { refusal, someId } from '../../../test/support.ts'
import {
  bea,
  challengeId,
  council,
  here,
  ines,
  inTown,
  joins,
  LINE,
  queueOf,
  ruth,
  start,
  world,
} from './cases.fixture.ts'

inTown()

const answers = (organisationId: string, by: string) =>
  world.db.execute(sql`
    insert into interests (id, place_id, challenge_id, organisation_id, why, bring_note, hours_per_month, need_note,
      together, together_with, conflict, conflict_note, submitted_by, received_at)
    values (${someId()}, ${here.id}, ${challengeId}, ${organisationId}, 'Nine of us look after someone.', '', 4, '',
      'alone', '', false, '', ${by}, clock_timestamp())`)

describe('whose side one stands on (§2.2 [G])', () => {
  const sides: [string, () => Promise<unknown>][] = [
    ['belongs to the body that asks', () => joins(ines, council)],
    [
      'belongs to a group that has answered',
      async () => {
        const own = await world.seed.organisation({ place: here, members: [ines] })
        await answers(own, ines)
      },
    ],
    [
      'answers together with others',
      async () => {
        const own = await world.seed.organisation({ place: here, members: [ines] })
        const other = await world.seed.organisation({ place: here })
        await (await world.as(ines))(jointInterestsContract.start, {
          params: { challengeId },
          body: {
            organisationId: own,
            purpose: 'Carers and elders look after each other’s free hours.',
            invited: [{ organisationId: other, why: 'They know everybody on the estate.' }],
          },
        })
      },
    ],
    [
      'said so herself',
      async () =>
        (await world.as(ines))(contract.declareConflict, {
          params: { challengeId },
          body: { note: 'My brother runs one of the clubs.' },
        }),
    ],
  ]
  it.each(sides)('a broker who %s loses the desk for that challenge', async (_, happens) => {
    const { id } = await start()
    await start({ title: 'Bea’s own' }, bea)
    await happens()
    const call = await world.as(ines)
    const refused = [
      () => call(contract.read, { params: { caseId: id } }),
      () => call(contract.log, { params: { caseId: id }, body: LINE }),
      () => start(),
      () => call(matchingContract.forChallenge, { params: { challengeId } }),
      () => call(invitationsContract.list, { params: { challengeId } }),
    ]
    for (const one of refused) {
      const problem = await refusal(one())
      expect(problem.code).toBe('matching.not_neutral')
      expect(problem.detail).toMatch(/^Ask the contact of the place who does: .+\.$/)
      expect(problem.detail).not.toContain('Bea')
    }
    expect((await queueOf()).items).toEqual([])
    expect((await call(contract.list, { params: { placeId: here.id }, query: {} })).items).toEqual(
      [],
    )
    const seen = await (await world.as(bea))(contract.list, {
      params: { placeId: here.id },
      query: {},
    })
    expect(seen.items).toHaveLength(2)
  })

  it('a broker does not read what others noted about her own group', async () => {
    const own = await world.seed.organisation({ place: here })
    const call = await world.as(bea)
    const { id } = await call(contract.start, {
      params: { placeId: here.id },
      body: { subject: { kind: 'organisation', organisationId: own }, title: 'Needs a hand' },
    })
    await joins(ines, own)
    const read = (await world.as(ines))(contract.read, { params: { caseId: id } })
    expect((await refusal(read)).code).toBe('matching.not_neutral')
  })

  it('a stand-in for one challenge has the cases of that one alone', async () => {
    const { id } = await start()
    const other = await world.seed.openChallenge({ place: here, commissioner: ruth, council })
    const second = await start({ challengeId: other })
    const standIn = await world.seed.person({
      roles: [{ placeId: here.id, role: 'broker', scopeKind: 'challenge', scopeId: challengeId }],
    })
    const call = await world.as(standIn)
    expect((await call(contract.read, { params: { caseId: id } })).id).toBe(id)
    const read = call(contract.read, { params: { caseId: second.id } })
    expect((await refusal(read)).code).toBe('cases.not_found')
    const { items } = await call(contract.list, { params: { placeId: here.id }, query: {} })
    expect(items.map((one) => one.id)).toEqual([id])
  })
})
