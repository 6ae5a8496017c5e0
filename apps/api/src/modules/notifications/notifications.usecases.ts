import { setTimeout as sleep } from 'node:timers/promises'
import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import { asksWhoRests, dropOver, triedMs } from './notifications.asks.queries.ts'
import { kindOf, type LetterKind, mayStop } from './notifications.kinds.ts'
import { mayWriteText } from './notifications.limits.queries.ts'
import { channelOf, type LetterChannel, MADE_UP, retryIn } from './notifications.rules.ts'
import { leaving, stopWords } from './notifications.stops.ts'
import { outbox } from './notifications.table.ts'
import { cutText, forTexting, textOf } from './notifications.texting.ts'

/** Words in two languages: a function of the facts, one per language. */
export interface Letter {
  subject: string
  /** Plain paragraphs. A line that is an address becomes a link in mail programs. */
  paragraphs: string[]
  /** The same as a text message, where subject and first address would not do. */
  text?: string
  /** The one page it leads to, which a collected letter names; never looked for in the words of others. */
  link?: string
  /** Which language it is in, where it was made of a template. */
  language?: 'en' | 'nl'
}
export type Template<Facts> = Record<'en' | 'nl', (facts: Facts) => Letter>

const linkIn = (facts: unknown): { link?: string } =>
  typeof facts === 'object' && facts !== null && 'link' in facts && typeof facts.link === 'string'
    ? { link: facts.link }
    : {}

/** A letter in the reader's language. The `link` of its facts, which we made ourselves, is where it leads. */
export function wordsIn<Facts>(template: Template<Facts>, language: string, facts: Facts): Letter {
  const written = language === 'nl' ? 'nl' : 'en'
  return { ...linkIn(facts), ...template[written](facts), language: written }
}

/** Letters somebody may stop end with how. */
function bodyOf(letter: Letter, channel: LetterChannel, kind: LetterKind): string {
  const stop = mayStop(kind) ? [stopWords(letter.language ?? 'en', channel)] : []
  return channel === 'sms'
    ? [cutText(forTexting(letter.text ?? textOf(letter))), ...stop].join(' ')
    : [...letter.paragraphs, ...stop].join('\n\n')
}

/**
 * Puts a letter into the outbox inside the caller's transaction: it exists exactly when its cause does. A number that
 * got enough texts today gets no more, quietly: what caused it happens all the same. What is not owed to somebody is
 * kept for one letter a day or a week, or not written, as they asked: the database sees to it (`outbox_as_asked`).
 *
 * @param message.to an address, or a number in E.164, which gets it as a text
 * @param message.organisationId whom an optional letter is for: others who share the address are not stopped with it
 * @param message.aboutId what it asks about, where that may be over before it leaves; `still_asks` knows it by template
 * @returns the id of the letter, or undefined where none was written
 */
export async function enqueue(
  tx: Database,
  message: {
    placeId: string | null
    to: string
    template: `${string}.${string}`
    letter: Letter
    organisationId?: string
    aboutId?: string
  },
): Promise<string | undefined> {
  const channel = channelOf(message.to)
  if (channel === 'sms' && !(await mayWriteText(tx, message.to, message.template))) return undefined
  const kind = kindOf(message.template)
  const values = {
    kind,
    organisationId: message.organisationId ?? null,
    aboutId: message.aboutId ?? null,
    placeId: message.placeId,
    recipient: message.to,
    channel,
    template: message.template,
    subject: message.letter.subject,
    link: (mayStop(kind) && message.letter.link) || null,
    body: bodyOf(message.letter, channel, kind),
  }
  const [row] = await tx.insert(outbox).values(values).returning({ id: outbox.id })
  if (!row && !mayStop(kind)) throw new Error('a letter was not written')
  return row?.id
}

export type Send = (letter: {
  id: string
  kind: LetterKind
  channel: LetterChannel
  to: string
  subject: string
  text: string
}) => Promise<void>

/** A mail server or gateway that takes longer counts as one that is down (`trust.md` §4.7). */
export const SEND_LIMIT_MS = 10_000

