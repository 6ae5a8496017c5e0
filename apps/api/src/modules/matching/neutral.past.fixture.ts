import { type SQL, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { someId, type World } from '../../../test/support.ts'
import { inTransaction } from '../../db/database.ts'

/** How fast somebody answered, from within the minute to four weeks later. */
const minutes = fc.integer({ min: 1, max: 40_000 })
const answer = fc.record({
  state: fc.constantFrom('submitted', 'withdrawn', 'chosen', 'not-this-time'),
  minutes,
  secondsTaken: fc.option(fc.integer({ min: 5, max: 90_000 })),
  why: fc.constantFrom('we no carers', 'WE KNOW CARERS!!!', 'Respectfully, we know carers well.'),
})
/** What an organisation has done before, and how fast: contracts and speed of reply, which are never inputs (§2.6 [G]). */
export const past = fc.record({
  grants: fc.array(
    fc.record({
      pence: fc.integer({ min: 100, max: 900_000_000 }),
      daysAgo: fc.integer({ min: 1, max: 3_000 }),
    }),
    { maxLength: 3 },
  ),
  /** To each earlier question: asked to answer it, and whether and how it did. */
  earlier: fc.tuple(fc.option(answer), fc.option(answer)),
  asked: fc.tuple(fc.boolean(), fc.boolean()),
  /** To the open question, under seal. */
  now: fc.option(answer),
  /** Yes to an introduction. */
  introduced: fc.option(minutes),
})
export type Past = typeof past extends fc.Arbitrary<infer T> ? T : never

export interface Before {
  placeId: string
  broker: string
  commissioner: string
  /** Closed, with a cohort. */
  earlier: readonly string[]
  challengeId: string
  groups: readonly { id: string; number: string; member: string }[]
}
type Group = Before['groups'][number]

/** What keeps a past as it was. Whoever counts or reads it stays awake. */
const GUARDS = [
  ['interests', 'interests_guard'],
  ['interests', 'interests_feedback_guard'],
  ['cohort_organisations', 'cohort_organisations_guard'],
  ['invitations', 'invitations_guard'],
  ['introductions', 'introductions_guard'],
  ['introduction_sides', 'introduction_sides_guard'],
] as const

/** Lets pasts be rewritten in this database: only a table's owner can. */
export async function liftGuards({ db }: World): Promise<void> {
  for (const [table, guard] of GUARDS)
    await db.execute(sql.raw(`alter table ${table} disable trigger ${guard}`))
}

/** Closes a question two months ago, with a cohort. */
export const finish = (world: World, of: Omit<Before, 'groups' | 'earlier'>, id: string) =>
  inTransaction(world.db, async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(sql`
      update challenges set state = 'formed', opened_at = clock_timestamp() - interval '90 days',
        closes_at = clock_timestamp() - interval '60 days' where id = ${id}`)
    await tx.execute(sql`
      insert into cohorts (id, place_id, challenge_id, statement, formed_by)
      values (${someId()}, ${of.placeId}, ${id}, 'Six start together.', ${of.commissioner})`)
  })

const answered = (
  before: Before,
  group: Group,
  challengeId: string,
  a: NonNullable<Past['now']>,
) => {
  const reason = 'What you wrote about carers was read with care.'
  const decided = a.state === 'chosen' || a.state === 'not-this-time'
  return sql`
    insert into interests (id, place_id, challenge_id, organisation_id, why, bring_note, hours_per_month, need_note,
      together, together_with, conflict, conflict_note, submitted_by, seconds_taken, state, received_at, withdrawn_at,
      decision_reason, decided_by, decided_at)
    select ${someId()}, ${before.placeId}, id, ${group.id}, ${a.why}, '', 4, '', 'alone', '', false, '',
      ${group.member}, ${a.secondsTaken}::int, ${a.state}, opened_at + ${a.minutes}::int * interval '1 minute',
      ${a.state === 'withdrawn' ? sql`clock_timestamp()` : null}, ${decided ? reason : null},
      ${decided ? before.commissioner : null}, ${decided ? sql`closes_at` : null}
    from challenges where id = ${challengeId}`
}

