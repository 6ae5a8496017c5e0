import { randomBytes } from 'node:crypto'
import { BLOCS, type Bloc } from '@howcanwe/shared/codesign'
import { and, asc, desc, eq, lt, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { groupMembers, groupSessions, groups } from '../modules/codesign/codesign.table.ts'
import {
  decisionBallots,
  decisionCounts,
  decisionHoldCalls,
  decisionObjections,
  decisions,
  decisionVersions,
} from '../modules/decisions/decisions.table.ts'
import { decisionSessions } from '../modules/decisions/extra-sessions.table.ts'
import { addCharter } from './demo.charter.ts'
import { dayIn, daysAgo, type Ids, idOf, noonIn } from './demo.ids.ts'

const BOOKING = {
  reason: 'The line is busy three mornings a week, and people give up.',
  options: 'A second phone line alone would cost £900 a month and help from nine to five only.',
  affects: 'Everybody who books a break, and two people who answer the phone',
}
const FIRST = { ...BOOKING, text: 'Breaks are booked online, and only there.' }
const SECOND = {
  ...BOOKING,
  text: 'Breaks are booked online, and the phone line stays, nine to five, with a person who answers.',
}
const OBJECTION =
  'People who look after somebody all night and have no screen could not book any more.'
const ANSWER =
  'The phone line stays, with a person who answers. Online comes beside it, so the line is less busy.'
const TUESDAYS = {
  text: 'We try Tuesday evenings in the lunch club for six weeks, with two sitters each time.',
  reason: 'Tuesday and Sunday evenings would help most, and the room is free on Tuesdays.',
  options: 'Sundays would help as many, but no room is open then. We come back to them.',
  affects: 'Carers who cannot leave the house in the evening, and the lunch club next door',
}

const WAIT = [
  'We have not heard from anybody who books at night.',
  'Nobody told us what the second line costs.',
]

type Member = { id: string; bloc: Bloc }
interface Town {
  placeId: string
  groupId: string
  members: readonly Member[]
  yusuf: string
}

async function addVersion(
  tx: Database,
  placeId: string,
  values: Omit<typeof decisionVersions.$inferInsert, 'placeId'>,
): Promise<string> {
  const [row] = await tx
    .insert(decisionVersions)
    .values({ ...values, placeId })
    .returning({ id: decisionVersions.id })
  return row?.id ?? ''
}

async function addDecision(
  tx: Database,
  { placeId, groupId }: Town,
  values: { number: number; origin: Bloc; state: 'open' | 'decided'; decidedAt?: Date },
): Promise<string> {
  const [row] = await tx
    .insert(decisions)
    .values({ ...values, placeId, groupId, kind: 'ordinary' })
    .returning({ id: decisions.id })
  return row?.id ?? ''
}

/** A third of each voice, rounded down, says no; in those against it, a third says yes. */
async function count(tx: Database, town: Town, versionId: string, against: readonly Bloc[]) {
  const rows = BLOCS.map((bloc) => {
    const members = town.members.filter((one) => one.bloc === bloc).length
    const few = Math.floor(members / 3)
    const [yes, no] = against.includes(bloc) ? [few, members - few] : [members - few, few]
    return { placeId: town.placeId, versionId, bloc, members, yes, no, aside: 0 }
  })
  await tx.insert(decisionCounts).values(rows)
}

/** Officers proposed booking online only; the residents stopped it, and the phone line stayed (J-20). */
async function loadDecided(tx: Database, town: Town) {
  const { placeId, members, yusuf } = town
  const decisionId = await addDecision(tx, town, {
    ...{ number: 1, origin: 'public-bodies', state: 'decided' },
    decidedAt: daysAgo(22),
  })
  const of = { decisionId, reviewOn: dayIn(68) }
  const first = await addVersion(tx, placeId, {
    ...{ ...of, ...FIRST, number: 1, why: 'first', result: 'not-consented' },
    ...{
      wordsAt: daysAgo(50),
      openedAt: daysAgo(40),
      closesAt: daysAgo(33),
      closedAt: daysAgo(33),
    },
  })
  await count(tx, town, first, ['residents'])
  const objector = members.find(({ bloc }) => bloc === 'residents')
  if (objector)
    await tx.insert(decisionObjections).values({
      ...{ placeId, versionId: first, memberId: objector.id, kind: 'missing-person' },
      ...{ text: OBJECTION, answer: ANSWER, answeredBy: yusuf, answeredAt: daysAgo(31) },
    })
  const second = await addVersion(tx, placeId, {
    ...{ ...of, ...SECOND, number: 2, why: 'integrated', result: 'consented' },
    ...{
      wordsAt: daysAgo(30),
      openedAt: daysAgo(29),
      closesAt: daysAgo(22),
      closedAt: daysAgo(22),
    },
    ...{ heldAt: daysAgo(28), heldUntil: daysAgo(24) },
  })
  await count(tx, town, second, [])
  await loadHold(tx, town, second)
}

/** Two residents stopped the clock, and the session of those days was the extra one they were owed. */
async function loadHold(tx: Database, { placeId, groupId, members }: Town, versionId: string) {
  const residents = members.filter(({ bloc }) => bloc === 'residents')
  for (const [n, reason] of WAIT.entries()) {
    const memberId = residents[n]?.id
    if (memberId)
      await tx.insert(decisionHoldCalls).values({ placeId, versionId, memberId, reason })
  }
  const [session] = await tx
    .select({ id: groupSessions.id })
    .from(groupSessions)
    .where(and(eq(groupSessions.groupId, groupId), lt(groupSessions.startsAt, daysAgo(24))))
    .orderBy(desc(groupSessions.startsAt))
  if (session)
    await tx.insert(decisionSessions).values({ placeId, versionId, sessionId: session.id })
}

/** Six Tuesdays in the lunch club: open for nine days more, half have answered. */
async function loadOpen(tx: Database, town: Town) {
  const { placeId, members } = town
  const decisionId = await addDecision(tx, town, {
    ...{ number: 2, origin: 'residents', state: 'open' },
  })
  const versionId = await addVersion(tx, placeId, {
    ...{ ...TUESDAYS, decisionId, number: 1, why: 'first', reviewOn: dayIn(75) },
    ...{ wordsAt: daysAgo(12), openedAt: daysAgo(3), closesAt: noonIn(9) },
  })
  const half = members.filter((_, n) => n % 2 === 0)
  for (const [n, { id: memberId }] of half.entries())
    await tx
      .insert(decisionBallots)
      .values({ placeId, versionId, memberId, answer: n % 4 === 3 ? 'no' : 'yes' })
}

/** Who sits with the two other voices; the residents were drawn. */
const BESIDE: readonly [name: string, bloc: Bloc, organisation: string][] = [
  ['Amina', 'organisations', 'Elmside Carers Circle'],
  ['Bernadette', 'organisations', 'Riverside Lunch Club'],
  ['Farouk', 'organisations', 'Open Minds'],
  ['Hettie', 'organisations', 'Elm & Gate Homes'],
  ['Ruth', 'public-bodies', 'The council'],
  ['Gareth', 'public-bodies', 'The council'],
  ['Sunita', 'public-bodies', 'The health partnership'],
  ['Owen', 'public-bodies', 'The health partnership'],
  ['Marta', 'public-bodies', 'The council'],
]

/** Three voices sit at the table, and have agreed how they work. */
async function seatOthers(tx: Database, placeId: string, groupId: string) {
  for (const [n, [firstName, bloc, organisation]] of BESIDE.entries())
    await tx.insert(groupMembers).values({
      ...{ placeId, groupId, firstName, bloc, organisation, reference: `HAZEL-${300 + n}` },
      ...{ contactBy: 'someone', contact: `Through ${organisation}`, language: 'en' },
      ...{ contactHash: randomBytes(32), manageHash: randomBytes(32), ways: ['in-the-room'] },
      ...{ consentVersion: '2026-11', state: 'contacted', contactedAt: daysAgo(44) },
    })
  const more = BESIDE.length
  await tx
    .update(groups)
    .set({ taken: sql`${groups.taken} + ${more}`, places: sql`${groups.places} + ${more}` })
    .where(eq(groups.id, groupId))
  await tx.update(groups).set({ state: 'active' }).where(eq(groups.id, groupId))
}

const GUARDED = [
  sql`charters`,
  sql`groups`,
  sql`group_members`,
  sql`decisions`,
  sql`decision_versions`,
  sql`decision_counts`,
  sql`decision_objections`,
  sql`decision_hold_calls`,
  sql`decision_sessions`,
  sql`decision_ballots`,
]

/** The respite group has decided once, and decides again (CD5, J-20). */
export async function loadDecisions(tx: Database, placeId: string, persons: Ids): Promise<void> {
  const [group] = await tx
    .select({ id: groups.id })
    .from(groups)
    .where(and(eq(groups.placeId, placeId), eq(groups.name, 'A break you can plan on')))
  if (!group) return
  await tx.execute(sql`set constraints all immediate`)
  for (const table of GUARDED) await tx.execute(sql`alter table ${table} disable trigger user`)
  await seatOthers(tx, placeId, group.id)
  await addCharter(tx, { placeId, groupId: group.id, yusuf: idOf(persons, 'yusuf') })
  const members = await tx
    .select({ id: groupMembers.id, bloc: groupMembers.bloc })
    .from(groupMembers)
    .where(eq(groupMembers.groupId, group.id))
    .orderBy(asc(groupMembers.reference))
  const town = { placeId, groupId: group.id, members, yusuf: idOf(persons, 'yusuf') }
  await loadDecided(tx, town)
  await loadOpen(tx, town)
  for (const table of GUARDED) await tx.execute(sql`alter table ${table} enable trigger user`)
}
