import { LIVED_EXPERIENCE, REACH_HOW, SKILLS } from '@howcanwe/shared/organisations'
import fc from 'fast-check'

const ABOUT = ['carers', 'older-people', 'food', 'faith', 'transport'] as const
const WORDS = [
  'respite',
  'nights',
  'sandwiches',
  'minibus',
  'choir',
  'allotment',
  'knitting',
  'sitting',
]
const PEOPLE = ['Somali carers', 'night workers', 'young dads', 'Polish families']
const BANDS = ['none', 'micro', 'small', 'medium', 'large'] as const
/** What holds a district, by code. */
export const WIDE = {
  county: 'E10000077',
  region: 'E12000077',
  country: 'E92000001',
  both: 'K04000001',
}

const someOf = <T>(things: readonly T[], least = 0): fc.Arbitrary<T[]> =>
  fc.subarray([...things], { minLength: least }).map((some) => [...some])

const anEntry = (lad: string) =>
  fc.record({
    kind: fc.constantFrom('charity', 'company', 'school'),
    incomeBand: fc.option(fc.constantFrom(...BANDS)),
    themes: someOf(ABOUT, 1),
    activities: fc.option(
      someOf(WORDS).map((w) => `We do ${w.join(' and ')}.`),
      { freq: 5 },
    ),
    areas: fc.oneof(
      fc.constant<string[]>([lad]),
      fc.constant<string[]>([]),
      someOf<string>([lad, ...Object.values(WIDE), 'E09999999'], 1),
    ),
    ladCode: fc.constantFrom(lad, lad, 'E09999999', null),
    status: fc.constantFrom<'registered' | 'removed'>(
      'registered',
      'registered',
      'registered',
      'removed',
    ),
  })

const anOrganisation = fc.record({
  incomeBand: fc.constantFrom(...BANDS),
  themes: someOf(ABOUT, 1),
  state: fc.constantFrom('listed', 'listed', 'checked', 'paused'),
  claims: fc.boolean(),
  capacity: fc.record({
    livedExperience: fc.option(fc.constantFrom(...LIVED_EXPERIENCE)),
    spareHoursPerMonth: fc.option(fc.nat(14)),
    skills: someOf(SKILLS.slice(0, 4)),
    premises: fc.array(
      fc.record({
        name: fc.constant('Hall'),
        seats: fc.constant(40),
        stepFree: fc.boolean(),
        kitchen: fc.constant(false),
        costPence: fc.constant(0),
      }),
      { maxLength: 2 },
    ),
    reach: fc.array(
      fc.record({
        community: fc.constantFrom(...PEOPLE),
        people: fc.constant(20),
        how: fc.constantFrom(...REACH_HOW),
      }),
      { maxLength: 3 },
    ),
    possibleWith: someOf<'backfill-pay' | 'travel'>(['backfill-pay', 'travel']),
    notBefore: fc.option(fc.constantFrom<string>('2026-01-01', '2099-01-01')),
  }),
})

/** Any six a place may choose (WEIGHT_RANGES). */
const fairWeights = fc
  .record({
    theme: fc.integer({ min: 15, max: 40 }),
    reach: fc.integer({ min: 15, max: 40 }),
    livedExperience: fc.integer({ min: 10, max: 30 }),
    time: fc.integer({ min: 5, max: 15 }),
    sphere: fc.integer({ min: 5, max: 15 }),
  })
  .map((five) => ({ ...five, complement: 100 - Object.values(five).reduce((a, b) => a + b) }))
  .filter(({ complement }) => complement >= 10 && complement <= 30)

/** A country for one test: its register, the organisations of one place, what is asked and how many are invited. */
export const aCountry = (lad: string) =>
  fc.record({
    entries: fc.array(anEntry(lad), { minLength: 40, maxLength: 110 }),
    organisations: fc.array(anOrganisation, { minLength: 3, maxLength: 24 }),
    asked: fc.record({
      themes: someOf(ABOUT, 1),
      summary: someOf(WORDS).map((w) => `It is about ${w.join(', ')}.`),
      who: fc.constantFrom(...PEOPLE),
    }),
    invited: fc.nat(4),
    weights: fc.option(fairWeights),
  })
export type Country = ReturnType<typeof aCountry> extends fc.Arbitrary<infer C> ? C : never
