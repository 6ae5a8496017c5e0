import { sql } from 'drizzle-orm'
import { type Database, openDatabase } from '../src/db/database.ts'
import { seedWith } from './seed.ts'

async function onStage<T>(databaseUrl: string, work: (db: Database) => Promise<T>): Promise<T> {
  const { db, close } = openDatabase({ url: databaseUrl, max: 1 })
  try {
    return await work(db)
  } finally {
    await close()
  }
}

/** What a browser test needs from behind the stage of a running product. */
export const backstage = (databaseUrl: string) => ({
  /** Lets a challenge's deadline have passed. */
  passDeadline: (challengeId: string) =>
    onStage(databaseUrl, (db) => seedWith(db).passDeadline(challengeId)),

  /** Gives a challenge to its first readers, with whatever it still lacks. */
  sendToReaders: (challengeId: string) =>
    onStage(databaseUrl, (db) => seedWith(db).readThrough(challengeId)),

  /** Lets everybody's last proof of who they are be some minutes older. */
  ageProofs: (minutes: number) =>
    onStage(databaseUrl, async (db) => {
      await db.execute(
        sql`update sessions set proven_at = proven_at - ${minutes}::int * interval '1 minute'`,
      )
    }),

  /** Brings the last moment for names of a draw, and the moment its figure is known, so many minutes from now. */
  moveDraw: (groupId: string, closes: number, known: number) =>
    onStage(databaseUrl, (db) =>
      db.transaction(async (tx) => {
        await tx.execute(sql`set local session_replication_role = replica`)
        await tx.execute(sql`
          update recruitments set closes_at = clock_timestamp() + ${closes}::int * interval '1 minute',
            public_at = clock_timestamp() + ${known}::int * interval '1 minute' where group_id = ${groupId}`)
      }),
    ),

  /** Lets two days have passed since somebody said yes to an introduction that is going on. */
  passTwoDaysOf: (about: string) =>
    onStage(databaseUrl, (db) =>
      db.transaction(async (tx) => {
        await tx.execute(sql`set local session_replication_role = replica`)
        await tx.execute(sql`
          update introduction_sides set asked_at = asked_at - interval '2 days', answered_at = answered_at - interval '2 days'
          where about = ${about}`)
      }),
    ),

  /** The organisation somebody belongs to. */
  organisationOf: (email: string) =>
    onStage(databaseUrl, async (db) => {
      const { rows } = await db.execute<{ id: string }>(sql`
        select m.organisation_id as id from memberships m join people p on p.id = m.person_id where p.email = ${email}`)
      return rows[0]?.id ?? ''
    }),

  /** An entry of a charity register that does not exist. */
  addRegisterEntry: (entry: { number: string; name: string; activities: string }) =>
    onStage(databaseUrl, async (db) => {
      await db.execute(sql`
        insert into register_entries (id, scheme, identifier, source, licence, name_raw, name_shown, status, kind, activities,
          income_band, postcode_district, postcode_valid, lad_code, areas, themes, theme_basis, raw, row_hash, search_names)
        values (gen_random_uuid(), 'GB-CHC', ${entry.number}, 'ccew', 'made up', upper(${entry.name}), ${entry.name}, 'registered',
          'charity', ${entry.activities}, 'micro', 'SE15', true, 'E09000028', '{E09000028}', '{community-spaces,environment}',
          'none', '{}', 'x', lower(${entry.name}))`)
    }),
})
