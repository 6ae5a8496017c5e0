import { addWorkingDays, type Calendar, dayIn } from '@howcanwe/shared/places'
import { eq } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { record } from '../modules/audit/index.ts'
import { calendarOf } from '../modules/places/index.ts'
import { clocksOf } from '../modules/questions/index.ts'
import { questions } from '../modules/questions/questions.table.ts'
import { type Ids, idOf } from './demo.ids.ts'

interface DemoQuestion {
  challenge: 'halls' | 'nightbus'
  words: string
  /** Working days before the town was loaded. */
  askedDaysAgo: number
  answer?: { words: string; by: 'ruth' | 'ines'; daysAgo: number }
}

/** What people asked without a name: five with an answer, one that waits for Ruth (FR-11). */
const QUESTIONS: readonly DemoQuestion[] = [
  {
    challenge: 'halls',
    words: 'We could open our hall two evenings a week, and no more. Is that too little to answer?',
    askedDaysAgo: 5,
    answer: {
      words:
        'No. Two evenings are more than any of our halls has now. Say which ones, and what you would need to open them.',
      by: 'ruth',
      daysAgo: 4,
    },
  },
  {
    challenge: 'halls',
    words: 'Who pays when something breaks on an evening when we hold the key?',
    askedDaysAgo: 5,
    answer: {
      words:
        'We do. The halls stay on the council’s insurance, whoever holds the key, and the first £250 of any damage is ours too.',
      by: 'ruth',
      daysAgo: 3,
    },
  },
  {
    challenge: 'halls',
    words: 'Can some of the money go to somebody who looks after the children while we meet?',
    askedDaysAgo: 4,
    answer: {
      words:
        'Yes, that is what the £1,500 for access is there for. Tell us how many children; we need to know nothing else.',
      by: 'ruth',
      daysAgo: 3,
    },
  },
  {
    challenge: 'halls',
    words:
      'Two trained people must know the fire plan. Who trains them, and can it be in the evening?',
    askedDaysAgo: 2,
  },
  {
    challenge: 'nightbus',
    words: 'Does a shared taxi count as well, or is this only about buses?',
    askedDaysAgo: 5,
    answer: {
      words:
        'Whatever gets people home counts. We looked at buses first and found nothing, so please do not keep to them.',
      by: 'ruth',
      daysAgo: 4,
    },
  },
  {
    challenge: 'nightbus',
    words: 'We are six cleaners and not an association. Can we answer?',
    askedDaysAgo: 4,
    answer: {
      words:
        'Yes. You need not be registered anywhere, and you need no bank account. I can help you write it down: ring me, or I come to your canteen.',
      by: 'ines',
      daysAgo: 3,
    },
  },
]

const elevenOn = (day: string): Date => new Date(`${day}T11:00:00Z`)

async function loadOne(
  tx: Database,
  { challenge, words, askedDaysAgo, answer }: DemoQuestion,
  around: { placeId: string; asked: Ids; persons: Ids; calendar: Calendar },
): Promise<void> {
  const { placeId, asked, persons, calendar } = around
  const challengeId = idOf(asked, challenge)
  const workingDaysAgo = (days: number) =>
    addWorkingDays(calendar, dayIn(calendar.timeZone, new Date()), -days)
  const askedOn = workingDaysAgo(askedDaysAgo)
  const { answerBy: _, ...clocks } = clocksOf(askedOn, calendar)
  const row = { placeId, challengeId, words, askedOn, ...clocks, toldAt: clocks.tellAt }
  const [put] = await tx.insert(questions).values(row).returning({ id: questions.id })
  if (!put) throw new Error('insert returned no row')
  const event = { placeId, subject: { kind: 'challenge', id: challengeId } }
  await record(tx, { ...event, actorId: null, action: 'questions.asked' })
  if (!answer) return
  const as = answer.by === 'ines' ? ('broker' as const) : ('commissioner' as const)
  await close(tx, put.id, {
    reply: answer.words,
    closedBy: idOf(persons, answer.by),
    closedAs: as,
    closedAt: elevenOn(workingDaysAgo(answer.daysAgo)),
  })
  await record(tx, {
    placeId,
    actorId: idOf(persons, answer.by),
    action: 'questions.answered',
    subject: { kind: 'question', id: put.id },
    before: { state: 'asked' },
    after: { challengeId, state: 'answered', as },
  })
}

const close = (
  tx: Database,
  id: string,
  answer: Pick<typeof questions.$inferInsert, 'reply' | 'closedBy' | 'closedAs' | 'closedAt'>,
) =>
  tx
    .update(questions)
    .set({ ...answer, state: 'answered' })
    .where(eq(questions.id, id))

/** Questions of two open challenges, told to whoever asks already: a start of the demo writes nobody an email. */
export async function loadQuestions(
  tx: Database,
  placeId: string,
  asked: Ids,
  persons: Ids,
): Promise<void> {
  const calendar = await calendarOf(tx, placeId)
  for (const one of QUESTIONS) await loadOne(tx, one, { placeId, asked, persons, calendar })
}
