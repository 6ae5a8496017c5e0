import { sessionsContract as contract } from '@howcanwe/shared/sessions'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { forgetOld } from '../../retention/index.ts'
import { isOverSince, say, townWithSession, voice } from './sessions.fixture.ts'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.close())

it('who said they come is forgotten a year after the session; what they need, a month after the question is settled', async () => {
  const at = await townWithSession(world)
  const okafor = await voice(world, at)
  await say(okafor.phone, at.params, 'yes')
  await okafor.phone(contract.say, {
    params: { groupId: at.groupId },
    body: { kind: 'hearing', words: 'Captions' },
  })
  const left = async () =>
    (
      await world.db.execute<{ replies: number; needs: number; boxes: number }>(sql`
        select (select count(*)::int from session_replies) as replies, (select count(*)::int from access_needs) as needs,
          (select count(*)::int from vault_boxes) as boxes`)
    ).rows[0]
  await forgetOld(world.db)
  expect(await left()).toEqual({ replies: 1, needs: 1, boxes: 1 })
  await isOverSince(world, at.sessionId, 24 * 366)
  await world.db.execute(sql`alter table challenges disable trigger user`)
  await world.db.execute(sql`update challenges set state = 'withdrawn', updated_at = now() - interval '31 days'
    where id = ${at.challengeId}`)
  await forgetOld(world.db)
  expect(await left()).toEqual({ replies: 0, needs: 0, boxes: 0 })
})
