import {
  and,
  asc,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  notExists,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { typedEntries } from '../cases/cases.table.ts'
import { challenges } from '../challenges/challenges.table.ts'
import { memberships, organisations } from '../organisations/organisations.table.ts'
import { places } from '../places/places.table.ts'
import { LINK_AFTER_DAYS } from './introductions.rules.ts'
import { introductions, introductionSides as sides } from './introductions.table.ts'

export type IntroductionRow = typeof introductions.$inferSelect
export type SideRow = typeof sides.$inferSelect
export interface Party {
  side: SideRow
  /** Somebody of theirs signs in. */
  hasPeople: boolean
  /** A broker wrote their answer down. */
  spoken: boolean
  organisation: Pick<
    typeof organisations.$inferSelect,
    'id' | 'name' | 'sector' | 'state' | 'contactName' | 'contactEmail' | 'contactPhone'
  >
}
export interface Whole {
  introduction: IntroductionRow
  challenge: { id: string; slug: string; question: string } | null
  /** Of the place, IANA. */
  timeZone: string
  /** The first, then the second. */
  parties: readonly [Party, Party]
}

const LISTED = 200
const now = sql`clock_timestamp()`

/** The database's clock, by which every deadline here is decided. */
export async function databaseNow(db: Database): Promise<Date> {
  const { rows } = await db.execute<{ at: string }>(sql`select clock_timestamp()::text as at`)
  return new Date(rows[0]?.at ?? '')
}

const partyColumns = {
  id: organisations.id,
  name: organisations.name,
  sector: organisations.sector,
  state: organisations.state,
  contactName: organisations.contactName,
  contactEmail: organisations.contactEmail,
  contactPhone: organisations.contactPhone,
}

const partyOf = ({ side, organisation, hasPeople, spoken }: Party): Party => ({
  ...{ side, organisation, hasPeople, spoken },
})

async function wholes(db: Database, which: SQL | undefined, newestFirst = true): Promise<Whole[]> {
  const rows = await db
    .select({
      introduction: introductions,
      challenge: {
        id: challenges.id,
        slug: sql<string>`${challenges.slug}`,
        question: challenges.question,
      },
      timeZone: places.timeZone,
      side: sides,
      hasPeople: sql<boolean>`exists (select from ${memberships} m where m.organisation_id = ${sides.organisationId})`,
      spoken: sql<boolean>`exists (select from ${typedEntries} e
        where e.introduction_id = ${sides.introductionId} and e.organisation_id = ${sides.organisationId})`,
      organisation: partyColumns,
    })
    .from(introductions)
    .innerJoin(sides, eq(sides.introductionId, introductions.id))
    .innerJoin(places, eq(places.id, introductions.placeId))
    .innerJoin(organisations, eq(organisations.id, sides.organisationId))
    .leftJoin(
      challenges,
      and(eq(challenges.id, introductions.challengeId), isNotNull(challenges.slug)),
    )
    .where(which)
    .orderBy(newestFirst ? desc(introductions.id) : asc(introductions.id), asc(sides.turn))
    .limit(LISTED * 2)
  return rows.flatMap((row, n) => {
    const { introduction, challenge, timeZone } = row
    const other = rows[n + 1]
    if (row.side.turn !== 'first' || !other) return []
    return [{ introduction, challenge, timeZone, parties: [partyOf(row), partyOf(other)] as const }]
  })
}

export const wholeById = async (db: Database, id: string): Promise<Whole | undefined> =>
  (await wholes(db, eq(introductions.id, id)))[0]

/** Held until the transaction ends, so that two answers never pass each other. */
export const lock = (tx: Database, id: string) =>
  tx
    .select({ id: introductions.id })
    .from(introductions)
    .where(eq(introductions.id, id))
    .for('update')

/**
 * Those of a place that a broker may see: neither side is theirs, and where it is about a challenge, they stand on no
 * side of that.
 */
export const forBroker = (db: Database, placeId: string, personId: string): Promise<Whole[]> => {
  const own = db
    .select({ id: memberships.organisationId })
    .from(memberships)
    .where(eq(memberships.personId, personId))
  const ownSide = db
    .select({ one: sql`1` })
    .from(sides)
    .where(and(eq(sides.introductionId, introductions.id), inArray(sides.organisationId, own)))
  return wholes(
    db,
    and(
      eq(introductions.placeId, placeId),
      notExists(ownSide),
      sql`(${introductions.challengeId} is null or not represents_party(${introductions.challengeId}, ${personId}))`,
    ),
  )
}

/** Those that these organisations were asked about, nothing of those they were not. */
export const forOrganisations = (db: Database, ids: readonly string[]): Promise<Whole[]> => {
  if (ids.length === 0) return Promise.resolve([])
  const asked = db
    .select({ id: sides.introductionId })
    .from(sides)
    .where(and(inArray(sides.organisationId, [...ids]), isNotNull(sides.askedAt)))
  return wholes(db, inArray(introductions.id, asked))
}

/**
 * Which side a letter's link is for. A link ends: with the time to answer or to wait, thirty days after the two were
 * asked what came of it, and when it is over.
 */
export const byToken = async (db: Database, tokenHash: Buffer) =>
  (
    await db
      .select({ introductionId: sides.introductionId, turn: sides.turn })
      .from(sides)
      .innerJoin(introductions, eq(introductions.id, sides.introductionId))
      .where(
        and(
          eq(sides.tokenHash, tokenHash),
          sql`case when ${introductions.bothYesAt} is null then coalesce(${sides.tellAt}, ${sides.answerBy})
            else coalesce(${introductions.whatCameAskedAt}, ${introductions.askWhatCameAt})
              + ${LINK_AFTER_DAYS}::int * interval '1 day' end > clock_timestamp()`,
          isNull(introductions.endedAt),
        ),
      )
  )[0]

/** Organisations of the place among `ids`, held as they are. */
export const holdOrganisations = (tx: Database, placeId: string, ids: readonly string[]) =>
  tx
    .select({ id: organisations.id, state: organisations.state })
    .from(organisations)
    .where(and(eq(organisations.placeId, placeId), inArray(organisations.id, [...ids])))
    .orderBy(asc(organisations.id))
    .for('share')

export async function put(
  tx: Database,
  row: typeof introductions.$inferInsert,
  both: readonly Pick<SideRow, 'turn' | 'organisationId' | 'about'>[],
): Promise<string> {
  const [made] = await tx.insert(introductions).values(row).returning({ id: introductions.id })
  if (!made) throw new Error('insert returned no row')
  await tx
    .insert(sides)
    .values(both.map((s) => ({ ...s, introductionId: made.id, placeId: row.placeId })))
  return made.id
}

export const drop = (tx: Database, id: string) =>
  tx.delete(introductions).where(eq(introductions.id, id))

export const change = (tx: Database, id: string, to: Partial<IntroductionRow>) =>
  tx.update(introductions).set(to).where(eq(introductions.id, id))

const at = (side: Pick<SideRow, 'introductionId' | 'turn'>) =>
  and(eq(sides.introductionId, side.introductionId), eq(sides.turn, side.turn))

/** The database says when, and until when they can answer. */
export const markAsked = (tx: Database, side: SideRow, tokenHash: Buffer) =>
  tx.update(sides).set({ askedAt: now, answerBy: now, tokenHash }).where(at(side))

export const changeSide = (tx: Database, side: SideRow, to: Partial<SideRow>) =>
  tx.update(sides).set(to).where(at(side))

export const putAnswer = (
  tx: Database,
  side: SideRow,
  said: Pick<SideRow, 'answer' | 'answeredBy' | 'known' | 'share' | 'ownAbout'>,
) =>
  tx
    .update(sides)
    .set({ ...said, answeredAt: now })
    .where(at(side))

export const markTold = (tx: Database, side: SideRow) =>
  tx.update(sides).set({ toldAt: now }).where(at(side))

/** What is over leaves no link behind. */
export const forgetLinks = (tx: Database, id: string) =>
  tx
    .update(sides)
    .set({ tokenHash: null })
    .where(and(eq(sides.introductionId, id), isNotNull(sides.tokenHash)))

export const end = (tx: Database, id: string) =>
  tx.update(introductions).set({ state: 'ended', endedAt: now }).where(eq(introductions.id, id))

export const conclude = (tx: Database, id: string, outcome: IntroductionRow['outcome']) =>
  tx
    .update(introductions)
    .set({ state: 'done', outcome, endedAt: now })
    .where(eq(introductions.id, id))

export const markBothYes = (tx: Database, id: string) =>
  tx
    .update(introductions)
    .set({ state: 'both-yes', bothYesAt: now })
    .where(eq(introductions.id, id))
    .returning({ askWhatCameAt: introductions.askWhatCameAt })
