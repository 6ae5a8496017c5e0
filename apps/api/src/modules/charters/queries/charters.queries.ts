import type { CharterText } from '@howcanwe/shared/charters'
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { groupMembers, groups } from '../../codesign/codesign.table.ts'
import type { VoiceCount } from '../charters.rules.ts'
import { charterAnswers, charters } from '../charters.table.ts'

export type CharterRow = typeof charters.$inferSelect

export const agreedCharter = async (
  db: Database,
  groupId: string,
): Promise<CharterRow | undefined> =>
  (
    await db
      .select()
      .from(charters)
      .where(and(eq(charters.groupId, groupId), eq(charters.state, 'agreed')))
  )[0]

/** The wording being written or answered. */
export const openCharter = async (db: Database, groupId: string): Promise<CharterRow | undefined> =>
  (
    await db
      .select()
      .from(charters)
      .where(and(eq(charters.groupId, groupId), inArray(charters.state, ['drafting', 'asked'])))
  )[0]

/** The row of the group stays until the end, so that of two who change a charter one waits. */
export const lockGroup = (tx: Database, groupId: string) =>
  tx.execute(sql`select 1 from groups where id = ${groupId} for update`)

const lastVersion = async (tx: Database, groupId: string): Promise<number> =>
  (
    await tx
      .select({ version: charters.version })
      .from(charters)
      .where(eq(charters.groupId, groupId))
      .orderBy(desc(charters.version))
      .limit(1)
  )[0]?.version ?? 0

/** Writes the draft. A wording that was asked about is not changed under those who answered: a new one takes its place. */
export async function putDraft(
  tx: Database,
  draft: { placeId: string; groupId: string; text: CharterText; writtenBy: string },
): Promise<CharterRow> {
  const before = await openCharter(tx, draft.groupId)
  if (before?.state === 'drafting') {
    const [row] = await tx
      .update(charters)
      .set({ text: draft.text, writtenBy: draft.writtenBy, updatedAt: sql`clock_timestamp()` })
      .where(eq(charters.id, before.id))
      .returning()
    if (row) return row
  }
  if (before) await tx.delete(charters).where(eq(charters.id, before.id))
  const version = (before?.version ?? (await lastVersion(tx, draft.groupId))) + 1
  const [row] = await tx
    .insert(charters)
    .values({ ...draft, version })
    .returning()
  if (!row) throw new Error('insert returned no row')
  return row
}

export const markAsked = async (tx: Database, id: string) =>
  (
    await tx
      .update(charters)
      .set({ state: 'asked', askedAt: sql`clock_timestamp()` })
      .where(and(eq(charters.id, id), eq(charters.state, 'drafting')))
      .returning()
  )[0]

/** Agrees it, puts the one before aside, and convenes the group with the power statement it agreed to. */
export async function markAgreed(tx: Database, row: CharterRow): Promise<CharterRow | undefined> {
  await tx
    .update(charters)
    .set({ state: 'replaced' })
    .where(and(eq(charters.groupId, row.groupId), eq(charters.state, 'agreed')))
  const [agreed] = await tx
    .update(charters)
    .set({ state: 'agreed', agreedAt: sql`clock_timestamp()` })
    .where(and(eq(charters.id, row.id), eq(charters.state, 'asked')))
    .returning()
  if (!agreed) return undefined
  const { rung, decides, shapes, fixed, answersBy } = agreed.text
  await tx
    .update(groups)
    .set({
      rung,
      decides,
      shapes,
      fixed,
      answersBy,
      state: sql`case when ${groups.state} = 'recruiting' then 'convened' else ${groups.state} end`,
    })
    .where(eq(groups.id, row.groupId))
  return agreed
}

/** How far each seated voice has come. */
export const countVoices = async (db: Database, row: CharterRow): Promise<VoiceCount[]> =>
  db
    .select({
      bloc: groupMembers.bloc,
      members: sql<number>`count(*)::int`,
      agree: sql<number>`count(*) filter (where ${charterAnswers.answer} = 'agree')::int`,
      notYet: sql<number>`count(*) filter (where ${charterAnswers.answer} = 'not-yet')::int`,
    })
    .from(groupMembers)
    .leftJoin(
      charterAnswers,
      and(eq(charterAnswers.memberId, groupMembers.id), eq(charterAnswers.charterId, row.id)),
    )
    .where(
      and(
        eq(groupMembers.groupId, row.groupId),
        inArray(groupMembers.state, ['joined', 'contacted']),
      ),
    )
    .groupBy(groupMembers.bloc)

/** What must change for somebody; in no order that would tell who. */
export const wishesFor = (db: Database, charterId: string) =>
  db
    .select({ bloc: groupMembers.bloc, words: charterAnswers.words })
    .from(charterAnswers)
    .innerJoin(groupMembers, eq(groupMembers.id, charterAnswers.memberId))
    .where(and(eq(charterAnswers.charterId, charterId), eq(charterAnswers.answer, 'not-yet')))
    .orderBy(asc(groupMembers.bloc), asc(charterAnswers.words))

export const answerOf = async (db: Database, charterId: string, memberId: string) =>
  (
    await db
      .select({ answer: charterAnswers.answer, words: charterAnswers.words })
      .from(charterAnswers)
      .where(and(eq(charterAnswers.charterId, charterId), eq(charterAnswers.memberId, memberId)))
  )[0]

export const putAnswer = (tx: Database, values: typeof charterAnswers.$inferInsert) =>
  tx
    .insert(charterAnswers)
    .values(values)
    .onConflictDoUpdate({
      target: [charterAnswers.charterId, charterAnswers.memberId],
      set: {
        answer: values.answer,
        words: values.words ?? '',
        typed: values.typed ?? false,
        updatedAt: sql`clock_timestamp()`,
      },
    })
