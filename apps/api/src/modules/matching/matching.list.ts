import { isSmall, PARTS, type Suggestions } from '@howcanwe/shared/matching'
import { type IncomeBand, SKILLS } from '@howcanwe/shared/organisations'
import { THEMES, type Theme } from '@howcanwe/shared/places'
import { balanced, type Eligible } from './matching.balance.rules.ts'
import { evidenceOf, evidenceOfEntry, type Telling } from './matching.evidence.ts'
import { lotOf, multiplierOf, seedOf } from './matching.order.rules.ts'
import { type Evidence, type Pool, SCALE, type Works } from './matching.parts.rules.ts'
import { LEVELS } from './matching.queries.ts'
import type { Question } from './matching.reading.ts'
import { fits, poolOf, scoreOf } from './matching.rules.ts'
import type {
  EntryCandidate,
  Found,
  OrganisationCandidate,
  Top,
} from './matching.search.queries.ts'
import { tablesOf } from './matching.tables.rules.ts'

export const SHOWN = 20
const THEME_BITS = new Map<string, number>(THEMES.map((theme, bit) => [theme, bit]))
const SKILL_BITS = new Map<string, number>(SKILLS.map((skill, bit) => [skill, bit]))
const isTheme = (code: string): code is Theme => THEME_BITS.has(code)
/** No accounts, as far as anybody has told: treated as the smallest (§2.3). */
const bandOf = (band: IncomeBand | null): IncomeBand => band ?? 'none'

export const bitsOf = (themes: readonly string[]): number[] =>
  themes.flatMap((t) => THEME_BITS.get(t) ?? []).toSorted((a, b) => a - b)
export const maskOf = (bits: readonly number[]): number =>
  bits.reduce((mask, bit) => mask | (1 << bit), 0)
const ascending = (ids: readonly number[]): number[] => [...new Set(ids)].toSorted((a, b) => a - b)

export const tellingOf = ({ asked, wordIds }: Question): Telling =>
  new Map(wordIds.map((id, i) => [id, asked.words[i] ?? '']))

/** Those already in, as evidence by their ids. */
export type Members = ReadonlyMap<string, Evidence>

/** Who is looked for, and beside whom. */
export interface Ask {
  question: Question
  members: Members
}

/** The question as `match_top` reads it. */
export function searchOf({ question, members }: Ask): Record<string, unknown> {
  const { row, asked, wider } = question
  const pool = poolOf([...members.values()])
  const themes = bitsOf(asked.themes)
  return {
    ...tablesOf(asked),
    place: row.placeId,
    asker: row.organisationId,
    lads: question.lads,
    codes: wider.map((w) => w.code),
    levels: wider.map((w) => w.level),
    asked: maskOf(themes),
    themes,
    words: ascending(question.wordIds),
    words_from: SCALE.words.from,
    affected: ascending(question.affectedIds),
    areas: ascending(question.areaIds),
    areas_of: asked.areas.length,
    pool: [...members.keys()],
    pool_skills: maskOf(pool.skills.flatMap((s) => SKILL_BITS.get(s) ?? [])),
    pool_room: pool.premises,
    pool_step_free: pool.stepFree,
    pool_reach: pool.reachWords,
    sectors: [asked.askerSector, ...pool.sectors],
    ends_on: asked.endsOn,
    need: asked.hoursPerMonth ?? 0,
    weights: PARTS.map((part) => asked.weights[part]),
    multiplier: multiplierOf(seedOf(row.id)),
    take: SHOWN,
  }
}

/** Scored against those already in, never against itself. */
const poolFor = (members: Members, id: string): Pool =>
  poolOf([...members].filter(([member]) => member !== id).map(([, evidence]) => evidence))

