import type { Role } from '@howcanwe/shared/identity'
import { sql } from 'drizzle-orm'
import { type Database, inTransaction } from '../src/db/database.ts'
import {
  challengeAreas,
  challengeCriteria,
  challenges,
} from '../src/modules/challenges/challenges.table.ts'
import { groups } from '../src/modules/codesign/codesign.table.ts'
import { people, roleGrants } from '../src/modules/identity/identity.table.ts'
import {
  capacityProfiles,
  memberships,
  organisationAreas,
  organisations,
} from '../src/modules/organisations/organisations.table.ts'
import { placeAreas, places } from '../src/modules/places/places.table.ts'

type New<T extends { $inferInsert: unknown }> = Partial<T['$inferInsert']>
/** Over the whole place, unless it says over what. */
type Grant = { placeId: string; role: Exclude<Role, 'member'> } & New<typeof roleGrants>
const one = <T>(rows: T[]): T => {
  const [row] = rows
  if (!row) throw new Error('insert returned no row')
  return row
}
let count = 0
const next = () => ++count

export interface SeededPlace {
  id: string
  areaIds: string[]
}

const CRITERIA = [
  {
    name: 'Knows the people',
    goodLooksLike: 'People already come to you and trust you',
    weight: 40,
  },
  { name: 'Could start soon', goodLooksLike: 'A first try within six weeks', weight: 30 },
  { name: 'Shares what it learns', goodLooksLike: 'Others can copy it', weight: 30 },
]

