import { readingsContract as contract } from '@howcanwe/shared/readings'
import { sql } from 'drizzle-orm'
import type { World } from '../../../test/support.ts'
import type { ReadingTown, readingTools } from './readings.fixture.ts'

export type Seeded = Parameters<World['seed']['organisation']>[0]
export const NONE = { asks: 0, trail: 0, letters: 0 }

/** What tests of asking readers do again and again, for the challenge that `tools` holds. */
export function askTools(world: World, town: ReadingTown, tools: ReturnType<typeof readingTools>) {
  const count = async (query: ReturnType<typeof sql>) =>
    Number((await world.db.execute<{ n: string }>(query)).rows[0]?.n)
  const group = (more: Partial<Seeded> = {}) =>
    world.seed.organisation({ place: town.place, ...more })
  return {
    group,
    groups: (many: number) => Promise.all(Array.from({ length: many }, () => group())),
    ask: async (organisationIds: string[], who = town.ruth, challengeId = tools.now.id) =>
      (await world.as(who))(contract.ask, { params: { challengeId }, body: { organisationIds } }),
    asks: async (who = town.ruth, challengeId = tools.now.id) =>
      (await world.as(who))(contract.asks, { params: { challengeId } }),
    askBrokers: async (who = town.ruth, challengeId = tools.now.id) =>
      (await world.as(who))(contract.askBrokers, { params: { challengeId }, body: {} }),
    /** Rows that asking for this challenge left behind. */
    traces: async () => ({
      asks: await count(
        sql`select count(*) n from reading_asks where challenge_id = ${tools.now.id}`,
      ),
      trail: await count(sql`select count(*) n from audit_events
        where action = 'readings.asked' and after->>'challengeId' = ${tools.now.id}`),
      letters: await count(
        sql`select count(*) n from outbox where template in ('readings.ask', 'readings.residents')`,
      ),
    }),
  }
}
