import { endOfDay } from '@howcanwe/shared/places'
import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { capacityCommitments } from '../modules/organisations/commitments.table.ts'
import { organisations } from '../modules/organisations/organisations.table.ts'
import { practiceCards } from '../modules/practices/practices.table.ts'
import {
  supportAsks,
  supportOffers,
  supportRequests,
} from '../modules/support-exchange/support-exchange.table.ts'
import { dayIn, daysAgo, type Ids, idOf } from './demo.ids.ts'

const ZONE = 'Europe/London'
const until = (days: number) => ({
  until: dayIn(days),
  endsAt: endOfDay(ZONE, dayIn(days)),
})

interface Town {
  persons: Ids
  bodies: Ids
}

/** What already works, as those who do it say (OR4). */
async function loadPractices(tx: Database, placeId: string, { persons, bodies }: Town) {
  await tx.insert(practiceCards).values([
    {
      placeId,
      organisationId: idOf(bodies, 'carers'),
      writtenBy: idOf(persons, 'amina'),
      state: 'listed',
      listedAt: daysAgo(40),
      title: 'A sitting swap between carers',
      forWhom: 'Carers who never have an evening off',
      evidence: 'feedback',
      mayCopy: 'anyone',
      since: dayIn(-700),
      peopleReached: 26,
      costPerPersonPence: 400,
      needs: 'A list on the wall and one person who rings round on Mondays',
      story: 'One of us went to the cinema for the first time in six years.',
      contact: 'Amina, on Tuesdays at the hall',
      themes: ['carers'],
    },
    {
      placeId,
      organisationId: idOf(bodies, 'youth'),
      writtenBy: idOf(persons, 'dele'),
      state: 'listed',
      listedAt: daysAgo(12),
      title: 'A walk home after the youth club',
      forWhom: 'Young people who look after a parent',
      evidence: 'our-experience',
      mayCopy: 'ask-first',
      peopleReached: 15,
      themes: ['children-young-people', 'carers'],
    },
  ])
}

/** Who needs and who lends what; one was asked and has not answered (OR5). */
async function loadSupport(tx: Database, placeId: string, { persons, bodies }: Town) {
  const [amina, dele] = [idOf(persons, 'amina'), idOf(persons, 'dele')]
  const carers = { placeId, organisationId: idOf(bodies, 'carers'), writtenBy: amina }
  const youth = { placeId, organisationId: idOf(bodies, 'youth'), writtenBy: dele }
  const [ask] = await tx
    .insert(supportAsks)
    .values([
      {
        ...carers,
        ...until(60),
        kind: 'backfill',
        what: 'Somebody to run our Tuesday group twice while I am at the workshops',
      },
      {
        ...youth,
        ...until(90),
        kind: 'policy-template',
        what: 'A safeguarding policy for trips, four pages at most',
      },
    ])
    .returning({ id: supportAsks.id })
  const [offer] = await tx
    .insert(supportOffers)
    .values([
      { ...youth, ...until(120), kind: 'backfill', what: 'A youth worker, two evenings a month' },
      {
        ...carers,
        ...until(120),
        kind: 'room',
        what: 'The back room of the hall, Friday mornings',
      },
    ])
    .returning({ id: supportOffers.id })
  if (ask && offer)
    await tx
      .insert(supportRequests)
      .values({ placeId, askId: ask.id, offerId: offer.id, askedBy: amina })
}

/** One group that has promised a lot, and one that rests (OR3, J-09). */
async function loadHours(tx: Database, placeId: string, { bodies }: Town) {
  await tx.insert(capacityCommitments).values({
    placeId,
    organisationId: idOf(bodies, 'youth'),
    sourceKind: 'agreement',
    sourceId: idOf(bodies, 'youth'),
    hoursPerMonth: 18,
    untilDay: dayIn(200),
    endsAt: endOfDay(ZONE, dayIn(200)),
    state: 'committed',
  })
  await tx
    .update(organisations)
    .set({ state: 'paused', pausedUntil: dayIn(45), pauseEndsAt: endOfDay(ZONE, dayIn(45)) })
    .where(sql`${organisations.id} = ${idOf(bodies, 'players')}`)
}

/** Time, what works, and what one lends another. */
export async function loadTime(tx: Database, placeId: string, town: Town): Promise<void> {
  await loadPractices(tx, placeId, town)
  await loadSupport(tx, placeId, town)
  await loadHours(tx, placeId, town)
}
