import { dueAfter } from '@howcanwe/shared/places'
import type { Database } from '../../../db/database.ts'
import { record } from '../../audit/index.ts'
import { calendarOf } from '../../places/index.ts'
import { backedLetter, toAnswerLetter } from '../proposals.due.words.ts'
import { type Config, tellAsker, tellRole } from '../proposals.letters.ts'
import { ANSWER_WITHIN, lastDay } from '../proposals.rules.ts'
import * as q from '../queries/proposals.queries.ts'

/**
 * Starts the clock of an answer where enough people stand behind a question, or somebody sponsors it; the database decides
 * whether they do. Called by whatever adds support, in the transaction that adds it.
 *
 * @param inherited the day that a question joined to this one had been promised
 * @returns by when the answer is due; null while it is not backed
 */
export async function backIfSo(
  tx: Database,
  config: Config,
  id: string,
  inherited: Date | null = null,
): Promise<Date | null> {
  const row = await q.lockById(tx, id)
  if (!row) return null
  if (row.state === 'answering' && row.answerBy) {
    if (!inherited || inherited >= row.answerBy) return row.answerBy
    await q.change(tx, id, { answerBy: inherited })
    return inherited
  }
  if (row.state !== 'gathering' || !row.isBacked) return null
  const due = dueAfter(await calendarOf(tx, row.placeId), await q.now(tx), ANSWER_WITHIN)
  const answerBy = inherited && inherited < due ? inherited : due
  await q.change(tx, id, { state: 'answering', answerBy })
  await record(tx, {
    placeId: row.placeId,
    actorId: null,
    action: 'proposals.backed',
    subject: { kind: 'proposal', id },
    after: { answerBy: answerBy.toISOString() },
  })
  await tellBacked(tx, config, { ...row, answerBy })
  return answerBy
}

async function tellBacked(tx: Database, config: Config, row: q.Row & { answerBy: Date }) {
  const [first] = await q.sponsorsOf(tx, [row.id])
  const sponsor = first ? [first.name, first.organisation].filter(Boolean).join(', ') : null
  const people = row.people + row.onPaper
  for (const asker of await clusterOf(tx, row.id))
    await tellAsker(tx, config, asker, {
      template: 'proposals.backed',
      words: backedLetter,
      facts: ({ timeZone }) => ({
        ...{ sponsor, people },
        answerBy: lastDay(asker.language, timeZone, row.answerBy),
      }),
    })
  await tellRole(tx, row, {
    ...{ role: 'commissioner', template: 'proposals.to-answer', words: toAnswerLetter },
    link: `${config.origin}/desk/proposals`,
    facts: ({ timeZone }, language) => ({
      ...{ sponsor, people },
      answerBy: lastDay(language, timeZone, row.answerBy),
    }),
  })
}

/** A question with all those joined to it, whole rows. */
export async function clusterOf(tx: Database, rootId: string): Promise<q.Row[]> {
  const askers = await q.askersOf(tx, [rootId])
  const rows: q.Row[] = []
  for (const { id } of askers) {
    const row = await q.byId(tx, id)
    if (row) rows.push(row)
  }
  return rows
}
