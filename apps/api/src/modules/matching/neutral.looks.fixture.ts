import { AVAILABILITY, INCOME_BANDS, POSSIBLE_WITH } from '@howcanwe/shared/organisations'
import { EVIDENCE } from '@howcanwe/shared/practices'
import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import type { World } from '../../../test/support.ts'
import { capacityProfiles, organisations } from '../organisations/organisations.table.ts'
import { practiceCards } from '../practices/practices.table.ts'
import { registerEntries } from '../register/register.table.ts'

/** Words that no question here uses. */
const FILLER = ['the', 'THE', 'and', 'marvellous', 'Marvelous', 'wonderfull', 'very', 'indeed']
const url = fc.constantFrom(null, 'https://example.org')
const hours = fc.option(fc.integer({ min: 0, max: 2_000 }))
const count = fc.option(fc.integer({ min: 0, max: 90_000 }))
/** Free words that nothing reads. */
const prose = fc.constantFrom(
  '',
  'we sing 2',
  'WE SING, TOO!!!',
  'Respite for carers: booking at weekends.',
)

/** How words that are read are written. */
const style = fc.record({
  loud: fc.boolean(),
  filler: fc.array(fc.constantFrom(...FILLER), { maxLength: 12 }),
})
const written = (says: string, how: { loud: boolean; filler: readonly string[] }) =>
  `${how.filler.join(' ')} ${how.loud ? says.toUpperCase() : says}!`

/** How large an organisation is; places it among others (FR-04), and scores nobody. */
export const size = fc.constantFrom(...INCOME_BANDS)

/** Everything of an organisation that must not count, but its size and its past. */
export const looks = fc.record({
  staffHoursPerMonth: hours,
  volunteerHoursPerMonth: hours,
  confirmedDaysAgo: fc.integer({ min: 0, max: 170 }),
  nudges: fc.integer({ min: 0, max: 5 }),
  website: url,
  checked: fc.boolean(),
  otherSkills: prose,
  contactName: prose,
  parentName: fc.constantFrom(null, 'A far larger body'),
  availability: fc.subarray([...AVAILABILITY]),
  possibleWith: fc.subarray(POSSIBLE_WITH.filter((p) => p !== 'backfill-pay')),
  loud: fc.boolean(),
  card: fc.record({
    ...{ story: prose, needs: prose, contact: prose, forWhom: prose },
    evidence: fc.constantFrom(...EVIDENCE),
    ...{ peopleReached: count, costPerPersonPence: count },
  }),
})
export type Looks = typeof looks extends fc.Arbitrary<infer T> ? T : never

/** How an entry of the register is written, and what it has. */
export const books = fc.record({
  incomePounds: fc.option(fc.integer({ min: 0, max: 1_000_000_000 })),
  website: url,
  finYearEnd: fc.constantFrom(null, '2025-03-31'),
  style,
})
export type Books = typeof books extends fc.Arbitrary<infer T> ? T : never

/** Whom every organisation here reaches, loud or not. */
export const reachOf = (loud: boolean) => [
  {
    community: loud ? 'THE UNPAID CARERS!!!' : 'unpaid carers',
    people: 30,
    how: 'members' as const,
  },
]

export async function dress(world: World, id: string, as: Looks) {
  const { website, contactName, parentName, checked, card, loud, confirmedDaysAgo, ...kept } = as
  await world.db
    .update(organisations)
    .set({
      ...{ website, contactName, parentName },
      parentIncomeBand: parentName === null ? null : sql`income_band`,
      state: checked ? 'checked' : 'listed',
      checkedAt: checked ? new Date() : null,
    })
    .where(eq(organisations.id, id))
  await world.db
    .update(capacityProfiles)
    .set({
      ...kept,
      // Who reaches nobody goes on reaching nobody: only the writing changes.
      reach: sql`case when reach = '[]' then reach else ${JSON.stringify(reachOf(loud))}::jsonb end`,
      confirmedAt: sql`clock_timestamp() - ${confirmedDaysAgo}::int * interval '1 day'`,
    })
    .where(eq(capacityProfiles.organisationId, id))
  await world.db.update(practiceCards).set(card).where(eq(practiceCards.organisationId, id))
}

export async function rewrite(world: World, entry: { id: string; says: string }, as: Books) {
  const { style: how, ...has } = as
  await world.db
    .update(registerEntries)
    .set({ ...has, activities: written(entry.says, how) })
    .where(eq(registerEntries.id, entry.id))
}

/** Sizes of organisations, in their order; the branch's parent is as large as it. */
export async function resize(world: World, ids: readonly string[], bands: readonly string[]) {
  for (const [i, id] of ids.entries())
    await world.db.execute(sql`
      update organisations set income_band = ${bands[i]},
        parent_income_band = case when parent_name is null then null else ${bands[i]} end
      where id = ${id}`)
}
