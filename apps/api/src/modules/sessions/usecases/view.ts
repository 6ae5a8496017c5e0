import type { AgendaItem, Felt, Paper, SessionInside } from '@howcanwe/shared/sessions'
import type { Database } from '../../../db/database.ts'
import type { Knock } from '../../codesign/index.ts'
import { readingAge } from '../../framing/index.ts'
import * as a from '../queries/agenda.queries.ts'
import { feltBy, feltIn } from '../queries/felt.queries.ts'
import { needsOf } from '../queries/needs.queries.ts'
import { carriedOnto, offAgenda } from '../queries/off-agenda.queries.ts'
import * as p from '../queries/people.queries.ts'
import * as q from '../queries/sessions.queries.ts'
import { FELT_DAYS, shownFelt, thirdOf } from '../sessions.rules.ts'
import { type At, requireSession, type Within, within } from './inside.ts'

const DAY_MS = 86_400_000

const isInTime = (session: q.SessionRow, publishedAt: Date | null): boolean =>
  publishedAt !== null && session.papersDueAt !== null && publishedAt <= session.papersDueAt

export const shownPaper = (session: q.SessionRow, row: a.PaperRow, language: string): Paper => ({
  id: row.id,
  itemId: row.itemId,
  title: row.title,
  summary: row.summary,
  body: row.body,
  link: row.link,
  publishedAt: row.publishedAt,
  inTime: isInTime(session, row.publishedAt),
  readingAge: readingAge(`${row.summary}\n${row.body}`, language === 'nl' ? 'nl' : 'en'),
})

interface Around {
  papers: readonly Paper[]
  memberId: string | undefined
  from: ReadonlyMap<string, Date>
}

const shownItem = (item: a.ItemRow, { papers, memberId, from }: Around): AgendaItem => ({
  id: item.id,
  title: item.title,
  minutes: item.minutes,
  purpose: item.purpose,
  bloc: item.bloc,
  mine: memberId !== undefined && item.raisedBy === memberId,
  fellOff: item.fellOffAt !== null,
  movedFrom: from.get(item.id) ?? null,
  mayDecide:
    item.purpose === 'decide' && papers.some((paper) => paper.itemId === item.id && paper.inTime),
})

async function agendaOf(
  db: Database,
  session: q.SessionRow,
  { papers, memberId }: { papers: readonly Paper[]; memberId: string | undefined },
): Promise<SessionInside['agenda']> {
  const items = await a.itemsOf(db, session.id)
  const returns = await a.returnsOf(db, session.id)
  const from = await carriedOnto(db, session.id)
  return {
    items: items.map((item) => shownItem(item, { papers, memberId, from })),
    off: await offAgenda(db, session.id),
    publishedAt: session.agendaPublishedAt,
    missing: await a.missingOf(db, session.id),
    third: thirdOf(items.reduce((sum, item) => sum + item.minutes, 0)),
    returned: returns.reduce((sum, r) => sum + r.minutes, 0),
    returnedByMe: returns.some((r) => r.memberId === memberId),
  }
}

async function feltOf(db: Database, session: q.SessionRow, memberId?: string): Promise<Felt> {
  const now = await q.databaseNow(db)
  const until = new Date(session.endsAt.getTime() + FELT_DAYS * DAY_MS)
  const isOff = session.state === 'cancelled'
  return {
    mine: memberId ? await feltBy(db, session.id, memberId) : null,
    open: !isOff && session.endsAt <= now && now < until,
    until,
    shown: !isOff && until <= now ? shownFelt(await feltIn(db, session.id)) : null,
  }
}

async function meIn(
  db: Database,
  session: q.SessionRow,
  { voice }: Within,
): Promise<SessionInside['me']> {
  if (!voice) return null
  const reply = await p.replyOf(db, session.id, voice.memberId)
  const needs = await needsOf(db, session.id, voice.memberId)
  return {
    bloc: voice.bloc,
    reply: reply?.answer ?? null,
    brings: reply?.brings ?? false,
    place: await p.placeInQueue(db, reply),
    remind: await q.remindOf(db, voice.memberId),
    needs: needs.map(({ id, state, field }) => ({
      id,
      state,
      fromJoining: field === 'codesign.needs',
    })),
  }
}

const factsOf = (session: q.SessionRow, group: Within['group']) => ({
  id: session.id,
  groupId: group.id,
  groupName: group.name,
  state: session.state,
  startsAt: session.startsAt,
  endsAt: session.endsAt,
  venue: session.venue,
  address: session.address,
  gettingThere: session.gettingThere,
  stepFree: session.stepFree,
  link: session.link,
  breaks: session.breaks,
  paidMinutes: session.paidMinutes,
  capacity: session.capacity,
  cancelledLate: session.cancelledLate ?? false,
  cancelledWhy: session.cancelledWhy,
  facilitator: { name: group.facilitatorName ?? '', phone: group.facilitatorPhone },
})

/** Notes are the group's once they are shared; `plan` shows whoever runs it what is kept so far. */
async function afterOf(db: Database, session: q.SessionRow) {
  const { notesDueAt, notesSharedAt } = session
  const now = await q.databaseNow(db)
  return {
    notes: notesSharedAt ? session.notes : null,
    notesDueAt,
    notesSharedAt,
    notesLate: notesDueAt !== null && (notesSharedAt ?? now) > notesDueAt,
    outcomes: (await a.outcomesOf(db, session.id)).map(({ id, kind, text, who }) => ({
      id,
      kind,
      text,
      who,
    })),
  }
}

/** A session for somebody within the group. */
export async function shownInside(
  db: Database,
  inside: Within,
  session: q.SessionRow,
): Promise<SessionInside> {
  const { group, voice } = inside
  const rows = await a.papersOf(db, session.id)
  const papers = rows.map((row) =>
    shownPaper(session, row, voice?.language ?? group.facilitatorLanguage),
  )
  const taken = await p.seatsTaken(db, session.id)
  return {
    ...factsOf(session, group),
    seatsLeft: session.capacity === null ? null : Math.max(0, session.capacity - taken),
    coming: await p.coming(db, session.id),
    runs: inside.runs,
    me: await meIn(db, session, inside),
    agenda: await agendaOf(db, session, { papers, memberId: voice?.memberId }),
    papersDueAt: session.papersDueAt,
    papers,
    ...(await afterOf(db, session)),
    felt: await feltOf(db, session, voice?.memberId),
  }
}

/** @throws codesign.group_not_found · codesign.no_place_here · sessions.not_found */
export async function readSession(db: Database, knock: Knock, at: At): Promise<SessionInside> {
  const inside = await within(db, knock, at.groupId)
  return shownInside(db, inside, await requireSession(db, at))
}
