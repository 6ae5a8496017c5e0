import type { ContentReport, HideReason, REPORT_OUTCOMES } from '@howcanwe/shared/conversations'
import { dayIn, dueAfter } from '@howcanwe/shared/places'
import { type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { record } from '../../audit/index.ts'
import { databaseNow, type Knock } from '../../codesign/index.ts'
import { calendarOf } from '../../places/index.ts'
import { refuse } from '../conversations.errors.ts'
import { reportAnsweredLetter } from '../conversations.words.ts'
import * as q from '../queries/messages.queries.ts'
import * as r from '../queries/reports.queries.ts'
import { actorOf, type Here, requireHere } from './here.ts'
import { tellMember, tellReported } from './letters.ts'
import { requireLooksAfter } from './moderating.ts'
import { mayRead } from './shown.ts'

/** Working days in which a report is answered. */
const ANSWER_WITHIN = 3

interface Asked {
  groupId: string
  requestId: string
}

const trail = (
  tx: Database,
  here: Here,
  action: 'reported' | 'report-answered',
  id: string,
  requestId: string,
) =>
  record(tx, {
    placeId: here.group.placeId,
    // Who reported whom is nobody's business but theirs and whoever runs the group.
    actorId: action === 'reported' ? null : actorOf(here),
    action: `conversations.${action}`,
    subject: { kind: 'content_report', id },
    after: { groupId: here.group.id },
    requestId,
  })

/**
 * Says that a text is against the group's rules: to who looks after the group, never to anybody of safeguarding.
 *
 * @throws conversations.message_not_found · conversations.reported_already
 */
export async function report(
  deps: Deps,
  knock: Knock,
  asked: Asked & { messageId: string; reason: HideReason; said: string },
): Promise<{ answerBy: string }> {
  return inTransaction(deps.db, async (tx) => {
    const here = await requireHere(tx, knock, asked.groupId)
    const row = await q.messageById(tx, asked.groupId, asked.messageId)
    if (!row || !mayRead(here, row)) throw refuse('conversations.message_not_found')
    const { id: groupId, placeId } = here.group
    const answerBy = dueAfter(await calendarOf(tx, placeId), await databaseNow(tx), ANSWER_WITHIN)
    const { messageId, reason, said } = asked
    const values = { placeId, groupId, messageId, reason, said, answerBy, ...here.who }
    const id = await r.addReport(tx, values)
    if (!id) throw refuse('conversations.reported_already')
    await trail(tx, here, 'reported', id, asked.requestId)
    await tellReported(deps, tx, here.group, { late: false })
    return { answerBy: dayIn(here.group.zone, new Date(answerBy.getTime() - 1)) }
  })
}

const shown = (here: Here, row: r.ReportRow): ContentReport => ({
  id: row.id,
  messageId: row.messageId,
  threadId: row.threadId,
  threadTitle: row.threadTitle,
  words: row.words,
  reason: row.reason,
  said: row.said,
  reporter: here.runs ? row.reporter || null : null,
  answerBy: row.answerBy,
  late: row.late,
  at: row.createdAt,
  answer:
    row.outcome && row.answeredAt
      ? { outcome: row.outcome, words: row.answer, at: row.answeredAt }
      : null,
})

/** A member who moderates sees nothing that was reported about their own words. */
const maySee = ({ who }: Here, row: r.ReportRow): boolean =>
  who.memberId === null || (row.messageMemberId !== who.memberId && row.memberId !== who.memberId)

/** @throws conversations.not_moderator */
export async function reports(db: Database, knock: Knock, groupId: string) {
  const here = await requireLooksAfter(db, knock, groupId)
  const rows = await r.reportsOf(db, groupId)
  return { items: rows.filter((row) => maySee(here, row)).map((row) => shown(here, row)) }
}

/** @throws conversations.report_not_found · conversations.own_message · conversations.as_it_is */
export async function answerReport(
  deps: Deps,
  knock: Knock,
  asked: Asked & { reportId: string; outcome: (typeof REPORT_OUTCOMES)[number]; words: string },
): Promise<ContentReport> {
  const { groupId, reportId, outcome, words } = asked
  try {
    return await inTransaction(deps.db, async (tx) => {
      const here = await requireLooksAfter(tx, knock, groupId)
      const row = await r.reportById(tx, groupId, reportId)
      if (!row || !maySee(here, row)) throw refuse('conversations.report_not_found')
      if (row.outcome) throw refuse('conversations.as_it_is')
      const { memberId, authorId } = here.who
      const by = { answeredByMember: memberId, answeredById: authorId }
      await r.answerReport(tx, row.id, { outcome, answer: words, ...by })
      await trail(tx, here, 'report-answered', row.id, asked.requestId)
      const template = 'conversations.report-answered'
      const more = { sentence: words }
      if (row.memberId)
        await tellMember(deps, tx, here.group, row.memberId, template, reportAnsweredLetter, more)
      const after = await r.reportById(tx, groupId, reportId)
      return shown(here, after ?? row)
    })
  } catch (error) {
    if (sqlState(error) === 'HW236') throw refuse('conversations.own_message')
    throw error
  }
}
