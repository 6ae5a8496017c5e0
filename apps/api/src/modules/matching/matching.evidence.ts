import { type Kind, sectorOf } from '@howcanwe/shared/organisations'
import type { Evidence } from './matching.parts.rules.ts'
import type { EntryCandidate, OrganisationCandidate } from './matching.queries.ts'

/** Stems → what a person reads. */
export interface Spoken {
  /** Stem → word, of the question's words that set candidates apart. */
  telling: ReadonlyMap<string, string>
  /** The stems in the name of a community. */
  stemsOf: (community: string) => readonly string[]
}

const spoken = (stems: readonly string[], { telling }: Spoken): string[] =>
  stems.flatMap((stem) => telling.get(stem) ?? [])

/** What an organisation has said of itself, as far as a score may read it. */
export function evidenceOf(row: OrganisationCandidate, words: Spoken): Evidence {
  const { capacity } = row
  return {
    sector: row.sector,
    themes: row.themes,
    cards: [],
    words: row.activities === null ? null : spoken(row.words, words),
    works: 'areas',
    areaIds: row.areaIds,
    reach: (capacity?.reach ?? []).map((r) => ({ ...r, words: words.stemsOf(r.community) })),
    livedExperience: capacity?.livedExperience ?? null,
    skills: capacity?.skills ?? [],
    premises: capacity?.premises ?? [],
    spareHours: capacity?.spareHoursPerMonth ?? null,
    wantsBackfill: capacity?.possibleWith.includes('backfill-pay') ?? false,
    notBefore: capacity?.notBefore ?? null,
  }
}

/** What the register says; nobody has told us the rest, and nothing is assumed. */
export const evidenceOfEntry = (row: EntryCandidate, words: Spoken): Evidence => ({
  sector: sectorOf(row.kind as Kind),
  themes: row.themes,
  cards: [],
  words: row.activities === null ? null : spoken(row.words, words),
  works: 'district',
  areaIds: [],
  reach: [],
  livedExperience: null,
  skills: [],
  premises: [],
  spareHours: null,
  wantsBackfill: false,
  notBefore: null,
})
