import type {
  PublicFeature,
  Reach,
  Recruitment,
  RecruitmentDesk,
  TargetCategory,
} from '@howcanwe/shared/recruitment'
import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { type GroupRow, groupById, memberReach, runs } from '../../codesign/index.ts'
import { refuse } from '../recruitment.errors.ts'
import { IN_DRAW } from '../recruitment.letters.ts'
import { mayDraw } from '../recruitment.policy.ts'
import * as q from '../recruitment.queries.ts'
import { leastReached, type Reached, shownReach } from '../recruitment.reach.rules.ts'
import { fairnessOf, shownCount, shownCounts } from '../recruitment.shown.rules.ts'

type Row = q.RecruitmentRow

/** Lists that follow the targets, cut into one list a question. */
function byCategory<T>(categories: readonly TargetCategory[], list: readonly T[]): T[][] {
  return categories.map(({ features }, c) => {
    const before = categories.slice(0, c).reduce((sum, one) => sum + one.features.length, 0)
    return list.slice(before, before + features.length)
  })
}

function featuresOf({ kept, result, categories }: Row, at: number): PublicFeature[] {
  const cut = <T>(list: readonly T[] | undefined) => byCategory(categories, list ?? [])[at] ?? []
  const applied = kept && shownCounts(cut(kept.applied))
  const drawn = result && shownCounts(cut(result.counts))
  const { name: category = '', features = [] } = categories[at] ?? {}
  return features.map(({ affected: _, ...published }, f) => {
    const is = { category, feature: published.name }
    const same = (one: typeof is) => one.category === is.category && one.feature === is.feature
    const to = (edge: 'min' | 'max') =>
      kept?.relaxed.find((one) => same(one) && one.edge === edge)?.to ?? null
    const count = applied?.[f] ?? null
    return {
      ...published,
      keptMin: to('min'),
      keptMax: to('max'),
      applied: count,
      chance: count === null ? null : (cut(kept?.chances)[f] ?? null),
      drawn: count === null ? null : (drawn?.[f] ?? null),
      short: kept?.shortages.some(same) ?? false,
    }
  })
}

/** What people answered question by question, with how many of them came up. */
const reachedOf = ({ categories }: Row, counts: readonly (number | null)[]): Reached[] =>
  categories
    .flatMap(({ name, features }) => features.map((feature) => ({ ...feature, category: name })))
    .map(({ name, category, affected }, t) => ({
      ...{ category, feature: name, affected },
      inGroup: counts[t] ?? null,
    }))

type Convened = Pick<GroupRow, 'id' | 'name' | 'state'>

/** Once they have agreed their charter they are the group, and not only names that came up. */
function publicReach(row: Row, group: Convened, shown: Recruitment['categories']): Reach | null {
  if (row.state !== 'confirmed' || !row.result || group.state === 'recruiting') return null
  const counts = shown.flatMap(({ features }) => features.map(({ drawn }) => drawn))
  return shownReach(reachedOf(row, counts), row.result.drawn)
}

const NO_CHANCES = { lowest: null, highest: null }

/** What anybody may read. While names are taken nothing is counted, so that nobody can watch who comes. */
export function publicView(row: Row, group: Convened): Recruitment {
  const { kept } = row
  const isCounted = kept !== null && shownCount(kept.names) !== null
  const { lowest, highest } = isCounted ? kept : NO_CHANCES
  const categories = row.categories.map(({ name, special }, at) => ({
    ...{ name, special },
    features: featuresOf(row, at),
  }))
  return {
    id: row.id,
    placeId: row.placeId,
    group: { id: group.id, name: group.name },
    state: row.state,
    way: row.way,
    seats: row.seats,
    closesAt: row.closesAt,
    publicSource: row.publicSource,
    publicAt: row.publicAt,
    commitment: row.commitment,
    categories,
    applied: isCounted ? kept.names : null,
    held: kept?.held ?? 0,
    boxHash: row.boxHash,
    sheets: row.sheets,
    lowest,
    highest,
    fairness: fairnessOf(lowest, highest),
    publicValue: row.publicValue,
    secret: row.secret,
    seed: row.seed,
    sheet: row.sheet,
    drawn: row.result ? shownCount(row.result.drawn) : null,
    reach: publicReach(row, group, categories),
    calledOff: row.calledOffAt ? { at: row.calledOffAt, why: row.calledOffWhy ?? '' } : null,
  }
}

