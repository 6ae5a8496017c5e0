import { decisionsContract as contract } from '@howcanwe/shared/decisions'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { constraintOf } from '../../db/database.ts'
import { entered } from '../codesign/codesign.fixture.ts'
import { first, type Hall, hall, opened, past, say } from './decisions.fixture.ts'

let world: World
let h: Hall
beforeAll(async () => {
  world = await startWorld()
  h = await hall(world, [6, 2, 2])
})
afterAll(() => world.close())

describe('who may not answer (§2.2 [G])', () => {
  it('the broker does not answer, by hand, on paper or as a resident of the place, nor once they become one (§2.2)', async () => {
    const id = await opened(h)
    await world.db.execute(
      sql`update people set email = 'ines@example.org' where id = ${h.people.ines}`,
    )
    await past(world, sql`update groups set state = 'recruiting' where id = ${h.groupId}`)
    const own = { contactBy: 'email', contact: 'ines@example.org', bloc: 'residents' } as const
    const { member } = await entered(world, h, own)
    await past(world, sql`update groups set state = 'active' where id = ${h.groupId}`)
    const written = world.appDb.execute(sql`
      insert into decision_ballots (place_id, version_id, member_id, answer)
      select ${h.placeId}, v.id, ${member.id}, 'yes' from decision_versions v where v.decision_id = ${id}`)
    expect(await written.then(() => 'done', constraintOf)).toBe('decision_broker')
    const ines = await world.as(h.people.ines)
    const params = { decisionId: id }
    for (const tried of [
      () => ines(contract.answer, { params, body: { version: 1, answer: 'yes' } }),
      () =>
        ines(contract.object, {
          params,
          body: { version: 1, kind: 'harm', text: 'Nobody could come on time.' },
        }),
      () =>
        ines(contract.hold, {
          params,
          body: { version: 1, reason: 'We have not seen the costs.' },
        }),
      () =>
        h.yusuf(contract.typeIn, {
          params: { ...params, memberId: member.id },
          body: { version: 1, answer: 'yes', saidBy: 'phone', readBack: true },
        }),
    ])
      expect((await refusal(tried())).code).toBe('decisions.broker')
    expect((await ines(contract.read, { params })).mine).toMatchObject({ may: false })
    const later = first(h, 'organisations')
    await say(later, id, 'yes')
    const before = (await h.yusuf(contract.read, { params })).answered
    await past(
      world,
      sql`update group_members set person_id = ${h.people.ines} where id = ${later.memberId}`,
    )
    const { answered: now } = await h.yusuf(contract.read, { params })
    expect(now).toEqual({ answered: before.answered - 1, of: before.of - 1 })
    await past(world, sql`update group_members set person_id = null where id = ${later.memberId}`)
  })
})
