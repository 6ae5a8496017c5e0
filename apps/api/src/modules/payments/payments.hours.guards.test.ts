import { paymentsContract as contract } from '@howcanwe/shared/payments'
import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import {
  comingSession,
  heldSession,
  onPhone,
  type PayTown,
  payTown,
  wereThere,
} from './payments.fixture.ts'

let world: World
let at: PayTown
beforeAll(async () => {
  world = await startWorld()
  at = await payTown(world)
})
afterAll(() => world.close())

const ofGroup = () => ({ params: { groupId: at.groupId } })
const tried = (query: SQL): Promise<string> =>
  world.appDb.execute(query).then(
    () => 'done',
    (error: unknown) => sqlState(error) ?? 'error',
  )

/** Kayleigh was at a session; two hours and one of getting ready are put down for her, unless she was forgotten. */
async function wasThere(more: { forgotten?: boolean; by?: Parameters<typeof onPhone>[2] } = {}) {
  const who = await onPhone(world, at, more.by)
  await world.db.execute(
    sql`update group_members set joined_at = now() - interval '9 days' where id = ${who.memberId}`,
  )
  const sessionId = await heldSession(world, at)
  if (!more.forgotten) await wereThere(world, at, sessionId, [who.memberId])
  return { ...who, sessionId }
}
const says = (
  { phone, sessionId }: Pick<Awaited<ReturnType<typeof wasThere>>, 'phone' | 'sessionId'>,
  [minutes, preparationMinutes]: [number, number],
) =>
  phone(contract.askHours, {
    ...ofGroup(),
    body: { sessionId, minutes, preparationMinutes, words: 'I read both papers on Sunday' },
  })

async function answers(hoursId: string, answer: 'yes' | 'no', reason = '') {
  const yusuf = await world.as(at.people.yusuf)
  const params = { groupId: at.groupId, hoursId }
  return yusuf(contract.answerHours, { params, body: { answer, reason } })
}

describe('the database keeps the bounds (CD4 [G])', () => {
  it.each([
    ['as much as is put down', [120, 60]],
    ['less at the session', [60, 240]],
    ['more than sixteen hours', [900, 61]],
  ] as [string, [number, number]][])('%s is not taken', async (_, hours) => {
    const kay = await wasThere()
    expect((await refusal(says(kay, hours))).code).toBe('payments.hours_not_more')
  })
  it('nothing is said of a session to come, of another group, or twice at once', async () => {
    const kay = await wasThere()
    const coming = { ...kay, sessionId: await comingSession(world, at, 30) }
    expect((await refusal(says(coming, [120, 60]))).code).toBe('payments.session_not_found')
    await says(kay, [150, 60])
    expect((await refusal(says(kay, [160, 60]))).code).toBe('payments.hours_asked')
    const tooMuch = sql`insert into pay_hours (id, place_id, group_id, member_id, session_id, minutes, preparation_minutes, due_at)
      select gen_random_uuid(), place_id, group_id, member_id, session_id, 961, 0, now() from pay_hours
      where member_id = ${kay.memberId}`
    expect(await tried(tooMuch)).toBe('HW271')
  })
  it('only whoever runs the group answers, and what was said and answered stands', async () => {
    const kay = await wasThere()
    const id = (await says(kay, [150, 60])).asks[0]?.id ?? ''
    const answered = (by: string) =>
      sql`update pay_hours set state = 'yes', answered_by = ${by}, answered_at = now() where id = ${id}`
    expect(await tried(answered(at.people.clerk))).toBe('HW272')
    await world.db.execute(
      sql`update group_members set person_id = ${at.people.yusuf} where id = ${kay.memberId}`,
    )
    expect(await tried(answered(at.people.yusuf))).toBe('HW272')
    expect((await refusal(answers(id, 'yes'))).code).toBe('payments.own_item')
    await world.db.execute(
      sql`update group_members set person_id = null where id = ${kay.memberId}`,
    )
    expect(await tried(sql`update pay_hours set minutes = 900 where id = ${id}`)).toBe('HW273')
    await answers(id, 'no', 'It was two hours for everybody.')
    expect(await tried(sql`update pay_hours set state = 'asked' where id = ${id}`)).toMatch(
      /HW273|23514/,
    )
  })
  it('no item of missing hours without a yes, and one for each yes', async () => {
    const kay = await wasThere()
    const id = (await says(kay, [180, 60])).asks[0]?.id ?? ''
    const item = sql`insert into pay_items (id, place_id, group_id, member_id, session_id, kind, why, for_hours, minutes,
        preparation_minutes, amount_pence, choose_by)
      values (gen_random_uuid(), ${at.place.id}, ${at.groupId}, ${kay.memberId}, ${kay.sessionId}, 'involvement',
        'more-hours', ${id}, 900, 0, 300000, now())`
    expect(await tried(item)).toBe('HW212')
    await answers(id, 'yes')
    expect(await tried(item)).toBe('HW271')
  })
})
