import { codesignContract as contract } from '@howcanwe/shared/codesign'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { newGroup, town } from './codesign.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

describe('how much say a group declares (CD1, docs/decisions/0037)', () => {
  it('nobody sets out to coerce: neither the API nor the database takes it as a step', async () => {
    const { challengeId, people, groupId } = await town(world)
    const answer = await world.app.inject({
      method: 'POST',
      url: `/api/v1/challenges/${challengeId}/groups`,
      headers: { authorization: `Bearer ${await world.tokenOf(people.ruth)}` },
      payload: { ...newGroup(people.yusuf), rung: 'coercion' },
    })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().errors).toMatchObject([{ pointer: '#/body/rung' }])
    const stored = world.db.execute(
      sql`insert into groups select (jsonb_populate_record(g, jsonb_build_object('id', gen_random_uuid(), 'rung', 'coercion'))).* from groups g where id = ${groupId}`,
    )
    await expect(stored).rejects.toMatchObject({ cause: { constraint: 'groups_rung' } })
  })

  it.each(['educating', 'informing', 'consultation'] as const)(
    'below engagement nothing is called a co-design group: %s may say what it is, and no more (§2.11 [G])',
    async (rung) => {
      const { challengeId, people } = await town(world)
      const ruth = await world.as(people.ruth)
      const start = (name: string) =>
        ruth(contract.start, {
          params: { challengeId },
          body: newGroup(people.yusuf, { rung, name }),
        })
      expect((await refusal(start('Co-design group for carers'))).code).toBe(
        'codesign.not_a_codesign_group',
      )
      const { id } = await start('Carers are asked')
      const renamed = world.db.execute(
        sql`update groups set name = 'Ontwerpgroep mantelzorg' where id = ${id}`,
      )
      await expect(renamed).rejects.toMatchObject({
        cause: { constraint: 'groups_called_what_they_are' },
      })
    },
  )
})
