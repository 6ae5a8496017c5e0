import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { record } from '../modules/audit/index.ts'
import {
  challengeAreas,
  challengeCriteria,
  challenges,
} from '../modules/challenges/challenges.table.ts'
import { readingComments } from '../modules/readings/readings.table.ts'
import { CRITERIA } from './demo.challenges.ts'
import { dayIn, type Ids, idOf, noonIn } from './demo.ids.ts'

const APPOINTMENTS = {
  question: 'How can we make missing an appointment nobody’s fault?',
  summary:
    'One in nine appointments at the clinic is missed. Reminders go out by letter. Nobody has asked what kept people away.',
  themes: ['health' as const, 'transport' as const],
  whyNow: 'The clinic moved in May, and missed appointments doubled.',
  whoIsAffected:
    'About 1,400 people a year, and everybody who waits for the place they leave empty.',
  leastServed: 'People who work shifts and people who cannot read the letter',
  outcome: 'I can change my appointment the evening before, without explaining myself.',
  outcomeBy: 'Parents at the Mill Lane playgroup',
  innovation: 'adapt' as const,
  tried: [
    { what: 'A second letter, 2025', result: 'It came after the day for a third of people.' },
  ],
  notAtRisk: 'Nobody loses their place on the list for missing a day.',
  constraints: [
    {
      kind: 'time' as const,
      what: 'Appointments end at half past five.',
      flex: 'can-bend' as const,
    },
  ],
  participationPence: 200_000,
  backfillPence: 400_000,
  testsPence: 250_000,
  accessPence: 80_000,
  officerHours: 40,
  payHourlyPence: 2500,
  payWhen: 'Within five working days of each session',
  route: 'learning-cohort' as const,
  hoursPerMonth: 6,
  expectedInterests: 12,
}

/** One challenge that is being read before it opens, with a comment answered and one that waits (J-04). */
export async function loadReading(
  tx: Database,
  placeId: string,
  areas: Ids,
  persons: Ids,
  bodies: Ids,
): Promise<void> {
  const commissionerId = idOf(persons, 'grace')
  const [row] = await tx
    .insert(challenges)
    .values({
      ...APPOINTMENTS,
      placeId,
      commissionerId,
      organisationId: idOf(bodies, 'health'),
      closesAt: noonIn(49),
      resultsBy: dayIn(77),
      startsOn: dayIn(98),
      endsOn: dayIn(370),
    })
    .returning({ id: challenges.id })
  if (!row) throw new Error('insert returned no row')
  const challengeId = row.id
  await tx.insert(challengeAreas).values({ placeId, challengeId, areaId: idOf(areas, 'Mill Lane') })
  await tx
    .insert(challengeCriteria)
    .values(CRITERIA.map((c, position) => ({ ...c, placeId, challengeId, position })))
  const since = sql`clock_timestamp()`
  await tx
    .update(challenges)
    .set({ state: 'read-through', checkedAt: since, readFrom: since, readUntil: noonIn(7) })
    .where(sql`${challenges.id} = ${challengeId}`)
  await record(tx, {
    placeId,
    actorId: commissionerId,
    action: 'challenges.read-through',
    subject: { kind: 'challenge', id: challengeId },
  })
  await tx.insert(readingComments).values([
    {
      placeId,
      challengeId,
      personId: idOf(persons, 'amina'),
      readsAs: 'organisation',
      organisationId: idOf(bodies, 'carers'),
      field: 'summary',
      quote: 'Reminders go out by letter.',
      words: 'And the bus stops at six. Whoever works until five cannot come back the same day.',
      answerDueAt: noonIn(7),
      answer: 'Thank you. We did not know about the bus; I have put it in under what is fixed.',
      answeredBy: commissionerId,
      answeredAt: new Date(),
    },
    {
      placeId,
      challengeId,
      personId: idOf(persons, 'dele'),
      readsAs: 'organisation',
      organisationId: idOf(bodies, 'youth'),
      field: 'whoIsAffected',
      quote: null,
      words: 'Young people who come alone are counted nowhere. Ask the school nurse.',
      answerDueAt: noonIn(7),
    },
  ])
}