const invited = (before: Before, group: Group, challengeId: string) => sql`
  insert into invitations (id, place_id, challenge_id, organisation_id, why, channel, invited_by, invited_at)
  select ${someId()}, place_id, id, ${group.id}, 'You know them', 'by-hand', ${before.broker}, opened_at
  from challenges where id = ${challengeId}`

const inCohort = (group: Group, challengeId: string) => sql`
  insert into cohort_organisations (place_id, cohort_id, organisation_id)
  select place_id, id, ${group.id} from cohorts where challenge_id = ${challengeId}`

const granted = (group: Group, grant: Past['grants'][number]) => sql`
  insert into grants (id, raw_id, source_file, funder_raw_id, funder_name, recipient_raw_id, recipient_name,
    recipient_org_id, title, currency, amount_pence, awarded_on)
  values (${someId()}, ${someId()}, 'grants.json', 'GB-CHC-1', 'Elm Fund', ${group.number}, 'Carers', ${group.number},
    'Nights', 'GBP', ${grant.pence}, current_date - ${grant.daysAgo}::int)`

/** Yes after so many minutes; the other never heard of it, and it did not come about. */
const introduced = (before: Before, [first, second]: readonly Group[], after: number): SQL[] => {
  const id = someId()
  return [
    sql`insert into introductions (id, place_id, state, guess, drafted_by, ended_at)
      values (${id}, ${before.placeId}, 'ended', 'never-met', ${before.broker}, clock_timestamp())`,
    sql`insert into introduction_sides (introduction_id, place_id, turn, organisation_id, about, asked_at, answer_by,
        answer, answered_at, known, share, tell_at)
      select ${id}, ${before.placeId}, 'first', ${first?.id}, 'Nine carers of Elmside', asked, asked + interval '40 days',
        'yes', asked + ${after}::int * interval '1 minute', 'never-met', 'email', asked + interval '40 days'
      from (select clock_timestamp() - interval '50 days' as asked) a`,
    sql`insert into introduction_sides (introduction_id, place_id, turn, organisation_id, about)
      values (${id}, ${before.placeId}, 'second', ${second?.id}, 'Has a room on Tuesdays')`,
  ]
}

/** The rows of one organisation's past. */
function rowsOf(before: Before, at: number, told: Past): SQL[] {
  const group = before.groups[at] as Group
  const next = before.groups[(at + 1) % before.groups.length] as Group
  const earlier = before.earlier.flatMap((id, i) => {
    const said = told.earlier[i] ?? null
    return [
      ...(told.asked[i] ? [invited(before, group, id)] : []),
      ...(said ? [answered(before, group, id, said)] : []),
      ...(said?.state === 'chosen' ? [inCohort(group, id)] : []),
    ]
  })
  const now = told.now && { ...told.now, state: 'submitted' as const }
  return [
    ...earlier,
    ...told.grants.map((grant) => granted(group, grant)),
    ...(now ? [answered(before, group, before.challengeId, now)] : []),
    ...(told.introduced === null ? [] : introduced(before, [group, next], told.introduced)),
  ]
}

/** Gives organisations another past than they had, one each. */
export const relive = (world: World, before: Before, told: readonly Past[]) =>
  inTransaction(world.db, async (tx) => {
    for (const table of ['interests', 'cohort_organisations', 'introduction_sides', 'grants'])
      await tx.execute(sql.raw(`delete from ${table}`))
    await tx.execute(sql`delete from introductions`)
    await tx.execute(sql`delete from invitations where challenge_id <> ${before.challengeId}`)
    for (const [at, one] of told.entries())
      for (const row of rowsOf(before, at, one)) await tx.execute(row)
    await tx.execute(sql`
      update invitations set invited_at = clock_timestamp() - ${told[0]?.introduced ?? 0}::int * interval '1 minute'
      where challenge_id = ${before.challengeId}`)
  })
