import { sessionsContract as contract, type NeedState } from '@howcanwe/shared/sessions'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { hadNeedsBefore, isOverSince, say, townWithSession, voice } from './sessions.fixture.ts'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.close())

type Town = Awaited<ReturnType<typeof townWithSession>>
const ledger = async (at: Town) =>
  (await at.yusuf(contract.list, { params: { groupId: at.groupId } })).ledger
const held = (at: Town) => at.yusuf(contract.step, { params: at.params, body: { to: 'held' } })
const put = (at: Town, title: string, memberId: string | null) =>
  at.yusuf(contract.put, {
    params: at.params,
    body: { title, minutes: 10, purpose: 'talk', memberId },
  })

it('points of residents are shown as a share of all points of sessions that were held (M18)', async () => {
  const at = await townWithSession(world)
  const rosa = await voice(world, at)
  const ruth = await voice(world, at, { bloc: 'public-bodies' })
  const charity = await voice(world, at, { bloc: 'organisations' })
  for (const [title, memberId] of [
    ['Sundays', rosa.id],
    ['Evenings', rosa.id],
    ['Budget', ruth.id],
    ['Sitters', charity.id],
    ['Welcome', null],
  ] as const)
    await put(at, title, memberId)
  expect(await ledger(at)).toMatchObject({ items: 0, residentsItems: 0 })
  await isOverSince(world, at.sessionId, 1)
  await held(at)
  expect(await ledger(at)).toMatchObject({ items: 5, residentsItems: 2 })
})

/** Steps Yusuf takes with a need, before the session and once it has begun. */
const COURSES: [string, { before: NeedState[]; after: NeedState[] }, number][] = [
  ['arranged and confirmed', { before: ['arranged', 'confirmed'], after: [] }, 1],
  ['arranged, confirmed and there', { before: ['arranged', 'confirmed'], after: ['met'] }, 1],
  [
    'arranged, confirmed and not there',
    { before: ['arranged', 'confirmed'], after: ['not-met'] },
    0,
  ],
  ['explained: it could not be', { before: ['explained'], after: [] }, 0],
  ['explained, and there after all', { before: ['explained'], after: ['met'] }, 1],
  ['never seen to, with an apology', { before: [], after: ['not-met'] }, 0],
]

describe('needs met, of all that were stated before a session (M25)', () => {
  it.each(COURSES)('%s', async (_, { before, after }, kept) => {
    const at = await townWithSession(world)
    await voice(world, at, { needs: 'A ramp' })
    const [need] = (await at.yusuf(contract.plan, { params: at.params })).needs
    const params = { ...at.params, needId: need?.id ?? '' }
    const take = async (states: NeedState[]) => {
      for (const state of states)
        if (state !== 'stated')
          await at.yusuf(contract.setNeed, { params, body: { state, words: 'We say how' } })
    }
    await take(before)
    await isOverSince(world, at.sessionId, 1)
    await hadNeedsBefore(world)
    await take(after)
    await held(at)
    expect(await ledger(at)).toMatchObject({ needs: 1, needsKept: kept })
  })

  it('counts nobody who said no, nor what was said once it had begun', async () => {
    const at = await townWithSession(world)
    const rosa = await voice(world, at, { needs: 'A ramp' })
    await say(rosa.phone, at.params, 'no')
    await hadNeedsBefore(world)
    await isOverSince(world, at.sessionId, 1)
    await voice(world, at, { needs: 'Captions' })
    await held(at)
    expect(await ledger(at)).toMatchObject({ needs: 0, needsKept: 0 })
    const { rows } = await world.db.execute(sql`select 1 from access_needs`)
    expect(rows).toHaveLength(2)
  })
})
