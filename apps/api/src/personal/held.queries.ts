import type { HeldRow, HeldSection } from '@howcanwe/shared/identity'
import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { ABOUT_ME } from './held.about.queries.ts'
import { BY_ME } from './held.by.queries.ts'
import { HANDLED } from './held.handled.queries.ts'
import type { Statement, Who } from './held.who.ts'

/** One statement a section; its columns carry the names of `HELD_FIELDS`. What is sealed is opened apart. */
export const HELD: Partial<Record<HeldSection, Statement>> = {
  ...ABOUT_ME,
  ...BY_ME,
  handled: HANDLED,
}

export const heldRows = async (
  db: Database,
  section: HeldSection,
  who: Who,
): Promise<HeldRow[]> => {
  const statement = HELD[section]
  return statement ? ((await db.execute(statement(who))).rows as HeldRow[]) : []
}

/** Boxes in the vault that hold something of this person. */
export const boxesOf = async (db: Database, { id }: Who) =>
  (
    await db.execute<{ placeId: string; subjectId: string; field: string }>(sql`
      select place_id as "placeId", subject_id as "subjectId", field from vault_boxes
      where subject_id = ${id} or subject_id in
        (select places_of(${id}) union select member_id from pay_formers where person_id = ${id})`)
  ).rows

/** Somebody's spoken answers and texts, for their own list of who opened them. */
export const voicesOf = async (db: Database, personId: string) =>
  (
    await db.execute<{ id: string; about: string }>(sql`
      select v.id, c.question as about from interest_voice_notes v join challenges c on c.id = v.challenge_id
      where v.recorded_by = ${personId}
      union all select t.id, g.name from incoming_texts t join groups g on g.id = t.group_id
      where t.member_id in (select places_of(${personId}))`)
  ).rows
