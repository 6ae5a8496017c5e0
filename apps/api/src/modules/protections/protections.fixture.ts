import { addDays, dayIn } from '@howcanwe/shared/places'
import { protectionsContract as contract, type ProtectionDraft } from '@howcanwe/shared/protections'
import { sql } from 'drizzle-orm'
import type { SeededPlace } from '../../../test/seed.ts'
import type { World } from '../../../test/support.ts'

/** A whole day so many days from now, in London. */
export const daysAhead = (days: number): string => addDays(dayIn('Europe/London', new Date()), days)

/** Everything Ruth answers, but the areas. */
export const ANSWERS = {
  title: 'Thursday befriending calls',
  themes: ['older-people' as const],
  why: 'Forty people who live alone get a call from somebody they know.',
  evidence: [
    { kind: 'experience' as const, statement: 'Six years, forty calls a week.', link: null },
    {
      kind: 'before-after' as const,
      statement: 'Half as many call an ambulance.',
      link: 'https://example.org/befriending.pdf',
    },
  ],
  atRisk: 'People over 80 who have no other call in the week.',
  strengthen: 'A second phone line and expenses for volunteers.',
  moneyPence: 1_200_000,
  alternatives: 'A chat app: most of them have no smartphone.',
  reviewOn: daysAhead(365),
  page: 'We keep the Thursday calls, because they work.',
}

/** A town with a commissioner at its council, a broker with an address, and clients for both. */
export async function decidingTown(world: World) {
  const place: SeededPlace = await world.seed.place({ name: 'Northgate and Elmside' })
  const ruth = await world.seed.person({
    name: 'Ruth',
    email: 'ruth@example.org',
    roles: [{ placeId: place.id, role: 'commissioner' }],
  })
  const ines = await world.seed.person({
    name: 'Ines',
    email: 'ines@example.org',
    language: 'nl',
    roles: [{ placeId: place.id, role: 'broker' }],
  })
  const council = await world.seed.organisation({
    place,
    name: 'Northgate Council',
    kind: 'council',
    sector: 'public',
    contactPhone: '020 7946 0001',
    members: [ruth],
  })
  const call = await world.as(ruth)
  const at = (protectionId: string) => ({ params: { protectionId } })
  const start = (): Promise<ProtectionDraft> =>
    call(contract.start, { body: { placeId: place.id } })
  const change = async (id: string, version: number, body: object): Promise<ProtectionDraft> =>
    call(contract.change, { ...at(id), body }, { ifMatch: version })
  const publish = (id: string, version: number, secondsMore?: number): Promise<ProtectionDraft> =>
    call(contract.publish, { ...at(id), body: { secondsMore } }, { ifMatch: version })
  const whole = async (more: object = {}): Promise<ProtectionDraft> => {
    const { id } = await start()
    return change(id, 1, { ...ANSWERS, areaIds: place.areaIds.slice(0, 1), ...more })
  }
  const published = async (more: object = {}): Promise<ProtectionDraft & { slug: string }> => {
    const draft = await whole(more)
    const out = await publish(draft.id, draft.version)
    return { ...out, slug: out.slug ?? '' }
  }
  return { place, ruth, ines, council, call, at, start, change, publish, whole, published }
}
export type DecidingTown = Awaited<ReturnType<typeof decidingTown>>

/** Lets time have passed: only a table's owner can, by lifting the guard inside one transaction. */
export const setBack = (world: World, id: string, set: ReturnType<typeof sql>) =>
  world.db.transaction(async (tx) => {
    await tx.execute(sql`alter table protections disable trigger protections_guard`)
    await tx.execute(sql`update protections set ${set} where id = ${id}`)
    await tx.execute(sql`alter table protections enable trigger protections_guard`)
  })
