import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { agreementParties, agreements } from '../modules/agreements/agreements.table.ts'
import {
  jointInterestMembers,
  jointInterests,
} from '../modules/joint-interests/joint-interests.table.ts'
import { type Ids, idOf, noonIn } from './demo.ids.ts'

const PURPOSE =
  'Together we know who waits at the stop after eight: elders, cooks who close a kitchen, and people who look after somebody at night.'

/** The lunch club and the elders write an answer together and have asked Amina’s carers. Made up, like everybody here. */
async function loadJoint(tx: Database, placeId: string, asked: Ids, bodies: Ids): Promise<void> {
  const of = { placeId, challengeId: idOf(asked, 'nightbus') }
  const [lunch, elders, carers] = ['lunch', 'elders', 'carers'].map((key) => idOf(bodies, key))
  if (!lunch || !elders || !carers) return
  const [joint] = await tx
    .insert(jointInterests)
    .values({ ...of, convenorId: lunch, purpose: PURPOSE })
    .returning({ id: jointInterests.id })
  if (!joint) return
  const own = { ...of, jointInterestId: joint.id }
  await tx.insert(jointInterestMembers).values([
    {
      ...own,
      organisationId: lunch,
      state: 'joined',
      part: 'Our cooks write down when they leave and how they get home.',
      role: 'The evening count',
      hoursPerMonth: 4,
      pence: 30_000,
      answeredAt: sql`clock_timestamp()`,
    },
    {
      ...own,
      organisationId: elders,
      state: 'joined',
      why: 'Your members told us why they stay at home after six.',
      part: 'We ask our members, in Somali, what would make them take the bus.',
      role: 'Asking the elders',
      hoursPerMonth: 5,
      pence: 30_000,
      answeredAt: sql`clock_timestamp()`,
    },
    {
      ...own,
      organisationId: carers,
      why: 'You know who is on the road at night to look after somebody.',
      askedPurpose: PURPOSE,
    },
  ])
}

/** Amina’s carers and the lunch club share a room: one page, being written. */
async function loadAgreement(tx: Database, placeId: string, persons: Ids, bodies: Ids) {
  const [row] = await tx
    .insert(agreements)
    .values({
      placeId,
      source: 'chosen',
      title: 'A warm room on Thursday evenings',
      purpose: 'Carers sit down to a meal somebody else has cooked, once a week.',
      whoDoesWhat: 'The lunch club cooks and opens the room. The carers fetch and bring.',
      decisions: 'Over the washing-up, and by telephone if it cannot wait.',
      dataAndStories: 'Nobody’s story leaves the room without their word.',
      credit: 'Both names on every poster.',
      ifWrong: 'We say it to each other first, then to Ines.',
      howToLeave: 'A month before, by telling the other.',
      begunBy: idOf(persons, 'amina'),
      createdAt: noonIn(-6),
    })
    .returning({ id: agreements.id })
  if (!row) return
  const of = { placeId, agreementId: row.id, advance: true }
  await tx.insert(agreementParties).values([
    {
      ...of,
      organisationId: idOf(bodies, 'carers'),
      interests: 'One evening a week that nobody has to plan.',
      role: 'Fetching people and bringing them home',
      hoursPerMonth: 6,
    },
    {
      ...of,
      organisationId: idOf(bodies, 'lunch'),
      interests: 'A kitchen that is used after two o’clock as well.',
      role: 'Cooking and the room',
      hoursPerMonth: 8,
      pence: 24_000,
    },
  ])
}

export async function loadTogether(
  tx: Database,
  placeId: string,
  { asked, persons, bodies }: { asked: Ids; persons: Ids; bodies: Ids },
): Promise<void> {
  await loadJoint(tx, placeId, asked, bodies)
  await loadAgreement(tx, placeId, persons, bodies)
}
