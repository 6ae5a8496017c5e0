import { eq } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { record } from '../modules/audit/index.ts'
import { places } from '../modules/places/places.table.ts'
import { placePledges } from '../modules/places/pledges.table.ts'
import { protectionAreas, protections } from '../modules/protections/protections.table.ts'
import { dayIn, type Ids, idOf } from './demo.ids.ts'

const PAGE = `Northgate and Elmside Council has decided to keep this and make it stronger, in Northgate and Elmside: The Thursday befriending calls.

Why it works, and for whom
Forty-two people who live alone get a call every Thursday from somebody who knows their name. The callers are neighbours. Nobody is passed on, nobody waits in a queue.

Who would be at risk if it changed
People over 80 with no other call in the week. Eleven of them told us that Thursday is the only day they speak to anybody.

What we will do to make it stronger
A second phone line, and expenses for the fourteen callers on the day they make the calls. It needs £9,600 a year.

What else we looked at, and why not
A chat app: thirty-five of the forty-two have no smartphone. One contract for the whole county: the callers would be strangers.

We look at this again in a year.`

const EVIDENCE = [
  {
    kind: 'experience' as const,
    statement:
      'Six years, about forty calls a week, and three weeks without calls in all that time.',
    link: null,
  },
  {
    kind: 'feedback' as const,
    statement:
      'Thirty-eight of the forty-two were asked by phone. Thirty-six said: leave it as it is.',
    link: null,
  },
  {
    kind: 'before-after' as const,
    statement:
      'Those who have had calls for a year ring the out-of-hours line half as often as before.',
    link: 'https://voluntary-action.example/befriending-numbers',
  },
]

/** A decision to keep something, published the day the town is loaded (J-03). */
export async function loadProtection(
  tx: Database,
  placeId: string,
  areas: Ids,
  persons: Ids,
  bodies: Ids,
): Promise<void> {
  const reviewOn = dayIn(365)
  const [row] = await tx
    .insert(protections)
    .values({
      placeId,
      commissionerId: idOf(persons, 'ruth'),
      organisationId: idOf(bodies, 'council'),
      title: 'The Thursday befriending calls',
      themes: ['older-people', 'volunteering-infrastructure'],
      why: 'Forty-two people who live alone get a call every Thursday from somebody who knows their name.',
      evidence: EVIDENCE,
      atRisk: 'People over 80 with no other call in the week.',
      strengthen: 'A second phone line, and expenses for the callers on the day.',
      moneyPence: 960_000,
      alternatives: 'A chat app; one contract for the whole county.',
      reviewOn,
      page: PAGE,
      secondsTaken: 11 * 60,
    })
    .returning({ id: protections.id })
  if (!row) throw new Error('insert returned no row')
  const at = { placeId, protectionId: row.id }
  await tx
    .insert(protectionAreas)
    .values(['Northgate', 'Elmside'].map((name) => ({ ...at, areaId: idOf(areas, name) })))
  await tx
    .update(protections)
    .set({ state: 'published', slug: 'the-thursday-befriending-calls', nextReviewOn: reviewOn })
    .where(eq(protections.id, row.id))
  await record(tx, {
    placeId,
    actorId: idOf(persons, 'ruth'),
    action: 'protections.published',
    subject: { kind: 'protection', id: row.id },
    before: { state: 'draft' },
    after: { state: 'published', reviewOn },
  })
}

const PLEDGES = [
  {
    framework: 'keep-it-local' as const,
    statement: 'Before anything is bought from elsewhere, we ask who here could do it.',
    owner: 'Ruth Marsh, Northgate and Elmside Council',
    reviewOn: dayIn(200),
  },
  {
    framework: 'civil-society-covenant' as const,
    statement: 'Groups that we ask for time hear what came of it, by name and by a day we set.',
    owner: 'Ines Carvalho, Voluntary Action Northgate',
    reviewOn: dayIn(120),
  },
  {
    framework: 'own' as const,
    statement: 'Residents who help us decide are paid on the day, in the way that suits them.',
    owner: 'Ruth Marsh, Northgate and Elmside Council',
    reviewOn: dayIn(90),
  },
]

/** The last step of a town: what it pledged, and that it has everything an active place needs (PL1 [G]). */
export async function openTown(tx: Database, placeId: string): Promise<void> {
  await tx
    .insert(placePledges)
    .values(PLEDGES.map((one, position) => ({ ...one, placeId, position })))
  await tx.update(places).set({ state: 'active' }).where(eq(places.id, placeId))
}
