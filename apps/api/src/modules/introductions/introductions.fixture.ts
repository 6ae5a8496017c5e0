import { introductionsContract as contract } from '@howcanwe/shared/introductions'
import { sql } from 'drizzle-orm'
import type { SeededPlace } from '../../../test/seed.ts'
import type { World } from '../../../test/support.ts'
import { keepIntroductions } from './usecases/clocks.ts'

export const ABOUT_CARERS = 'Nine carers who meet on Tuesdays and need a room without steps.'
export const ABOUT_HOMES = 'Has a step-free common room that is empty on Tuesdays.'

export interface Two {
  place: SeededPlace
  ines: string
  amina: string
  bram: string
  carers: string
  homes: string
  id: string
}

let count = 0

/** Amina's carers and Bram's homes, and an introduction of the two that Ines has drafted. */
export async function two(world: World, more: { challengeId?: string } = {}): Promise<Two> {
  const { seed } = world
  const n = ++count
  const place = await seed.place({ name: `Northgate ${n}` })
  const ines = await seed.person({ name: 'Ines', roles: [{ placeId: place.id, role: 'broker' }] })
  const amina = await seed.person({ name: 'Amina' })
  const bram = await seed.person({ name: 'Bram' })
  const carers = await seed.organisation({
    place,
    name: 'Carers of Elmside',
    members: [amina],
    contactName: 'Amina Yusuf',
    contactEmail: `amina-${n}@carers.example`,
    contactPhone: '020 7946 0101',
  })
  const homes = await seed.organisation({
    place,
    name: 'Elm & Gate Homes',
    kind: 'housing-association',
    members: [bram],
    contactName: 'Bram de Wit',
    contactEmail: `bram-${n}@homes.example`,
    contactPhone: null,
  })
  const { id } = await (await world.as(ines))(contract.draft, {
    body: {
      placeId: place.id,
      ...more,
      first: { organisationId: carers, about: ABOUT_CARERS },
      second: { organisationId: homes, about: ABOUT_HOMES },
      guess: 'never-met',
    },
  })
  return { place, ines, amina, bram, carers, homes, id }
}

/** Lets the worker do all that is due. */
export async function work(world: World): Promise<void> {
  while (await keepIntroductions({ db: world.appDb, config: world.config }));
}

/** Ines asks; what the worker does next is done. */
export async function asked(world: World, t: Two): Promise<void> {
  await (await world.as(t.ines))(contract.ask, { params: { introductionId: t.id }, body: {} })
  await work(world)
}

export const yes = (more: object = {}) =>
  ({ answer: 'yes', known: 'never-met', share: 'email', ...more }) as const
export const no = { answer: 'no' } as const

type Said = ReturnType<typeof yes> | typeof no

export async function says(world: World, t: Two, who: 'amina' | 'bram', said: Said) {
  const answer = await (await world.as(t[who]))(contract.answer, {
    params: { introductionId: t.id },
    body: { said },
  })
  await work(world)
  return answer
}

/** Amina says yes, and a day later it stands: the worker asks Bram. */
export async function agrees(world: World, t: Two, said = yes()) {
  const answer = await says(world, t, 'amina', said)
  await passDays(world, t, 1)
  return answer
}

/** Lets so many days have passed: only a table's owner can, by lifting the guards inside one transaction. */
export async function passDays(world: World, t: Two, days: number): Promise<void> {
  const earlier = (column: string) => sql.raw(`${column} = ${column} - interval '${days} days'`)
  await world.db.transaction(async (tx) => {
    await tx.execute(sql`alter table introductions disable trigger introductions_guard`)
    await tx.execute(sql`alter table introduction_sides disable trigger introduction_sides_guard`)
    await tx.execute(
      sql`update introductions set ${earlier('both_yes_at')}, ${earlier('ask_what_came_at')} where id = ${t.id}`,
    )
    await tx.execute(
      sql`update introduction_sides set ${earlier('asked_at')}, ${earlier('answer_by')}, ${earlier('answered_at')},
        ${earlier('tell_at')} where introduction_id = ${t.id}`,
    )
    await tx.execute(sql`alter table introductions enable trigger introductions_guard`)
    await tx.execute(sql`alter table introduction_sides enable trigger introduction_sides_guard`)
  })
  await work(world)
}

export const lettersTo = async (world: World, to: string) =>
  (
    await world.db.execute<{ template: string; subject: string; body: string }>(
      sql`select template, subject, body from outbox where recipient = ${to} order by id`,
    )
  ).rows

export const addressOf = async (world: World, organisationId: string): Promise<string> =>
  (
    await world.db.execute<{ to: string }>(
      sql`select contact_email as to from organisations where id = ${organisationId}`,
    )
  ).rows[0]?.to ?? ''

/** The token behind the # of the newest letter to an address. */
export async function tokenTo(world: World, to: string): Promise<string> {
  const letters = await lettersTo(world, to)
  const bodies = letters.map((l) => /#([\w-]{20,})/.exec(l.body)?.[1]).filter(Boolean)
  return bodies.at(-1) ?? ''
}
