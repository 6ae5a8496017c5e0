import { proposalsContract as contract, PROPOSAL_WORDING } from '@howcanwe/shared/proposals'
import { sql } from 'drizzle-orm'
import type { SeededPlace } from '../../../test/seed.ts'
import type { World } from '../../../test/support.ts'
import { keepProposals } from './usecases/clocks.ts'

export const QUEUE = 'How can we wait for medicine without losing half a day?'
export const STORY =
  'I stand at the pharmacy from nine until half past eleven. There is one chair, and I cannot hear when they call.'

export interface Town {
  place: SeededPlace
  ines: string
  shah: string
  ruth: string
  rosa: string
  health: string
}

let count = 0

/** A place with a broker, an elected member, a commissioner of public health and a steward. */
export async function town(world: World): Promise<Town> {
  const { seed } = world
  const place = await seed.place({ name: `Northgate ${++count}`, state: 'draft' })
  const held = (name: string, role: 'broker' | 'elected-member' | 'commissioner' | 'steward') =>
    seed.person({ name, roles: [{ placeId: place.id, role }] })
  const [ines, shah, ruth, rosa] = [
    await held('Ines', 'broker'),
    await held('Cllr Shah', 'elected-member'),
    await held('Ruth', 'commissioner'),
    await held('Rosa', 'steward'),
  ]
  const health = await seed.organisation({
    ...{ place, name: 'Public health', kind: 'council', sector: 'public' },
    ...{ incomeBand: 'not-a-charity', members: [ruth] },
  })
  return { place, ines, shah, ruth, rosa, health }
}

export const wish = (t: Town, more: object = {}) => ({
  ...{ placeId: t.place.id, question: QUEUE, story: STORY, areaId: t.place.areaIds[1] ?? null },
  ...{ whereAbouts: 'The pharmacy on Mill Street', affected: 'Older people and parents' },
  ...{ firstName: 'Samuel', contactBy: 'phone' as const, contact: '07700 900456' },
  ...{ shownAs: 'first-name' as const, language: 'en' as const, wording: PROPOSAL_WORDING },
  ...more,
})

/** Mr Okafor's question, typed by Ines and read by her. */
export async function asked(world: World, t: Town, more: object = {}) {
  const ines = await world.as(t.ines)
  const typed = { ...wish(t, more), readBack: true as const, minutes: 12 }
  const slip = await ines(contract.type, { body: typed })
  const { items } = await ines(contract.desk, { params: { placeId: t.place.id } })
  const id = items.find((one) => one.reference === slip.reference)?.id ?? ''
  return { id, ...slip }
}

export async function published(world: World, t: Town, more: object = {}) {
  const slip = await asked(world, t, more)
  await (await world.as(t.ines))(contract.publish, { params: { proposalId: slip.id }, body: {} })
  return slip
}

export const supporter = (n: number, more: object = {}) => ({
  ...{ firstName: `Neighbour ${n}`, contactBy: 'email' as const, language: 'en' as const },
  ...{ contact: `neighbour-${n}@example.org`, wording: PROPOSAL_WORDING },
  ...more,
})

/** The token behind the # of the newest letter of a kind to an address. */
export async function tokenTo(world: World, to: string, template: string): Promise<string> {
  const { rows } = await world.db.execute<{ body: string }>(
    sql`select body from outbox where recipient = ${to} and template = ${template} order by id desc limit 1`,
  )
  return /#([\w.-]{20,})/.exec(rows[0]?.body ?? '')?.[1] ?? ''
}

export const lettersOf = async (world: World, template: string): Promise<string[]> =>
  (
    await world.db.execute<{ recipient: string }>(
      sql`select recipient from outbox where template = ${template} order by id`,
    )
  ).rows.map((row) => row.recipient)

/** So many neighbours stand behind a question and press the button in their letter. */
export async function supported(world: World, id: string, from: number, to: number) {
  for (let n = from; n <= to; n++) {
    const who = supporter(n)
    await world.anyone(contract.support, { params: { proposalId: id }, body: who })
    const token = await tokenTo(world, who.contact, 'proposals.confirm')
    await world.anyone(contract.confirm, { body: { token } })
  }
}

/** Lets the worker do all that is due. */
export async function work(world: World): Promise<void> {
  while (await keepProposals({ db: world.appDb, config: world.config }));
}

/** Lets so many days have passed for one question: only a table's owner can, by lifting the guard meanwhile. */
export async function passDays(world: World, id: string, days: number): Promise<void> {
  const earlier = ['read_by', 'read_at', 'published_at', 'gather_until', 'backed_at', 'answer_by']
    .map((column) => `${column} = ${column} - interval '${days} days'`)
    .join(', ')
  await world.db.transaction(async (tx) => {
    await tx.execute(sql`alter table proposals disable trigger proposals_guard`)
    await tx.execute(sql`update proposals set ${sql.raw(earlier)} where id = ${id}`)
    await tx.execute(sql`alter table proposals enable trigger proposals_guard`)
  })
  await work(world)
}
