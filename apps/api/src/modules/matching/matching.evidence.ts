import { type Kind, sectorOf } from '@howcanwe/shared/organisations'
import type { Evidence, Works } from './matching.parts.rules.ts'
import type { EntryCandidate, OrganisationCandidate } from './matching.search.queries.ts'
import { sayingWords } from './matching.words.rules.ts'

/** Numbers of the question's telling words → as people write them. */
export type Telling = ReadonlyMap<number, string>

const spoken = (termIds: readonly number[] | null, telling: Telling): string[] =>
  (termIds ?? []).flatMap((id) => telling.get(id) ?? [])

/** What an organisation has said of itself, as far as a score may read it. */
export function evidenceOf(row: OrganisationCandidate, telling: Telling): Evidence {
  const { capacity } = row
  return {
    sector: row.sector,
    themes: row.themes,
    cards: row.cards,
    words: row.activities === null ? null : spoken(row.termIds, telling),
    works: 'areas',
    areaIds: row.areaIds,
    reach: (capacity?.reach ?? []).map((r, i) => ({
      ...r,
      words: sayingWords(row.reachStems[i] ?? []),
    })),
    livedExperience: capacity?.livedExperience ?? null,
    skills: capacity?.skills ?? [],
    premises: capacity?.premises ?? [],
    spareHours: capacity?.spareHoursPerMonth ?? null,
    wantsBackfill: capacity?.possibleWith.includes('backfill-pay') ?? false,
    notBefore: capacity?.notBefore ?? null,
  }
}

/** What the register says; nobody has told us the rest, and nothing is assumed. */
export const evidenceOfEntry = (
  row: EntryCandidate,
  works: Exclude<Works, 'areas'>,
  telling: Telling,
): Evidence => ({
  sector: sectorOf(row.kind as Kind),
  themes: row.themes,
  cards: [],
  words: row.activities === null ? null : spoken(row.termIds, telling),
  works,
  areaIds: [],
  reach: [],
  livedExperience: null,
  skills: [],
  premises: [],
  spareHours: null,
  wantsBackfill: false,
  notBefore: null,
})