const OUTCOMES = { drawn: 'drawn', 'not-drawn': 'not-drawn', in: 'called-off' } as const

/** Names are for whoever runs the group; a broker of the place sees counts. */
async function peopleFor(deps: Pick<Deps, 'db' | 'config'>, group: GroupRow, row: Row) {
  if (row.state === 'open' || row.state === 'closed') return []
  const isOff = row.state === 'called-off'
  const names = await q.namesOf(deps.db, row.id, isOff ? ['in'] : ['drawn', 'not-drawn'])
  return names
    .filter(({ firstName }) => firstName !== '')
    .map((name) => ({
      firstName: name.firstName,
      reference: name.reference,
      outcome: OUTCOMES[name.state === 'out' ? 'in' : name.state],
      ring: memberReach(deps, group, { ...name, ...IN_DRAW }) ? null : name.contact,
    }))
    .filter(({ outcome, ring }) => outcome === 'drawn' || ring !== null)
}

export async function deskView(
  deps: Pick<Deps, 'db' | 'config'>,
  actor: Actor,
  group: GroupRow,
  row: Row,
): Promise<RecruitmentDesk> {
  const typed = row.typedBy === actor.personId ? ('me' as const) : ('another' as const)
  const { names, entered } = await q.countNames(deps.db, row.id)
  return {
    recruitment: publicView(row, group),
    names: row.kept?.names ?? names,
    entered,
    shortages: row.kept?.shortages ?? [],
    relaxed: row.kept?.relaxed ?? [],
    reach: row.result && leastReached(reachedOf(row, row.result.counts), row.result.drawn),
    figureTyped: row.typedBy === null ? 'nobody' : typed,
    people: runs(actor, group) ? await peopleFor(deps, group, row) : [],
  }
}

/** @throws recruitment.group_unknown for everyone but who draws for it */
export async function requireDrawn(db: Database, actor: Actor, groupId: string): Promise<GroupRow> {
  const group = await groupById(db, groupId)
  if (!group || !mayDraw(actor, group)) throw refuse('recruitment.group_unknown')
  return group
}

/** @throws recruitment.none */
export async function requireRow(
  db: Database,
  groupId: string,
  lock?: 'update',
): Promise<q.RecruitmentRow> {
  const row = await q.ofGroup(db, groupId, lock)
  if (!row) throw refuse('recruitment.none')
  return row
}

/** @throws recruitment.none */
export async function read(db: Database, groupId: string): Promise<Recruitment> {
  const group = await groupById(db, groupId)
  const row = group && (await q.ofGroup(db, groupId))
  if (!row) throw refuse('recruitment.none')
  return publicView(row, group)
}

/** How far the last draw of a group reached (M27); null where there was none, or the group has not convened. */
export async function reachOf(db: Database, groupId: string): Promise<Reach | null> {
  const group = await groupById(db, groupId)
  const row = group && (await q.lastConfirmed(db, groupId))
  return row ? publicView(row, group).reach : null
}

/** The file with which anybody draws again (S-07). @throws recruitment.none · recruitment.no_box */
export async function box(db: Database, groupId: string) {
  const row = await requireRow(db, groupId)
  if (row.box === null || row.boxHash === null) throw refuse('recruitment.no_box')
  const { commitment, secret, publicValue, seed, sheet } = row
  return { box: row.box, hash: row.boxHash, commitment, secret, publicValue, seed, sheet }
}
