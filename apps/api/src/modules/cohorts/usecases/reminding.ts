import { type Database, inTransaction } from '../../../db/database.ts'
import { record } from '../../audit/index.ts'
import { peopleWithRole, person } from '../../identity/index.ts'
import { dated } from '../../interests/index.ts'
import { enqueue, type Letter, wordsIn } from '../../notifications/index.ts'
import { type PlaceRow, requirePlace } from '../../places/index.ts'
import * as q from '../clocks.queries.ts'
import { lastDay, type Reminder, reminderDue } from '../clocks.rules.ts'
import {
  backDayLetter,
  backLateLetter,
  dayLetter,
  lateLetter,
  soonLetter,
} from '../reminders.words.ts'
import { windFor } from './clocks.ts'

interface Reader {
  to: string
  language: string
}

const readerOf = async (tx: Database, id: string): Promise<Reader[]> => {
  const one = await person(tx, id)
  return one?.to ? [{ to: one.to, language: one.language }] : []
}

/** The brokers of a place; where there is none, the place's own contact. */
async function brokersOf(tx: Database, place: PlaceRow): Promise<Reader[]> {
  const brokers: Reader[] = []
  for (const { id } of await peopleWithRole(tx, place.id, 'broker'))
    brokers.push(...(await readerOf(tx, id)))
  if (brokers.length > 0 || !place.contactEmail) return brokers
  return [{ to: place.contactEmail, language: place.languages[0] ?? 'en' }]
}

interface Ringing {
  challengeId: string
  placeId: string
  commissionerId: string
  dueAt: Date
  question: string
}

/** One letter to each reader; `write` gets what they all say. */
async function send(
  tx: Database,
  ring: Ringing,
  what: { readers: readonly Reader[]; place: PlaceRow; template: `cohorts.${string}` },
  write: (language: string, facts: { question: string; day: string; asker: string }) => Letter,
): Promise<void> {
  const { readers, place, template } = what
  const { timeZone } = place
  const asker = (await person(tx, ring.commissionerId))?.displayName ?? '…'
  for (const { to, language } of readers) {
    const day = dated(language, timeZone, lastDay(timeZone, ring.dueAt))
    const letter = write(language, { question: ring.question, day, asker })
    await enqueue(tx, { placeId: place.id, to, template, letter })
  }
}

const noteOf = (
  tx: Database,
  ring: Ringing,
  subject: { kind: string; id: string },
  what: Reminder,
) =>
  record(tx, {
    placeId: ring.placeId,
    actorId: null,
    action: what === 'late' ? 'cohorts.late-told' : 'cohorts.reminded',
    subject,
    after: { reminder: what },
  })

/** One challenge whose answers are soon due, due today or late. */
async function remindAnswers(tx: Database, origin: string): Promise<boolean> {
  const taken = await q.takeRinging(tx)
  const what = taken && reminderDue(taken.clock, await q.databaseNow(tx))
  if (!taken || !what) return false
  const { clock, ...rest } = taken
  const ring = { ...rest, ...clock }
  const place = await requirePlace(tx, ring.placeId)
  const late = what === 'late'
  const readers = late ? await brokersOf(tx, place) : await readerOf(tx, ring.commissionerId)
  const link = late
    ? `${origin}/challenges/${ring.challengeId}`
    : `${origin}/desk/challenges/${ring.challengeId}/responses`
  const template = `cohorts.answers-${what}` as const
  await send(tx, ring, { readers, place, template }, (language, facts) => {
    if (late) return wordsIn(lateLetter, language, { ...facts, link })
    return wordsIn(what === 'day' ? dayLetter : soonLetter, language, { ...facts, link })
  })
  await q.noteReminded(tx, ring.challengeId, what)
  await noteOf(tx, ring, { kind: 'challenge', id: ring.challengeId }, what)
  return true
}

/** One question back that is due today or late. */
async function remindQuestionBack(tx: Database, origin: string): Promise<boolean> {
  const taken = await q.takeWaitingQuestion(tx)
  const what = taken && reminderDue(taken.row, await q.databaseNow(tx))
  if (!taken || !what || what === 'soon') return false
  const { row, ...rest } = taken
  const ring = { ...rest, placeId: row.placeId, dueAt: row.dueAt }
  const place = await requirePlace(tx, ring.placeId)
  const late = what === 'late'
  const readers = late ? await brokersOf(tx, place) : await readerOf(tx, ring.commissionerId)
  const link = late
    ? `${origin}/challenges/${ring.challengeId}`
    : `${origin}/desk/challenges/${ring.challengeId}/responses`
  const template = `cohorts.question-back-${what}` as const
  await send(tx, ring, { readers, place, template }, (language, facts) =>
    wordsIn(late ? backLateLetter : backDayLetter, language, { ...facts, link }),
  )
  await q.noteQuestionReminded(tx, row.interestId, what)
  await noteOf(tx, ring, { kind: 'interest', id: row.interestId }, what)
  return true
}

async function windNext(tx: Database): Promise<boolean> {
  const closed = await q.takeUnwound(tx)
  if (!closed) return false
  await windFor(tx, closed)
  return true
}

/**
 * One step of the worker: winds the clock of a challenge that has closed, or writes the next reminder. Several
 * workers may do this at once; each takes another row.
 *
 * @param origin of the links in letters
 * @returns whether there was something to do
 */
export const keepAnswerClocks = (db: Database, origin: string): Promise<boolean> =>
  inTransaction(
    db,
    async (tx) =>
      (await windNext(tx)) || (await remindAnswers(tx, origin)) || remindQuestionBack(tx, origin),
  )
