import { randomBytes } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { challenges } from '../modules/challenges/challenges.table.ts'
import { charters } from '../modules/charters/charters.table.ts'
import { groupMembers, groupSessions, groups } from '../modules/codesign/codesign.table.ts'
import { agendaItems, sessionFelt, sessionOutcomes } from '../modules/sessions/sessions.table.ts'
import {
  groupReports,
  homeworkMarks,
  suggestionMoves,
  suggestions,
} from '../modules/suggestions/suggestions.table.ts'
import { dayIn, type Ids, idOf, noonIn } from './demo.ids.ts'
import { AT_THE_TABLE, MARKED, NIGHTS, SAID, type Said } from './demo.said.ts'

const HOUR_MS = 3_600_000
const HALL = {
  venue: 'Elmside House, the garden room',
  address: '2 Mill Lane, Elmside',
  gettingThere: 'Bus 12 to Mill Lane. The door is at the side, there is no step.',
  stepFree: true,
}

interface Nights {
  placeId: string
  groupId: string
  members: string[]
  yusuf: string
}

async function addGroup(tx: Database, placeId: string, asked: Ids, yusuf: string) {
  const challengeId = idOf(asked, 'respite')
  const taken = AT_THE_TABLE.filter(([, bloc]) => bloc === 'residents').length
  const [group] = await tx
    .insert(groups)
    .values({
      ...{ ...NIGHTS, placeId, challengeId, facilitatorId: yusuf, taken },
      ...{ facilitatorPhone: '020 7946 0120', state: 'reporting-back', createdAt: noonIn(-120) },
    })
    .returning({ id: groups.id })
  if (!group) throw new Error('insert returned no row')
  await tx
    .update(challenges)
    .set({ groupsCount: sql`${challenges.groupsCount} + 1` })
    .where(eq(challenges.id, challengeId))
  return group.id
}

async function addMembers(tx: Database, placeId: string, groupId: string): Promise<string[]> {
  const ids: string[] = []
  for (const [n, [firstName, bloc, organisation]] of AT_THE_TABLE.entries()) {
    const [row] = await tx
      .insert(groupMembers)
      .values({
        ...{ placeId, groupId, firstName, bloc, organisation, language: 'en' },
        ...{ reference: `HERON-${300 + n}`, contactBy: 'someone', ways: ['in-the-room'] },
        ...{ contact: `Ask for ${firstName} at Elmside House`, consentVersion: '2026-11' },
        ...{ contactHash: randomBytes(32), manageHash: randomBytes(32), state: 'contacted' },
        ...{ joinedAt: noonIn(-110), contactedAt: noonIn(-109) },
      })
      .returning({ id: groupMembers.id })
    if (row) ids.push(row.id)
  }
  return ids
}

async function addCharter(tx: Database, { placeId, groupId, yusuf }: Nights) {
  const { rung, decides, shapes, fixed, answersBy } = NIGHTS
  await tx.insert(charters).values({
    ...{ placeId, groupId, version: 1, state: 'agreed', writtenBy: yusuf },
    ...{ askedAt: noonIn(-100), agreedAt: noonIn(-98) },
    text: {
      ...{ rung, decides, shapes, fixed, answersBy },
      rules: 'One person speaks at a time. What is said here about somebody stays here.',
      meeting: 'Every second Tuesday at Elmside House, two hours with tea in between.',
      expect: 'About three hours a month. Nobody asks about benefits.',
      equality: 'Everybody’s word weighs the same, whatever their job.',
      diversity: 'People who care at night, of all ages; we look for men over 60.',
      access: 'No step, captions, and somebody to sit with whom you care for.',
      reciprocity: 'Paid by the hour, fares beforehand, a letter that says what you did.',
    },
  })
}

/** Three sessions, what each led to and how it felt. */
async function addSessions(tx: Database, { placeId, groupId, members }: Nights) {
  for (const [n, inDays] of [-90, -62, -34].entries()) {
    const startsAt = new Date(noonIn(inDays).getTime() + 6 * HOUR_MS)
    const endsAt = new Date(startsAt.getTime() + 2 * HOUR_MS)
    const dates = { heldAt: endsAt, notesSharedAt: noonIn(inDays + 4), startsAt, endsAt }
    const [row] = await tx
      .insert(groupSessions)
      .values({ ...HALL, ...dates, placeId, groupId, state: 'closed', notes: 'What we said.' })
      .returning({ id: groupSessions.id })
    const sessionId = row?.id ?? ''
    const titles = [
      'What nights are like',
      'What would let us sleep',
      'What it may cost',
      'What is next',
    ]
    for (const [position, title] of titles.entries())
      await tx.insert(agendaItems).values({
        ...{ placeId, sessionId, position, title, minutes: 25, purpose: 'talk' },
        ...(position < 2
          ? { raisedBy: members[position], bloc: 'residents' as const }
          : { raisedBy: null, bloc: null }),
      })
    const kinds = n === 2 ? (['action', 'test'] as const) : (['action'] as const)
    for (const kind of kinds)
      await tx.insert(sessionOutcomes).values({
        ...{ placeId, sessionId, kind, who: 'Yusuf and two of us' },
        text: kind === 'test' ? 'Six weeks of a night line' : 'See who answers at night now',
      })
    for (const [m, memberId] of members.slice(0, 8).entries())
      await tx.insert(sessionFelt).values({
        ...{ placeId, sessionId, memberId, heard: 3 + ((m + n) % 3), changed: 2 + ((m + n) % 3) },
        saidAt: endsAt,
      })
  }
}

