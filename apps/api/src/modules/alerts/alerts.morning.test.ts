import { alertsContract as contract } from '@howcanwe/shared/alerts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { startWorld, type World } from '../../../test/support.ts'

let world: World
let place: SeededPlace
let amina: string
beforeAll(async () => {
  world = await startWorld()
  place = await world.seed.place({ name: 'Northgate' })
  amina = await world.seed.person({ name: 'Amina Yusuf' })
})
afterAll(() => world.close())

describe('eight in the morning', () => {
  const due = async (after: string, zone = 'Europe/London', how: 'daily' | 'weekly' = 'daily') => {
    await world.db.execute(sql`update places set time_zone = ${zone} where id = ${place.id}`)
    await (await world.as(amina))(contract.change, {
      params: { placeId: place.id },
      body: { wishes: [{ what: 'new', how }] },
    })
    const { rows } = await world.db.execute<{ at: string }>(sql`
      select to_char(next_digest(${amina}, ${place.id}, ${after}::timestamptz) at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as at`)
    return rows[0]?.at
  }
  it.each([
    ['before the clocks go forward', '2026-03-28T12:00:00Z', 'daily', '2026-03-29 07:00'],
    ['in the hour that is left out', '2026-03-29T01:30:00Z', 'daily', '2026-03-29 07:00'],
    ['before the clocks go back', '2026-10-24T12:00:00Z', 'daily', '2026-10-25 08:00'],
    ['in the hour that comes twice', '2026-10-25T00:30:00Z', 'daily', '2026-10-25 08:00'],
    ['once a week, over the change', '2026-03-24T12:00:00Z', 'weekly', '2026-03-30 07:00'],
    ['just then: it is the next day’s', '2026-11-23T08:00:00Z', 'daily', '2026-11-24 08:00'],
  ] as const)('%s', async (_, after, how, at) => {
    expect(await due(after, 'Europe/London', how)).toBe(at)
  })

  it('is an hour sooner in Amsterdam', async () => {
    expect(await due('2026-03-28T12:00:00Z', 'Europe/Amsterdam')).toBe('2026-03-29 06:00')
  })
})