class TooSlow extends Error {
  override name = 'TooSlow'
}

async function within(limitMs: number, sending: Promise<void>): Promise<void> {
  const over = new AbortController()
  const late = sleep(limitMs, undefined, { signal: over.signal }).then(() => {
    throw new TooSlow()
  })
  await Promise.race([sending, late]).finally(() => over.abort())
}

/** The next due letter that no other worker holds, the oldest first; none that asks something of who rests. */
const takeDue = async (
  tx: Database,
  only: readonly string[] | undefined,
  kind?: 'now',
): Promise<typeof outbox.$inferSelect | undefined> =>
  (
    await tx
      .select()
      .from(outbox)
      .where(
        and(
          sql`${outbox.sentAt} is null and ${outbox.deadAt} is null and ${outbox.availableAt} <= clock_timestamp()`,
          kind ? sql`${outbox.kind} = ${sql.raw(`'${kind}'`)}` : sql`not ${asksWhoRests}`,
          only && inArray(outbox.template, [...only]),
        ),
      )
      .orderBy(outbox.availableAt)
      .limit(1)
      .for('update', { skipLocked: true })
  )[0]

/** Sends it, or notes when it is tried again. */
async function attempt(tx: Database, row: typeof outbox.$inferSelect, sending: Sending) {
  const attempts = row.attempts + 1
  const { id, kind, channel, subject } = row
  const set = (values: object) => tx.update(outbox).set(values).where(eq(outbox.id, id))
  try {
    const letter = { id, kind, channel, to: row.recipient, subject, text: row.body }
    await within(sending.limitMs, sending.send(letter))
    await set({ sentAt: sql`clock_timestamp()`, attempts })
  } catch (error) {
    const wait = retryIn(attempts, triedMs(row, attempts))
    const later =
      wait === undefined
        ? { deadAt: sql`clock_timestamp()` }
        : { availableAt: sql`clock_timestamp() + ${wait / 1000}::float8 * interval '1 second'` }
    await set({ ...later, attempts, lastError: error instanceof Error ? error.name : 'unknown' })
  }
}

interface Sending {
  send: Send
  limitMs: number
}

/**
 * Sends one due letter: a code or a warning before everything else, so that whoever signs in on a Monday morning does not
 * wait for everybody's week. The row stays locked while it is sent, so two workers never take the same one and a killed
 * worker frees it at once. One that asks what is over is dropped instead.
 *
 * @param only templates that are sent; everything unless told
 * @returns false when nothing was due
 */
export async function sendNext(
  db: Database,
  send: Send,
  limitMs: number = SEND_LIMIT_MS,
  only?: readonly `${string}.${string}`[],
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const row = (await takeDue(tx, only, 'now')) ?? (await takeDue(tx, only))
    if (!row) return false
    if (!(await dropOver(tx, row))) await attempt(tx, row, { send, limitMs })
    return true
  })
}

/** The letters somebody may read on the inbox page. */
interface Shelf {
  to?: string | undefined
  /** Those that stay here; the others really leave. */
  channels: readonly LetterChannel[]
  /** Leaves out what goes to an address or number that somebody may really have. */
  madeUpOnly: boolean
}

/** The newest letters as they would leave, for the inbox page of demo, development and tests. */
export async function newestLetters({ db, config }: Pick<Deps, 'db' | 'config'>, who: Shelf) {
  const rows = await db
    .select()
    .from(outbox)
    .where(
      and(
        inArray(outbox.channel, [...who.channels]),
        who.to ? eq(outbox.recipient, who.to.toLowerCase()) : undefined,
        who.madeUpOnly ? sql`${outbox.recipient} ~* ${MADE_UP}` : undefined,
      ),
    )
    .orderBy(desc(outbox.id))
    .limit(50)
  return rows.map((r) => ({
    id: r.id,
    channel: r.channel,
    to: r.recipient,
    subject: r.subject,
    text: leaving(config, { ...r, text: r.body }).text,
    createdAt: r.createdAt,
    sentAt: r.sentAt,
  }))
}
