import { readingsContract as contract, type GiveComment } from '@howcanwe/shared/readings'
import { sql } from 'drizzle-orm'
import type { World } from '../../../test/support.ts'

/** The sentence that is wrong, what a reader says of it, and the answer. */
export const SENTENCE = 'Parents fail to attend.'
export const SAYS = 'Nobody fails to attend. The bus stops at six.'
export const ANSWER = 'You are right. We took the word out and say when the bus stops.'

/** A town with Ruth, who asks, Ines, who brokers, Kayleigh, who lives there, and Amina’s small group. For tests. */
export async function readingTown(world: World) {
  const { seed } = world
  const place = await seed.place({
    payHourlyPence: 2400,
    paySource: 'The council',
    payAsOf: '2026-04-01',
  })
  const named = (name: string, role?: 'commissioner' | 'broker') =>
    seed.person({
      name,
      email: `${name.split(' ')[0]?.toLowerCase()}@example.org`,
      ...(role ? { roles: [{ placeId: place.id, role }] } : {}),
    })
  const ruth = await named('Ruth Okafor', 'commissioner')
  const amina = await named('Amina')
  const council = await seed.organisation({
    place,
    name: 'Northgate Council',
    sector: 'public',
    incomeBand: 'not-a-charity',
    members: [ruth],
  })
  const carers = await seed.organisation({
    place,
    name: 'Carers of Elmside',
    incomeBand: 'small',
    members: [amina],
  })
  const ines = await named('Ines', 'broker')
  return { place, ruth, ines, kayleigh: await named('Kayleigh Brown'), amina, council, carers }
}
export type ReadingTown = Awaited<ReturnType<typeof readingTown>>

/** What tests of readings do in it again and again; `now.id` is the challenge it is about. */
export function readingTools(world: World, town: ReadingTown) {
  const now = { id: '' }
  const draft = () =>
    world.seed.draft({
      place: town.place,
      commissioner: town.ruth,
      council: town.council,
      summary: `Half the places stay empty. ${SENTENCE}`,
    })
  return {
    now,
    draft,
    /** Another challenge, with its first readers. */
    begin: async () => {
      now.id = await draft()
      await world.seed.readThrough(now.id)
    },
    takeBack: (which = sql`id = ${now.id}`) =>
      world.db.execute(sql`update challenges set state = 'withdrawn',
        withdrawn_reason = 'The money went to the hospital instead.' where ${which}`),
    read: (challengeId = now.id) => world.anyone(contract.read, { params: { challengeId } }),
    say: async (who: string, more: Partial<GiveComment> = {}, challengeId = now.id) =>
      (await world.as(who))(contract.comment, {
        params: { challengeId },
        body: { readsAs: 'resident', words: SAYS, ...more },
      }),
    desk: async (who: string) =>
      (await world.as(who))(contract.desk, { params: { challengeId: now.id } }),
    answer: async (commentId: string, who = town.ruth, words = ANSWER) =>
      (await world.as(who))(contract.answer, {
        params: { challengeId: now.id, commentId },
        body: { answer: words },
      }),
    lettersTo: async (name: string) =>
      (
        await world.db.execute<{ template: string; subject: string; body: string }>(
          sql`select template, subject, body from outbox where recipient = ${`${name}@example.org`} order by id`,
        )
      ).rows,
    forgetLetters: () => world.db.execute(sql`delete from outbox`),
  }
}
