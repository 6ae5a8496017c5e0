import { and, asc, eq, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { groupMembers, groupSessions, groups } from '../modules/codesign/codesign.table.ts'
import { sessionPapers } from '../modules/sessions/papers.table.ts'
import {
  agendaItems,
  sessionAttendance,
  sessionFelt,
  sessionOutcomes,
  sessionReplies,
} from '../modules/sessions/sessions.table.ts'
import { type Ids, idOf, noonIn } from './demo.ids.ts'

const HALL = {
  venue: 'Elmside lunch club, the small room',
  address: '4 Mill Lane, Elmside',
  gettingThere: 'Bus 12 to Mill Lane. The door with the green awning, bell on the right.',
  stepFree: true,
  breaks: 'Tea after an hour.',
  capacity: 14,
  paidMinutes: 180,
}
const HOUR_MS = 3_600_000

const AGENDA_BEFORE = [
  ['What happened when a sitter did not come', 25, 'hear', true],
  ['Which evenings would help most', 20, 'talk', true],
  ['Where a first try could start', 35, 'talk', false],
] as const
const AGENDA_NEXT = [
  ['Sundays: why we never get one', 20, 'talk', true],
  ['One number to ring when it falls through', 20, 'talk', true],
  ['Try Tuesday evenings in the lunch club for six weeks', 40, 'decide', false],
  ['What the sitters said', 20, 'hear', false],
] as const
const DECIDED_ON_A_PAPER = 2

const NOTES = `Nine carers told what happened when a sitter did not come. Twice it meant a night in hospital.
Tuesday and Sunday evenings would help most. Mornings help nobody who works.
The lunch club has a room on Tuesdays. We look at it together before we decide.`

const PAPER = {
  title: 'Six Tuesdays in the lunch club',
  summary:
    'We could try Tuesday evenings in the small room of the lunch club. Two sitters come each time. It costs £140 an evening. After six weeks we look at what changed and stop, change it or go on.',
  body: 'The room is free from six to nine. The lunch club asks for £20 an evening, for heating. Two sitters are paid £60 each. If one falls ill, the second stays and we ring a third. Nobody pays to come. We ask the same six questions before and after: how you slept, and whether you could go out. What we do not know yet: how people without a car get home after eight.',
}

interface Town {
  placeId: string
  groupId: string
  members: { id: string }[]
  yusuf: string
}

async function addSession(tx: Database, { placeId, groupId }: Town, inDays: number, more: object) {
  const startsAt = new Date(noonIn(inDays).getTime() + 6 * HOUR_MS)
  const endsAt = new Date(startsAt.getTime() + 2 * HOUR_MS)
  const [row] = await tx
    .insert(groupSessions)
    .values({ ...HALL, placeId, groupId, startsAt, endsAt, ...more })
    .returning({ id: groupSessions.id })
  return row?.id ?? ''
}

type Agenda = typeof AGENDA_BEFORE | typeof AGENDA_NEXT

async function addAgenda(tx: Database, town: Town, sessionId: string, agenda: Agenda) {
  const ids: string[] = []
  for (const [position, [title, minutes, purpose, isResidents]] of agenda.entries()) {
    const [row] = await tx
      .insert(agendaItems)
      .values({
        ...{ placeId: town.placeId, sessionId, position, title, minutes, purpose },
        raisedBy: isResidents ? town.members[position]?.id : null,
        bloc: isResidents ? 'residents' : null,
      })
      .returning({ id: agendaItems.id })
    if (row) ids.push(row.id)
  }
  return ids
}

/** A month ago: who was there, what came of it, and how it felt. */
async function loadPast(tx: Database, town: Town): Promise<string> {
  const sessionId = await addSession(tx, town, -26, {
    ...{ state: 'notes-shared', heldAt: noonIn(-25), notes: NOTES },
    ...{ notesDueAt: noonIn(-18), notesSharedAt: noonIn(-21) },
    ...{ papersDueAt: noonIn(-33), papersSettledAt: noonIn(-33), agendaPublishedAt: noonIn(-36) },
  })
  await addAgenda(tx, town, sessionId, AGENDA_BEFORE)
  const { placeId } = town
  const outcomes = [
    ['action', 'See the room at the lunch club on a Tuesday evening', 'Yusuf and two of us'],
    ['test', 'One number to ring for two weeks, answered until ten', 'Elmside lunch club'],
  ] as const
  for (const [kind, text, who] of outcomes)
    await tx.insert(sessionOutcomes).values({ placeId, sessionId, kind, text, who })
  for (const [n, { id: memberId }] of town.members.entries()) {
    const of = { placeId, sessionId, memberId }
    await tx.insert(sessionAttendance).values({ ...of, came: n < 9, enteredBy: town.yusuf })
    if (n < 7)
      await tx.insert(sessionFelt).values({ ...of, heard: 3 + (n % 3), changed: 2 + (n % 3) })
  }
  return sessionId
}

/** What is to be decided next was on the agenda before, had no paper in time, and went off it (§4.2, Papers). */
async function carryOn(tx: Database, { placeId }: Town, from: string, to: string, itemId: string) {
  const [title, minutes, purpose] = AGENDA_NEXT[DECIDED_ON_A_PAPER]
  const off = { offAt: noonIn(-33), carriedTo: to, position: AGENDA_BEFORE.length }
  await tx.insert(agendaItems).values({ placeId, sessionId: from, title, minutes, purpose, ...off })
  await tx.update(agendaItems).set({ carriedFrom: from }).where(eq(agendaItems.id, itemId))
}

/** In ten days: the agenda is out, a paper in time, most have said whether they come. */
async function loadNext(tx: Database, town: Town, before: string) {
  const sessionId = await addSession(tx, town, 10, {
    ...{ papersDueAt: noonIn(3), agendaPublishedAt: noonIn(-2), state: 'access-check' },
  })
  const items = await addAgenda(tx, town, sessionId, AGENDA_NEXT)
  const { placeId } = town
  const itemId = items[DECIDED_ON_A_PAPER]
  if (itemId) {
    await tx
      .insert(sessionPapers)
      .values({ ...PAPER, placeId, sessionId, itemId, publishedAt: noonIn(-1) })
    await carryOn(tx, town, before, sessionId, itemId)
  }
  const answers = ['yes', 'yes', 'yes', 'maybe', 'yes', 'no', 'yes', 'yes'] as const
  for (const [n, answer] of answers.entries()) {
    const memberId = town.members[n]?.id
    if (!memberId) continue
    const values = { placeId, sessionId, memberId, answer, brings: n === 2, saidAt: noonIn(-1) }
    await tx.insert(sessionReplies).values(values)
  }
}

const GUARDED = [
  sql`group_sessions`,
  sql`session_agenda_items`,
  sql`session_papers`,
  sql`session_replies`,
  sql`session_outcomes`,
  sql`session_attendance`,
  sql`session_felt`,
]

/** The respite group met once and meets again (CD3, Annex D). */
export async function loadSessions(tx: Database, placeId: string, persons: Ids): Promise<void> {
  const [group] = await tx
    .select({ id: groups.id })
    .from(groups)
    .where(and(eq(groups.placeId, placeId), eq(groups.name, 'A break you can plan on')))
  if (!group) return
  const members = await tx
    .select({ id: groupMembers.id })
    .from(groupMembers)
    .where(and(eq(groupMembers.groupId, group.id), eq(groupMembers.bloc, 'residents')))
    .orderBy(asc(groupMembers.reference))
  const town = { placeId, groupId: group.id, members, yusuf: idOf(persons, 'yusuf') }
  // What the tables still have to check of rows written before is checked now.
  await tx.execute(sql`set constraints all immediate`)
  for (const table of GUARDED) await tx.execute(sql`alter table ${table} disable trigger user`)
  await loadNext(tx, town, await loadPast(tx, town))
  for (const table of GUARDED) await tx.execute(sql`alter table ${table} enable trigger user`)
}