/** Those already in who still take part: the database leaves them to us, because each has a pool of its own. */
function inAlready(
  question: Question,
  members: Members,
  rows: readonly OrganisationCandidate[],
): Found[] {
  const seed = seedOf(question.row.id)
  const all = PARTS.reduce((sum, part) => sum + question.asked.weights[part], 0)
  return rows.flatMap(({ id, state, incomeBand }): Found[] => {
    const evidence = members.get(id)
    const takesPart = state === 'listed' || state === 'checked'
    if (!evidence || !takesPart || id === question.row.organisationId) return []
    if (!fits(question.asked, evidence)) return []
    const { score, confidence } = scoreOf(question.asked, evidence, poolFor(members, id))
    const sure = Math.round(confidence * all)
    return [
      {
        kind: 'organisation',
        id,
        score,
        sure,
        place: lotOf(seed, id),
        small: isSmall(incomeBand),
        level: 0,
      },
    ]
  })
}

export interface Shortlist {
  shown: (Found & { movedUp: number })[]
  eligible: Eligible
  considered: number
}

/** The twenty to show, in their order (FR-04). */
export function shortlistOf(
  question: Question,
  top: Top,
  members: Members,
  rows: readonly OrganisationCandidate[],
): Shortlist {
  const already = inAlready(question, members, rows)
  const order = [...top.found, ...already].toSorted(
    (a, b) => b.score - a.score || b.sure - a.sure || a.place - b.place || (a.id < b.id ? -1 : 1),
  )
  const eligible = {
    all: top.fitting + already.length,
    small: top.small + already.filter((c) => c.small).length,
  }
  return { shown: balanced(order, eligible, SHOWN), eligible, considered: top.considered }
}

export interface Details {
  organisations: ReadonlyMap<string, OrganisationCandidate>
  entries: ReadonlyMap<string, EntryCandidate>
}

type Item = Suggestions['items'][number]
type Said = Pick<Item, 'name' | 'incomeBand' | 'themes' | 'activities' | 'quietSince'> & {
  evidence: Evidence
  entryId: string | null
}

const WIDTHS = Object.keys(LEVELS) as Exclude<Works, 'areas'>[]

function saidOf(found: Found, telling: Telling, details: Details): Said | undefined {
  const organisation = details.organisations.get(found.id)
  if (found.kind === 'organisation' && organisation)
    return {
      name: organisation.name,
      incomeBand: organisation.incomeBand,
      themes: organisation.themes,
      activities: organisation.activities,
      quietSince: organisation.quietSince,
      evidence: evidenceOf(organisation, telling),
      entryId: organisation.registerEntryId,
    }
  const entry = details.entries.get(found.id)
  return (
    entry && {
      name: entry.name,
      incomeBand: bandOf(entry.incomeBand),
      themes: entry.themes.filter(isTheme),
      activities: entry.activities,
      quietSince: null,
      evidence: evidenceOfEntry(entry, WIDTHS[found.level] ?? 'district', telling),
      entryId: entry.id,
    }
  )
}

/** Who has been asked and, once it may be known, who has answered. */
export interface AlreadyIn {
  invited: { organisationIds: readonly string[]; entryIds: readonly string[] }
  /** Null while it is sealed (S-02). */
  interested: readonly string[] | null
}

/** The list as it is shown: parts and reasons of everybody in it, by the rules that everybody can read. */
export function listOf(
  question: Question,
  shortlist: Shortlist,
  members: Members,
  details: Details,
  { invited, interested }: AlreadyIn,
): Omit<Suggestions, 'computedAt'> {
  const telling = tellingOf(question)
  const everyone = poolOf([...members.values()])
  const items = shortlist.shown.flatMap((found): Item[] => {
    const said = saidOf(found, telling, details)
    if (!said) return []
    const { evidence, entryId, ...shown } = said
    const pool = members.has(found.id) ? poolFor(members, found.id) : everyone
    return [
      {
        kind: found.kind,
        id: found.id,
        ...shown,
        sector: evidence.sector,
        ...scoreOf(question.asked, evidence, pool),
        movedUp: found.movedUp,
        invited:
          invited.organisationIds.includes(found.id) ||
          (entryId !== null && invited.entryIds.includes(entryId)),
        interested: interested?.includes(found.id) ?? false,
      },
    ]
  })
  return {
    items,
    weights: PARTS.map((part) => ({ part, weight: question.asked.weights[part] })),
    seed: seedOf(question.row.id),
    considered: shortlist.considered,
    eligible: shortlist.eligible,
  }
}
