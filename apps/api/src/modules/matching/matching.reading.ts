import { type Match, WEIGHTS } from '@howcanwe/shared/matching'
import type { IncomeBand } from '@howcanwe/shared/organisations'
import { THEMES, type Theme } from '@howcanwe/shared/places'
import type { Database } from '../../db/database.ts'
import { areaIdsOf, type PublishedRow } from '../challenges/index.ts'
import { organisationById } from '../organisations/index.ts'
import { areasOf, placeById } from '../places/index.ts'
import { evidenceOf, evidenceOfEntry, type Spoken } from './matching.evidence.ts'
import type { Asked, Evidence } from './matching.parts.rules.ts'
import * as q from './matching.queries.ts'
import { sayingWords } from './matching.words.rules.ts'

/** What a challenge asks, with its words as they are written and as the dictionary stems them. */
export async function askedBy(db: Database, challenge: PublishedRow) {
  const [place, areas, chosen, asker] = await Promise.all([
    placeById(db, challenge.placeId),
    areasOf(db, challenge.placeId),
    areaIdsOf(db, challenge.id),
    organisationById(db, challenge.organisationId),
  ])
  const language: q.TextSearch = place?.languages[0] === 'nl' ? 'dutch' : 'english'
  const affected = `${challenge.whoIsAffected} ${challenge.leastServed}`
  const [words, stems] = await Promise.all([
    q.wordsOf(db, language, `${challenge.question} ${challenge.summary} ${affected}`),
    q.stemsOf(db, language, [affected]),
  ])
  const asked: Asked = {
    weights: WEIGHTS,
    themes: challenge.themes,
    words: [],
    areas: chosen.length === 0 ? areas : areas.filter((a) => chosen.includes(a.id)),
    affectedWords: sayingWords(stems.get(affected) ?? []),
    hoursPerMonth: challenge.hoursPerMonth,
    backfillOffered: challenge.backfillPence > 0,
    endsOn: challenge.endsOn,
    askerSector: asker?.sector ?? 'public',
  }
  return { asked, language, words, stems: sayingWords([...words.keys()]) }
}

export type Question = Awaited<ReturnType<typeof askedBy>>
export interface Rows {
  organisations: q.OrganisationCandidate[]
  entries: q.EntryCandidate[]
  members: q.OrganisationCandidate[]
}

const RARE_SHARE = 0.25
const RARE_FEW = 3

/** Words that set some candidates apart: used by a quarter of them at most (in a short list: by three). */
export function tellingWords(used: readonly (readonly string[] | null)[]): Set<string> {
  const counts = new Map<string, number>()
  for (const words of used) for (const w of words ?? []) counts.set(w, (counts.get(w) ?? 0) + 1)
  const most = Math.max(RARE_FEW, RARE_SHARE * used.length)
  return new Set([...counts].filter(([, n]) => n <= most).map(([w]) => w))
}

/** The words that count among these candidates, and the stems of every community they name. */
export async function spokenIn(db: Database, question: Question, rows: Rows): Promise<Spoken> {
  const named = [...rows.organisations, ...rows.members]
    .flatMap((o) => o.capacity?.reach ?? [])
    .map((r) => r.community)
  const stems = await q.stemsOf(db, question.language, named)
  const telling = tellingWords([...rows.organisations, ...rows.entries].map((r) => r.words))
  return {
    telling: new Map([...question.words].filter(([stem]) => telling.has(stem))),
    stemsOf: (community) => sayingWords(stems.get(community) ?? []),
  }
}

export type Candidate = Pick<
  Match,
  'kind' | 'id' | 'name' | 'incomeBand' | 'themes' | 'activities' | 'quietSince'
> & {
  /** The register entry an organisation says it is. */
  entryId: string | null
  evidence: Evidence
}

const isTheme = (code: string): code is Theme => THEMES.some((t) => t === code)
/** No accounts, as far as anybody has told: treated as the smallest (§2.3). */
const bandOf = (band: IncomeBand | null): IncomeBand => band ?? 'none'

export const candidatesOf = (rows: Rows, words: Spoken): Candidate[] => [
  ...rows.organisations.map((o) => ({
    kind: 'organisation' as const,
    id: o.id,
    name: o.name,
    incomeBand: o.incomeBand,
    themes: o.themes,
    activities: o.activities,
    entryId: o.registerEntryId,
    quietSince: o.quietSince,
    evidence: evidenceOf(o, words),
  })),
  ...rows.entries.map((e) => ({
    kind: 'register' as const,
    id: e.id,
    name: e.name,
    incomeBand: bandOf(e.incomeBand),
    themes: e.themes.filter(isTheme),
    activities: e.activities,
    entryId: e.id,
    quietSince: null,
    evidence: evidenceOfEntry(e, words),
  })),
]
