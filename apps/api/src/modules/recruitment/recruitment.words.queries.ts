import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { WORDS_TRIES } from '../codesign/index.ts'
import type { NameRow } from './recruitment.queries.ts'
import { recruitmentNames } from './recruitment.table.ts'

/** What opens the slip of a name that was written down: digests of words, and how often somebody tried. */
export const keepWords = (tx: Database, id: string, wordsHash: Buffer) =>
  tx.update(recruitmentNames).set({ wordsHash }).where(eq(recruitmentNames.id, id))

export const namesByReference = (tx: Database, reference: string): Promise<NameRow[]> =>
  tx
    .select()
    .from(recruitmentNames)
    .where(
      and(
        eq(recruitmentNames.reference, reference),
        sql`${recruitmentNames.wordsHash} is not null`,
      ),
    )

/**
 * Takes one of the tries these slips have today; they share a reference, so they share the try.
 *
 * @returns the ids that had one left
 */
export async function takeTry(tx: Database, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { wordsTriedOn, wordsTries } = recruitmentNames
  const today = sql`(clock_timestamp() at time zone 'UTC')::date`
  const rows = await tx
    .update(recruitmentNames)
    .set({
      wordsTries: sql`case when ${wordsTriedOn} = ${today} then ${wordsTries} + 1 else 1 end`,
      wordsTriedOn: today,
    })
    .where(
      and(
        inArray(recruitmentNames.id, ids),
        sql`(${wordsTriedOn} is distinct from ${today} or ${wordsTries} < ${WORDS_TRIES}::int)`,
      ),
    )
    .returning({ id: recruitmentNames.id })
  return new Set(rows.map(({ id }) => id))
}

export const forgiveTries = (tx: Database, id: string) =>
  tx.update(recruitmentNames).set({ wordsTries: 0 }).where(eq(recruitmentNames.id, id))

/** From now on words and links from before open nothing; new words are to follow. */
export const renewSlip = async (tx: Database, id: string): Promise<NameRow> => {
  const [name] = await tx
    .update(recruitmentNames)
    .set({
      slipsRenewed: sql`${recruitmentNames.slipsRenewed} + 1`,
      wordsHash: null,
      wordsTries: 0,
    })
    .where(eq(recruitmentNames.id, id))
    .returning()
  if (!name) throw new Error('its row is locked by the draw')
  return name
}
