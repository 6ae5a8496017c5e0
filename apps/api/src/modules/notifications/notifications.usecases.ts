import { setTimeout as sleep } from 'node:timers/promises'
import { and, desc, eq, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { MADE_UP, retryIn } from './notifications.rules.ts'
import { outbox } from './notifications.table.ts'

/** Words in two languages: a function of the facts, one per language. */
export interface Letter {
  subject: string
  /** Plain paragraphs. A line that is an address becomes a link in mail programs. */
  paragraphs: string[]
}
export type Template<Facts> = Record<'en' | 'nl', (facts: Facts) => Letter>

export const wordsIn = <Facts>(template: Template<Facts>, language: string, facts: Facts): Letter =>
  template[language === 'nl' ? 'nl' : 'en'](facts)

/** Puts a letter into the outbox inside the caller's transaction: it exists exactly when its cause does. */
export async function enqueue(
  tx: Database,
  message: { placeId: string | null; to: string; template: `${string}.${string}`; letter: Letter },
): Promise<void> {
  await tx.insert(outbox).values({
    placeId: message.placeId,
    recipient: message.to,
    template: message.template,
    subject: message.letter.subject,
    body: message.letter.paragraphs.join('\n\n'),
  })
}

export type Send = (letter: {
  id: string
  to: string
  subject: string
  text: string
}) => Promise<void>

/** A mail server that takes longer counts as one that is down (`trust.md` §4.7). */
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

/**
 * Sends one due letter. The row stays locked while it is sent, so two workers never take the same one and a killed
 * worker frees it at once.
 *
 * @returns false when nothing was due
 */
export async function sendNext(
  db: Database,
  send: Send,
  limitMs: number = SEND_LIMIT_MS,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(outbox)
      .where(
        sql`${outbox.sentAt} is null and ${outbox.deadAt} is null and ${outbox.availableAt} <= clock_timestamp()`,
      )
      .orderBy(outbox.availableAt)
      .limit(1)
      .for('update', { skipLocked: true })
    if (!row) return false
    const attempts = row.attempts + 1
    try {
      const letter = { id: row.id, to: row.recipient, subject: row.subject, text: row.body }
      await within(limitMs, send(letter))
      await tx
        .update(outbox)
        .set({ sentAt: sql`clock_timestamp()`, attempts })
        .where(eq(outbox.id, row.id))
    } catch (error) {
      const wait = retryIn(attempts, Date.now() - row.createdAt.getTime())
      const later =
        wait === undefined
          ? { deadAt: sql`clock_timestamp()` }
          : { availableAt: sql`clock_timestamp() + ${wait / 1000}::float8 * interval '1 second'` }
      const lastError = error instanceof Error ? error.name : 'unknown'
      await tx
        .update(outbox)
        .set({ ...later, attempts, lastError })
        .where(eq(outbox.id, row.id))
    }
    return true
  })
}

/**
 * The newest letters, for the inbox page of demo, development and tests.
 *
 * @param who.madeUpOnly leaves out letters to addresses that somebody may really have
 */
export async function newestLetters(
  db: Database,
  who: { to?: string | undefined; madeUpOnly: boolean },
) {
  const rows = await db
    .select()
    .from(outbox)
    .where(
      and(
        who.to ? eq(outbox.recipient, who.to.toLowerCase()) : undefined,
        who.madeUpOnly ? sql`${outbox.recipient} ~* ${MADE_UP}` : undefined,
      ),
    )
    .orderBy(desc(outbox.id))
    .limit(50)
  return rows.map((r) => ({
    id: r.id,
    to: r.recipient,
    subject: r.subject,
    text: r.body,
    createdAt: r.createdAt,
    sentAt: r.sentAt,
  }))
}
