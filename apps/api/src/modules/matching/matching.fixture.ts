import { WEIGHTS } from '@howcanwe/shared/matching'
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
