import type { Part } from '@howcanwe/shared/matching'
import type { LIVED_EXPERIENCE, REACH_HOW, Sector } from '@howcanwe/shared/organisations'

/** What a challenge asks, as far as matching reads it. */
export interface Asked {
  /** Published, locked for the challenge and the same for everybody in it (§4.5); they sum to 100. */
  weights: Readonly<Record<Part, number>>
  themes: readonly string[]
  /** At most twelve of the question's words that set organisations apart, as people write them; the rarest first. */
  words: readonly string[]
  /** The areas it is about; every area of the place where it names none. */
  areas: readonly { id: string; name: string }[]
  /** Stems of who is affected and who is served least. */
  affectedWords: readonly string[]
  hoursPerMonth: number | null
  backfillOffered: boolean
  /** Whole day. */
  endsOn: string | null
  askerSector: Sector
}

export interface Reached {
  community: string
  people: number
  how: (typeof REACH_HOW)[number]
  /** Stems of `community`. */
  words: readonly string[]
}

/** What it says it does already, and works (OR4): its title, and what it is about. */
export interface Card {
  title: string
  themes: readonly string[]
}

/** How wide somebody says they work: in areas of the place by name, or in all of what holds it. */
export type Works = 'areas' | 'district' | 'county' | 'region' | 'country'

/**
 * What a score may rest on, and all of it. Income, staff, past contracts, completeness, speed of reply and writing
 * have no place here, so that no part can read them (§2.6 [G]).
 */
export interface Evidence {
  sector: Sector
  themes: readonly string[]
  /** Listed practice cards; the best of them counts. */
  cards: readonly Card[]
  /** Words of the question that they use too, as people write them; null where nothing of theirs was read. */
  words: readonly string[] | null
  works: Works
  /** Areas of the place by name; counts where `works` is 'areas'. */
  areaIds: readonly string[]
  reach: readonly Reached[]
  livedExperience: (typeof LIVED_EXPERIENCE)[number] | null
  skills: readonly string[]
  premises: readonly { name: string; seats: number; stepFree: boolean }[]
  spareHours: number | null
  wantsBackfill: boolean
  /** Whole day. */
  notBefore: string | null
}

/** Those already in, taken together. */
export interface Pool {
  size: number
  sectors: readonly Sector[]
  skills: readonly string[]
  premises: boolean
  stepFree: boolean
  reachWords: readonly string[]
}
