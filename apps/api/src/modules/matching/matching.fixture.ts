import { WEIGHTS } from '@howcanwe/shared/matching'
import { SKILLS } from '@howcanwe/shared/organisations'
import fc from 'fast-check'
import type { Asked, Evidence, Pool } from './matching.parts.rules.ts'
import { poolOf } from './matching.rules.ts'

/** A question about breaks for carers in two neighbourhoods; ten hours a month, backfill on offer. */
export const asked = (more: Partial<Asked> = {}): Asked => ({
  weights: WEIGHTS,
  themes: ['carers', 'older-people'],
  words: ['respite', 'night', 'saturday', 'break', 'sitting'],
  areas: [
    { id: 'north', name: 'Northgate' },
    { id: 'elm', name: 'Elmside' },
  ],
  affectedWords: ['carer', 'night'],
  hoursPerMonth: 10,
  backfillOffered: true,
  endsOn: '2027-12-31',
  askerSector: 'public',
  ...more,
})

/** An organisation that has said nothing yet but what it is about and where. */
export const evidence = (more: Partial<Evidence> = {}): Evidence => ({
  sector: 'community',
  themes: ['carers'],
  cards: [],
  words: null,
  works: 'areas',
  areaIds: ['north'],
  reach: [],
  livedExperience: null,
  skills: [],
  premises: [],
  spareHours: null,
  wantsBackfill: false,
  notBefore: null,
  ...more,
})

export const nobody: Pool = poolOf([])
export const hall = { name: 'Chapel hall', seats: 60, stepFree: true }
export const reaches = (
  community: string,
  how: Evidence['reach'][number]['how'],
): Evidence['reach'][number] => ({
  community,
  people: 40,
  how,
  words: community.toLowerCase().split(' '),
})

/** Anything an organisation may have said. */
export const anyEvidence: fc.Arbitrary<Evidence> = fc.record({
  sector: fc.constantFrom('community', 'public', 'private', 'academic', 'funder'),
  themes: fc.subarray(['carers', 'older-people', 'food', 'faith']),
  words: fc.option(fc.subarray(['respite', 'night', 'saturday', 'break', 'sitting'])),
  cards: fc.array(
    fc.record({
      title: fc.constantFrom('Saturday sitters', 'Soup round'),
      themes: fc.subarray(['carers', 'older-people', 'food']),
    }),
    { maxLength: 2 },
  ),
  works: fc.constantFrom('areas', 'district', 'county', 'region', 'country'),
  areaIds: fc.subarray(['north', 'elm', 'far']),
  reach: fc.array(
    fc.record({
      community: fc.constantFrom('Carers', 'Anglers'),
      people: fc.integer({ min: 1, max: 9000 }),
      how: fc.constantFrom('trusted-contact', 'weekly-contact', 'members'),
      words: fc.subarray(['carer', 'angler']),
    }),
    { maxLength: 3 },
  ),
  livedExperience: fc.option(fc.constantFrom('led-by', 'majority', 'some', 'not')),
  skills: fc.subarray([...SKILLS], { maxLength: 4 }),
  premises: fc.constantFrom([], [hall], [{ ...hall, stepFree: false }]),
  spareHours: fc.option(fc.integer({ min: 0, max: 60 })),
  wantsBackfill: fc.boolean(),
  notBefore: fc.option(fc.constantFrom('2027-01-01', '2028-06-01')),
})
