import { and, asc, desc, eq, getTableColumns, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { challenges } from '../../challenges/challenges.table.ts'
import { people } from '../../identity/identity.table.ts'
import { organisations } from '../../organisations/organisations.table.ts'
import { proposalSheets, proposalSponsors } from '../backing.table.ts'
import { NEAR } from '../proposals.rules.ts'
import { proposals } from '../proposals.table.ts'

const columns = {
  ...getTableColumns(proposals),
  /** Everybody behind it and behind those joined to it, each once, as the database counts. */
  people: sql<number>`proposal_people(${proposals.id})`,
  onPaper: sql<number>`proposal_paper(${proposals.id})`,
  needed: sql<number>`support_needed(${proposals.placeId})`,
  isBacked: sql<boolean>`proposal_is_backed(${proposals.id}, ${proposals.placeId})`,
  late: sql<boolean>`(${proposals.state} = 'answering' and ${proposals.answerBy} <= clock_timestamp())`,
  answererName: sql<
    string | null
  >`(select display_name from people where id = ${proposals.answeredBy})`,
  answererBody: sql<
    string | null
  >`(select name from organisations where id = ${proposals.answeredFor})`,
  typistName: sql<string | null>`(select display_name from people where id = ${proposals.typedBy})`,
  challengeSlug: sql<
    string | null
  >`(select slug from challenges where id = ${proposals.challengeId})`,
}

const rowsWhere = (db: Database, where: SQL | undefined, order: SQL, limit: number) =>
  db.select(columns).from(proposals).where(where).orderBy(order, asc(proposals.id)).limit(limit)

export type Row = Awaited<ReturnType<typeof rowsWhere>>[number]

export const byId = async (db: Database, id: string): Promise<Row | undefined> =>
  (await rowsWhere(db, eq(proposals.id, id), sql`1`, 1))[0]

/** Held for a change until the transaction ends. */
export async function lockById(tx: Database, id: string): Promise<Row | undefined> {
  await tx.execute(sql`select from proposals where id = ${id} for no key update`)
  return byId(tx, id)
}

const SOONEST = sql`${proposals.answerBy} asc nulls last, ${proposals.publishedAt} desc`

const MOST = 200

export const publicRows = (db: Database, placeId: string, which: 'open' | 'answered') =>
  rowsWhere(
    db,
    and(
      eq(proposals.placeId, placeId),
      inArray(
        proposals.state,
        which === 'open' ? ['gathering', 'answering'] : ['adopted', 'no', 'not-now', 'lapsed'],
      ),
    ),
    which === 'open'
      ? SOONEST
      : sql`coalesce(${proposals.answeredAt}, ${proposals.gatherUntil}) desc`,
    MOST,
  )

/** What waits for somebody of a place: to be read only for whoever reads. */
export const deskRows = (db: Database, placeId: string, reads: boolean) =>
  rowsWhere(
    db,
    and(
      eq(proposals.placeId, placeId),
      reads
        ? sql`${proposals.state} <> 'taken-back'`
        : inArray(proposals.state, [
            'gathering',
            'answering',
            'adopted',
            'no',
            'not-now',
            'lapsed',
          ]),
    ),
    sql`case ${proposals.state} when 'to-read' then 0 when 'answering' then 1 when 'gathering' then 2 when 'returned' then 3
      else 4 end, coalesce(${proposals.answerBy}, ${proposals.readBy})`,
    MOST,
  )

/** Those joined to a question, and itself, oldest first: all who asked. */
export const askersOf = (db: Database, rootIds: readonly string[]) =>
  db
    .select({
      rootId: sql<string>`coalesce(${proposals.joinedInto}, ${proposals.id})`,
      id: proposals.id,
      firstName: proposals.firstName,
      shownAs: proposals.shownAs,
      erasedAt: proposals.erasedAt,
    })
    .from(proposals)
    .where(or(inArray(proposals.id, [...rootIds]), inArray(proposals.joinedInto, [...rootIds])))
    .orderBy(asc(proposals.createdAt))

const inCluster = (rootIds: readonly string[]) =>
  or(inArray(proposals.id, [...rootIds]), inArray(proposals.joinedInto, [...rootIds]))
const rootId = sql<string>`coalesce(${proposals.joinedInto}, ${proposals.id})`

export const sheetsOf = (db: Database, rootIds: readonly string[]) =>
  db
    .select({ rootId, people: proposalSheets.people, heldBy: proposalSheets.heldBy })
    .from(proposalSheets)
    .innerJoin(proposals, eq(proposals.id, proposalSheets.proposalId))
    .where(inCluster(rootIds))
    .orderBy(asc(proposalSheets.createdAt))

export const sponsorsOf = (db: Database, rootIds: readonly string[]) =>
  db
    .select({
      rootId,
      name: people.displayName,
      organisation: organisations.name,
      because: proposalSponsors.because,
      at: proposalSponsors.createdAt,
    })
    .from(proposalSponsors)
    .innerJoin(proposals, eq(proposals.id, proposalSponsors.proposalId))
    .innerJoin(people, eq(people.id, proposalSponsors.personId))
    .leftJoin(organisations, eq(organisations.id, proposalSponsors.organisationId))
    .where(inCluster(rootIds))
    .orderBy(asc(proposalSponsors.createdAt))

/** Questions that share words with this one, however they are spelt, the nearest first. */
export const nearTo = (
  db: Database,
  to: { placeId: string; question: string; except?: string; hidden: boolean },
) => {
  const words = sql`fold(lower(${to.question}::text))`
  const near = sql<number>`greatest(similarity(fold(lower(${proposals.question})), ${words}),
    word_similarity(${words}, fold(lower(${proposals.question} || ' ' || ${proposals.story}))))`
  return db
    .select({
      id: proposals.id,
      question: proposals.question,
      state: proposals.state,
      people: columns.people,
    })
    .from(proposals)
    .where(
      and(
        eq(proposals.placeId, to.placeId),
        inArray(proposals.state, [
          'gathering',
          'answering',
          ...(to.hidden ? (['to-read'] as const) : (['adopted', 'not-now'] as const)),
        ]),
        to.except ? sql`${proposals.id} <> ${to.except}` : undefined,
        sql`${near} >= ${NEAR}`,
      ),
    )
    .orderBy(desc(near))
    .limit(3)
}

export const put = async (tx: Database, row: typeof proposals.$inferInsert): Promise<boolean> =>
  ((await tx.insert(proposals).values(row).onConflictDoNothing().returning({ id: proposals.id }))
    .length ?? 0) > 0

/** The same words from the same contact within the hour: a form sent twice. */
export const justPut = async (
  tx: Database,
  row: { placeId: string; contactHash: Buffer; question: string; story: string },
) =>
  (
    await tx
      .select({ id: proposals.id, reference: proposals.reference, readBy: proposals.readBy })
      .from(proposals)
      .where(
        and(
          eq(proposals.placeId, row.placeId),
          eq(proposals.contactHash, row.contactHash),
          eq(proposals.question, row.question),
          eq(proposals.story, row.story),
          eq(proposals.state, 'to-read'),
          sql`${proposals.createdAt} > clock_timestamp() - interval '1 hour'`,
        ),
      )
      .limit(1)
  )[0]

export const change = async (
  tx: Database,
  id: string,
  set: Partial<typeof proposals.$inferInsert>,
): Promise<void> => {
  await tx.update(proposals).set(set).where(eq(proposals.id, id))
}

export const remove = async (tx: Database, id: string): Promise<void> => {
  await tx.delete(proposals).where(eq(proposals.id, id))
}

/** Those a reference may mean, held; with how often wrong words were tried today, by the database's day. */
export const byReference = async (tx: Database, reference: string) =>
  tx
    .select({
      id: proposals.id,
      slipHash: proposals.slipHash,
      tries: sql<number>`case when ${proposals.slipTriesOn} = current_date then ${proposals.slipTries} else 0 end`,
    })
    .from(proposals)
    .where(and(eq(proposals.reference, reference), sql`${proposals.erasedAt} is null`))
    .for('no key update')

export const countTry = async (tx: Database, ids: readonly string[]): Promise<void> => {
  await tx
    .update(proposals)
    .set({
      slipTries: sql`case when ${proposals.slipTriesOn} = current_date then ${proposals.slipTries} + 1 else 1 end`,
      slipTriesOn: sql`current_date`,
    })
    .where(inArray(proposals.id, [...ids]))
}

/** Somebody's own, by account or by an address or number that is proven theirs. */
export const ownIds = async (db: Database, personId: string): Promise<string[]> =>
  (
    await db.execute<{ id: string }>(sql`
      select p.id from proposals p join people who on who.id = ${personId}
      where p.erased_at is null and (p.person_id = who.id
        or p.contact_by = 'email' and lower(p.contact) = lower(who.email)
        or p.contact_by = 'phone' and who.phone_verified_at is not null
          and e164_of(p.contact, calling_code_of(p.place_id)) = who.phone)
      order by p.created_at desc`)
  ).rows.map(({ id }) => id)

/** Nothing of whoever asked is left; question and totals stay, and the link is dead. */
export const blank = async (tx: Database, id: string): Promise<void> => {
  await tx.execute(sql`
    update proposals set first_name = '', contact = '', person_id = null, erased_at = clock_timestamp(),
      contact_hash = uuid_send(gen_random_uuid()), manage_hash = uuid_send(gen_random_uuid()), slip_hash = null
    where id = ${id} and erased_at is null`)
}

export const now = async (db: Database): Promise<Date> => {
  const { rows } = await db.execute<{ now: Date }>(sql`select clock_timestamp() as now`)
  return new Date(rows[0]?.now ?? Date.now())
}

export const challengeById = async (db: Database, id: string) =>
  (await db.select().from(challenges).where(eq(challenges.id, id)))[0]
