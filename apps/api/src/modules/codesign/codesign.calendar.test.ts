import { codesignContract as contract } from '@howcanwe/shared/codesign'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { someId, startWorld, type World } from '../../../test/support.ts'
import { join, newSession, town } from './codesign.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

async function announced() {
  const t = await town(world)
  const yusuf = await world.as(t.people.yusuf)
  const session = await yusuf(contract.startSession, {
    params: { groupId: t.groupId },
    body: newSession({ startsAt: '2027-03-30T17:00:00.000Z' }),
  })
  return { ...t, yusuf, session }
}

const unfolded = (text: string) => text.replaceAll(/\r\n[ \t]/g, '').split('\r\n')
const read = (url: string) => world.app.inject(`/api/v1${url}`)

describe('a session to add to a calendar', () => {
  it('is a calendar file anyone may fetch, at the hour of the place', async () => {
    const { groupId, session } = await announced()
    const answer = await read(`/groups/${groupId}/sessions/${session.id}/calendar.ics`)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
    const lines = unfolded(answer.body)
    expect(lines).toContain('METHOD:PUBLISH')
    expect(lines).toContain(`UID:${session.id}@localhost:3000`)
    expect(lines).toContain('DTSTART;TZID=Europe/London:20270330T180000')
    expect(lines).toContain('TZID:Europe/London')
    expect(lines).toContain('LOCATION:Elmside Hall\\, 1 Mill Lane')
  })

  it('shows a change: same UID, higher SEQUENCE, new hour', async () => {
    const { groupId, session } = await announced()
    await world.db.execute(sql`
      update group_sessions set sequence = 1, starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day'
      where id = ${session.id}`)
    const lines = unfolded(
      (await read(`/groups/${groupId}/sessions/${session.id}/calendar.ics`)).body,
    )
    expect(lines).toEqual(
      expect.arrayContaining([
        `UID:${session.id}@localhost:3000`,
        'SEQUENCE:1',
        'DTSTART;TZID=Europe/London:20270331T180000',
      ]),
    )
  })

  it('the group’s own calendar holds all sessions, cancelled ones with their status, and no names', async () => {
    const { groupId, yusuf } = await announced()
    await join(world.anyone, groupId, { firstName: 'Zanthe' })
    const other = await yusuf(contract.startSession, { params: { groupId }, body: newSession() })
    await world.db.execute(
      sql`update group_sessions set state = 'cancelled' where id = ${other.id}`,
    )
    const { body } = await read(`/groups/${groupId}/calendar.ics`)
    expect(body.match(/BEGIN:VEVENT/g)).toHaveLength(2)
    expect(body).toContain('STATUS:CANCELLED')
    expect(body).not.toMatch(/Zanthe|ATTENDEE/)
  })

  it('a session of another group, an unknown group and a broken address are refused plainly', async () => {
    const [mine, other] = [await announced(), await announced()]
    const status = async (url: string) => (await read(url)).statusCode
    expect(await status(`/groups/${mine.groupId}/sessions/${other.session.id}/calendar.ics`)).toBe(
      404,
    )
    expect(await status(`/groups/${someId()}/calendar.ics`)).toBe(404)
    expect(await status('/groups/not-an-id/calendar.ics')).toBe(400)
  })
})
