import { codesignContract } from '@howcanwe/shared/codesign'
import { decisionsContract as contract } from '@howcanwe/shared/decisions'
import { sessionsContract } from '@howcanwe/shared/sessions'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { entry, letters, newSession } from '../codesign/codesign.fixture.ts'
import { refusedBy } from '../sessions/sessions.fixture.ts'
import { first, type Hall, hall, of, opened } from './decisions.fixture.ts'

let world: World
let h: Hall
beforeAll(async () => {
  world = await startWorld()
  h = await hall(world, [3, 1, 1])
})
afterAll(() => world.close())

const DAY_MS = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString()
const session = (more: object = {}) => newSession({ startsAt: inDays(6), ...more })

/** Residents stop the clock: the first is enough of three. */
async function held(): Promise<string> {
  const decisionId = await opened(h)
  for (const { phone } of of(h, 'residents').slice(0, 1))
    await phone(contract.hold, {
      params: { decisionId },
      body: { version: 1, reason: 'We have not seen what it costs.' },
    })
  return decisionId
}
const call = (decisionId: string, more: object = {}) =>
  h.yusuf(contract.callSession, { params: { decisionId }, body: session(more) })
const extraOf = async (decisionId: string) =>
  (await h.yusuf(contract.read, { params: { decisionId } })).versions[0]?.hold.session ?? null

describe('one extra session, paid, once residents stop the clock (§4.2, Hold)', () => {
  it('is called with one form, told to everybody with what it is for, and stands on both pages', async () => {
    const body = entry({ contactBy: 'email', contact: 'kay@people.example' })
    await h.yusuf(codesignContract.enter, { params: { groupId: h.groupId }, body })
    const decisionId = await held()
    expect(await extraOf(decisionId)).toBeNull()
    const extra = (await call(decisionId)).versions[0]?.hold.session
    expect(extra).toMatchObject({ state: 'announced' })
    const params = { groupId: h.groupId, sessionId: extra?.id ?? '' }
    const { phone } = first(h, 'residents')
    expect(await phone(contract.ofSession, { params })).toMatchObject({
      decision: { id: decisionId, number: 1, text: expect.stringContaining('Breaks are booked') },
    })
    expect((await phone(sessionsContract.read, { params })).paidMinutes).toBe(180)
    const told = await letters(world, 'codesign.session-announced')
    expect(told[0]?.body).toMatch(/Residents stopped the clock on decision 1[\s\S]*paid/)
  })

  it('is one: called again only where it was called off', async () => {
    const decisionId = await held()
    await call(decisionId)
    expect((await refusal(call(decisionId))).code).toBe('decisions.session_called')
    const one = await extraOf(decisionId)
    await h.yusuf(sessionsContract.cancel, {
      params: { groupId: h.groupId, sessionId: one?.id ?? '' },
      body: { why: 'The hall is flooded.' },
    })
    await call(decisionId)
    expect((await extraOf(decisionId))?.id).not.toBe(one?.id)
  })

  it('comes before the clock goes on, and is paid, also after a change [G]', async () => {
    const decisionId = await held()
    expect((await refusal(call(decisionId, { startsAt: inDays(40) }))).code).toBe(
      'decisions.session_late',
    )
    expect((await refusal(call(decisionId, { paidMinutes: 60 }))).code).toBe(
      'decisions.session_late',
    )
    await call(decisionId)
    const id = (await extraOf(decisionId))?.id
    const { startsAt: _, ...rest } = session({ paidMinutes: 0 })
    const change = h.yusuf(sessionsContract.change, {
      params: { groupId: h.groupId, sessionId: id ?? '' },
      body: {
        ...rest,
        paidMinutes: 0,
        startsAt: inDays(6),
        link: null,
        breaks: '',
        capacity: null,
      },
    })
    expect((await refusal(change)).code).toBe('sessions.extra_promised')
    const later = sql`update group_sessions set starts_at = starts_at + interval '60 days', ends_at = ends_at + interval '60 days' where id = ${id}`
    expect(await refusedBy(() => world.db.execute(later))).toBe('HW247')
  })

  it('is owed to nobody while the clock runs, and called by whoever runs the group alone', async () => {
    const decisionId = await opened(h)
    expect((await refusal(call(decisionId))).code).toBe('decisions.wrong_state')
    const stopped = await held()
    const byRuth = h.ruth(contract.callSession, {
      params: { decisionId: stopped },
      body: session(),
    })
    expect((await refusal(byRuth)).status).toBe(403)
  })

  it('an ordinary session is called for no decision, and outsiders are not told either way', async () => {
    const decisionId = await held()
    await call(decisionId)
    const id = (await extraOf(decisionId))?.id ?? ''
    const params = { groupId: h.groupId, sessionId: id }
    expect((await refusal(h.ruth(contract.ofSession, { params }))).code).toBe(
      'codesign.no_place_here',
    )
    const other = { groupId: h.groupId, sessionId: decisionId }
    expect(await h.yusuf(contract.ofSession, { params: other })).toEqual({ decision: null })
  })
})