async function addSaid(tx: Database, nights: Nights, said: Said, number: number, ruth: string) {
  const { placeId, groupId, members } = nights
  const { bloc = 'residents', text, to, words, who, heard } = said
  const saidAt = noonIn(-88 + number)
  const closedAt = noonIn(-30 + number)
  const isDoing = to === 'doing'
  const becoming = { words, named: who, doneOn: isDoing ? dayIn(16) : null }
  const [row] = await tx
    .insert(suggestions)
    .values({
      ...{ placeId, groupId, number, bloc, text, language: 'en', via: 'own-place' },
      ...{ memberId: members[said.by], namedAs: said.named ? 'first-name' : 'nobody' },
      ...{
        state: to,
        saidAt,
        acknowledgeBy: noonIn(-85 + number),
        acknowledgedAt: noonIn(-86 + number),
      },
      ...{ decidedOn: dayIn(-50 + number), answerBy: noonIn(-24 + number), movedBy: ruth },
      ...{ ...becoming, doneBy: isDoing ? noonIn(16) : null, closedAt: isDoing ? null : closedAt },
    })
    .returning({ id: suggestions.id })
  const suggestionId = row?.id ?? ''
  const of = { placeId, suggestionId, movedBy: ruth }
  await tx.insert(suggestionMoves).values([
    {
      ...{ ...of, fromState: 'said', toState: 'acknowledged', words: heard, named: '' },
      at: noonIn(-86 + number),
    },
    { ...of, ...becoming, fromState: 'acknowledged', toState: to, at: closedAt },
  ])
  const marks = MARKED[number - 1] ?? []
  for (const [n, mark] of marks.entries())
    await tx.insert(homeworkMarks).values({
      ...{ placeId, suggestionId, memberId: members[n + 1] ?? '', mark, markedAt: noonIn(-2) },
    })
}

/** The group met yesterday evening to mark the homework; nobody has said yet that it was held. */
async function addMeeting(tx: Database, { placeId, groupId }: Nights) {
  const startsAt = new Date(noonIn(-1).getTime() + 6 * HOUR_MS)
  const endsAt = new Date(startsAt.getTime() + 2 * HOUR_MS)
  const [row] = await tx
    .insert(groupSessions)
    .values({
      ...{ ...HALL, placeId, groupId, startsAt, endsAt, promisedStart: startsAt },
      ...{ state: 'confirmed', papersDueAt: noonIn(-8), papersSettledAt: noonIn(-8) },
    })
    .returning({ id: groupSessions.id })
  await tx.insert(groupReports).values({
    ...{ groupId, placeId, since: noonIn(-14), dueAt: noonIn(76), sessionId: row?.id },
  })
}

const GUARDED = [
  ...['groups', 'group_sessions', 'session_agenda_items', 'session_outcomes', 'session_felt'],
  ...['charters', 'suggestions', 'suggestion_moves', 'group_reports', 'homework_marks'],
]

/** Three months on: a group reports back, and its homework meeting was yesterday (J-21). */
export async function loadSuggestions(
  tx: Database,
  placeId: string,
  asked: Ids,
  persons: Ids,
): Promise<void> {
  const yusuf = idOf(persons, 'yusuf')
  await tx.execute(sql`set constraints all immediate`)
  for (const table of GUARDED)
    await tx.execute(sql`alter table ${sql.identifier(table)} disable trigger user`)
  const groupId = await addGroup(tx, placeId, asked, yusuf)
  const members = await addMembers(tx, placeId, groupId)
  const nights = { placeId, groupId, members, yusuf }
  await addCharter(tx, nights)
  await addSessions(tx, nights)
  for (const [n, said] of SAID.entries())
    await addSaid(tx, nights, said, n + 1, idOf(persons, 'ruth'))
  await addMeeting(tx, nights)
  for (const table of GUARDED)
    await tx.execute(sql`alter table ${sql.identifier(table)} enable trigger user`)
}