/** Builders that create the parents they need. Everything is made up. */
export function seedWith(db: Database) {
  const place = async (
    more: New<typeof places> = {},
    areaNames = ['Northgate', 'Elmside'],
  ): Promise<SeededPlace> => {
    const n = next()
    const row = one(
      await db
        .insert(places)
        .values({
          slug: `town-${n}`,
          name: `Town ${n}`,
          timeZone: 'Europe/London',
          currency: 'GBP',
          languages: ['en', 'nl'],
          introduction: 'A town for tests.',
          contactName: 'Ines',
          contactRole: 'Broker',
          contactPhone: '020 7946 0000',
          ladCodes: ['E09000001'],
          ...more,
        })
        .returning(),
    )
    const areas = await db
      .insert(placeAreas)
      .values(areaNames.map((name, position) => ({ placeId: row.id, name, position })))
      .returning()
    return { id: row.id, areaIds: areas.map((a) => a.id) }
  }

  const person = async (
    p: { name?: string; roles?: Grant[] } & New<typeof people> = {},
  ): Promise<string> => {
    const { name, roles = [], ...more } = p
    const row = one(
      await db
        .insert(people)
        .values({ displayName: name ?? 'Somebody', email: `person-${next()}@example.org`, ...more })
        .returning(),
    )
    if (roles.length > 0)
      await db.insert(roleGrants).values(roles.map((r) => ({ ...r, personId: row.id })))
    return row.id
  }

  const organisation = async (
    o: { place: SeededPlace; members?: string[]; capacity?: New<typeof capacityProfiles> } & New<
      typeof organisations
    >,
  ): Promise<string> => {
    const { place: at, members = [], capacity, ...more } = o
    const row = one(
      await db
        .insert(organisations)
        .values({
          placeId: at.id,
          name: `Group ${next()}`,
          kind: 'charity',
          sector: 'community',
          incomeBand: 'micro',
          themes: ['carers'],
          contactName: 'Amina',
          contactEmail: `group-${next()}@example.org`,
          declaredAt: new Date(),
          ...more,
        })
        .returning(),
    )
    await db
      .insert(organisationAreas)
      .values(
        at.areaIds
          .slice(0, 1)
          .map((areaId) => ({ placeId: at.id, organisationId: row.id, areaId })),
      )
    if (members.length > 0) {
      await db.insert(memberships).values(
        members.map((personId, i) => ({
          placeId: at.id,
          organisationId: row.id,
          personId,
          lead: i === 0,
        })),
      )
    }
    await db
      .insert(capacityProfiles)
      .values({ placeId: at.id, organisationId: row.id, ...capacity })
    return row.id
  }

  /** A draft with everything filled in. */
  const draft = async (
    c: { place: SeededPlace; commissioner: string; council?: string } & New<typeof challenges>,
  ): Promise<string> => {
    const { place: at, commissioner, council, ...more } = c
    const organisationId =
      council ??
      (await organisation({
        place: at,
        name: `Council ${next()}`,
        kind: 'council',
        sector: 'public',
        incomeBand: 'not-a-charity',
        members: [commissioner],
      }))
    const row = one(
      await db
        .insert(challenges)
        .values({
          placeId: at.id,
          commissionerId: commissioner,
          organisationId,
          question: `How can we make a break from caring something you can plan on, case ${next()}?`,
          summary: 'Carers rarely know before Friday whether they have Saturday off.',
          themes: ['carers'],
          whyNow: 'The waiting list doubled.',
          whoIsAffected: 'About 900 unpaid carers.',
          leastServed: 'Carers who work nights',
          outcome: 'I can plan a day off three weeks ahead.',
          outcomeBy: 'Carers at the Tuesday club',
          innovation: 'adapt',
          tried: [{ what: 'A booking line', result: 'It was busy.' }],
          notAtRisk: 'The Saturday club stays.',
          constraints: [{ kind: 'money', what: 'The budget is set until April.', flex: 'fixed' }],
          participationPence: 300_000,
          backfillPence: 900_000,
          testsPence: 300_000,
          accessPence: 100_000,
          officerHours: 60,
          payHourlyPence: 2_500,
          payWhen: 'Within five working days',
          route: 'learning-cohort',
          hoursPerMonth: 10,
          expectedInterests: 20,
          closesAt: new Date(Date.now() + 30 * 86_400_000),
          resultsBy: '2099-03-02',
          startsOn: '2099-04-01',
          endsOn: '2099-12-31',
          ...more,
        })
        .returning(),
    )
    await db
      .insert(challengeAreas)
      .values(
        at.areaIds.slice(0, 1).map((areaId) => ({ placeId: at.id, challengeId: row.id, areaId })),
      )
    await db
      .insert(challengeCriteria)
      .values(
        CRITERIA.map((k, position) => ({ ...k, placeId: at.id, challengeId: row.id, position })),
      )
    return row.id
  }

  /** Sends a draft to its first readers; `shortened`: the broker lets it open when its commissioner likes. */
  const readThrough = async (challengeId: string, shortened = false): Promise<void> => {
    await db
      .update(challenges)
      .set({
        state: 'read-through',
        checkedAt: sql`clock_timestamp()`,
        readFrom: sql`clock_timestamp()`,
        readUntil: sql`clock_timestamp() + interval '7 days'`,
        shortenedReason: shortened ? 'The halls close next week and everybody has read it.' : null,
      })
      .where(sql`${challenges.id} = ${challengeId}`)
  }

  /** An open challenge; `slug` may be named. */
  const openChallenge = async (c: Parameters<typeof draft>[0]): Promise<string> => {
    const { slug, ...rest } = c
    const id = await draft(rest)
    await readThrough(id, true)
    await db
      .update(challenges)
      .set({
        state: 'open',
        slug: slug ?? `challenge-${next()}`,
        openedAt: new Date(),
        questionsUntil: sql`${challenges.closesAt} - interval '5 days'`,
      })
      .where(sql`${challenges.id} = ${id}`)
    return id
  }

  /** Lets the deadline have passed: only a table's owner can, by lifting the guard inside one transaction. */
  const passDeadline = (challengeId: string): Promise<void> =>
    inTransaction(db, async (tx) => {
      await tx.execute(sql`alter table challenges disable trigger challenges_guard`)
      await tx.execute(
        sql`update challenges set closes_at = clock_timestamp() - interval '1 second' where id = ${challengeId}`,
      )
      await tx.execute(sql`alter table challenges enable trigger challenges_guard`)
    })

  const group = async (
    g: { placeId: string; challengeId: string; facilitatorId: string } & New<typeof groups>,
  ): Promise<string> =>
    one(
      await db
        .insert(groups)
        .values({
          name: 'Carers’ Tuesday',
          about: 'We look at what a week looks like.',
          rung: 'co-design',
          decides: 'When and where respite is offered',
          shapes: 'How it is booked',
          fixed: 'The budget, set by full council',
          answersBy: 'Ruth, within 20 working days',
          youGet: '£25 an hour and your fares',
          places: 12,
          ...g,
        })
        .returning(),
    ).id

  return { place, person, organisation, draft, readThrough, openChallenge, passDeadline, group }
}
export type Seed = ReturnType<typeof seedWith>
