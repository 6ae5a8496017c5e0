import type { Reason } from '@howcanwe/shared/matching'
import type { Asked, Evidence, Pool, Reached } from './matching.inputs.rules.ts'

export type { Asked, Card, Evidence, Pool, Reached, Works } from './matching.inputs.rules.ts'

type Facts = Record<string, string | number | string[]>
export interface Valued {
  /** 0–100, whole: a part's value in hundredths. Null where nothing is known. */
  hundredths: number | null
  reasons: { code: Reason; facts: Facts }[]
}

const because = (code: Reason, facts: Facts = {}) => ({ code, facts })
/** Whole numbers only, halves up, so that the database and this file agree to the last hundredth. */
export const rounded = (above: number, below: number): number =>
  Math.floor((2 * above + below) / (2 * below))

/**
 * Every number a part is made of, in hundredths where it is a share. A telling word is one that few use, so that one
 * already says something beside a theme in common (measured: docs/matching-quality.md); alone it takes two, and four are
 * plenty. Areas alone say less than people, so they fill `areasNamed` of reach at most; the whole district says less than
 * a neighbourhood by name, and the wider the less.
 */
export const SCALE = {
  words: { from: 1, alone: 2, full: 4, share: 25 },
  areasNamed: 70,
  works: { district: 45, county: 35, region: 30, country: 20 },
  how: { 'trusted-contact': 100, 'weekly-contact': 70, members: 40 },
  lived: { 'led-by': 100, majority: 70, some: 40, not: 0 },
  adds: { skills: 40, skillsFull: 2, premises: 30, reach: 30 },
  backfill: 50,
} as const

const sharedThemes = (asked: Asked, themes: readonly string[]): string[] =>
  asked.themes.filter((t) => themes.includes(t))

/** The card that shares most of the question's themes; the first of equals. */
function bestCard(asked: Asked, e: Evidence): { title: string; shared: string[] } | undefined {
  return e.cards
    .map(({ title, themes }) => ({ title, shared: sharedThemes(asked, themes) }))
    .toSorted((a, b) => b.shared.length - a.shared.length)[0]
}

function themeValue(asked: Asked, shared: number, words: number | null): number | null {
  const { full, share } = SCALE.words
  const of = asked.themes.length
  if (of === 0) return words === null ? null : rounded(100 * words, full)
  if (words === null) return rounded(100 * shared, of)
  return rounded((100 - share) * shared * full + share * words * of, of * full)
}

/**
 * Theme and outcome fit: the share of the question's themes that is theirs or their best practice card's, and a quarter
 * of it by words in common where there are any to read.
 */
export function themePart(asked: Asked, e: Evidence): Valued {
  const of = asked.themes.length
  const own = sharedThemes(asked, e.themes)
  const card = bestCard(asked, e)
  const byCard = card && card.shared.length > own.length ? card : undefined
  const shared = byCard?.shared.length ?? own.length
  const common = asked.words.filter((w) => e.words?.includes(w))
  const least = shared > 0 ? SCALE.words.from : SCALE.words.alone
  const found = common.length >= least ? common.slice(0, SCALE.words.full) : []
  const reasons = [
    ...(byCard ? [because('themes-card', { title: byCard.title, themes: byCard.shared, of })] : []),
    ...(own.length > 0 ? [because('themes-shared', { themes: own, of })] : []),
    ...(found.length > 0 ? [because('words-shared', { words: found })] : []),
  ]
  return {
    hundredths: themeValue(asked, shared, e.words === null ? null : found.length),
    reasons: shared > 0 ? reasons : [because('themes-none'), ...reasons],
  }
}

const HOW_REASON = {
  'trusted-contact': 'reach-trusted',
  'weekly-contact': 'reach-weekly',
  members: 'reach-members',
} as const
const WORKS_REASON = {
  district: 'areas-place-wide',
  county: 'areas-county',
  region: 'areas-region',
  country: 'areas-country',
} as const

/** The closest contact with a group whose name meets the words for who is affected. */
export function reachedGroup(asked: Asked, e: Evidence): Reached | undefined {
  return e.reach
    .filter((r) => r.words.some((w) => asked.affectedWords.includes(w)))
    .toSorted((a, b) => SCALE.how[b.how] - SCALE.how[a.how])[0]
}

function areasOf(asked: Asked, e: Evidence): Valued & { hundredths: number } {
  if (e.works !== 'areas')
    return { hundredths: SCALE.works[e.works], reasons: [because(WORKS_REASON[e.works])] }
  const covered = asked.areas.filter((a) => e.areaIds.includes(a.id)).map((a) => a.name)
  const of = asked.areas.length
  if (covered.length === 0)
    return {
      hundredths: 0,
      reasons: [because('areas-none', { areas: asked.areas.map((a) => a.name) })],
    }
  return {
    hundredths: rounded(SCALE.areasNamed * covered.length, of),
    reasons: [because('areas-covered', { areas: covered, of })],
  }
}

/** Reach into affected groups and areas. Saying more never lowers it; a group that is reached fills what areas leave open. */
export function reachPart(asked: Asked, e: Evidence): Valued {
  const areas = areasOf(asked, e)
  const group = reachedGroup(asked, e)
  if (!group) return areas
  const open = 100 - areas.hundredths
  return {
    hundredths: areas.hundredths + rounded(open * SCALE.how[group.how], 100),
    reasons: [
      because(HOW_REASON[group.how], { community: group.community, people: group.people }),
      ...areas.reasons,
    ],
  }
}

const LIVED_REASON = {
  'led-by': 'lived-led-by',
  majority: 'lived-majority',
  some: 'lived-some',
  not: 'lived-not',
} as const

export function livedPart(_: Asked, e: Evidence): Valued {
  if (e.livedExperience === null) return { hundredths: null, reasons: [because('lived-unknown')] }
  return {
    hundredths: SCALE.lived[e.livedExperience],
    reasons: [because(LIVED_REASON[e.livedExperience])],
  }
}

/** Skills, premises and reach that those already in lack. */
export function complementPart(_: Asked, e: Evidence, pool: Pool): Valued {
  if (e.skills.length + e.premises.length + e.reach.length === 0)
    return { hundredths: null, reasons: [because('complement-unknown')] }
  const skills = e.skills.filter((s) => !pool.skills.includes(s))
  const room = e.premises.find((p) => !pool.premises || (p.stepFree && !pool.stepFree))
  const reach = e.reach.find((r) => !r.words.some((w) => pool.reachWords.includes(w)))
  const { size } = pool
  const { adds } = SCALE
  const reasons = [
    ...(reach ? [because('complement-reach', { community: reach.community, pool: size })] : []),
    ...(skills.length > 0 ? [because('complement-skills', { skills, pool: size })] : []),
    ...(room
      ? [because('complement-premises', { name: room.name, seats: room.seats, pool: size })]
      : []),
  ]
  return {
    hundredths:
      rounded(adds.skills * Math.min(adds.skillsFull, skills.length), adds.skillsFull) +
      (room ? adds.premises : 0) +
      (reach ? adds.reach : 0),
    reasons: reasons.length > 0 ? reasons : [because('complement-none', { pool: size })],
  }
}

/** Spare hours against hours asked, inside the window; half where paid backfill is offered and wanted. */
export function timePart(asked: Asked, e: Evidence): Valued {
  const need = asked.hoursPerMonth
  const tooLate = e.notBefore !== null && asked.endsOn !== null && e.notBefore > asked.endsOn
  const hours = tooLate && e.spareHours !== null ? 0 : e.spareHours
  const backfill = asked.backfillOffered && e.wantsBackfill && !tooLate
  if (need === null || (hours === null && !backfill))
    return { hundredths: null, reasons: [because('time-unknown')] }
  const enough = (hours ?? 0) >= need
  const share = enough ? 100 : rounded(100 * (hours ?? 0), need)
  if (backfill && share < SCALE.backfill)
    return { hundredths: SCALE.backfill, reasons: [because('time-backfill', { asked: need })] }
  const code = enough ? 'time-enough' : 'time-part'
  return { hundredths: share, reasons: [because(code, { hours: hours ?? 0, asked: need })] }
}

/** Unlike sphere: another sector than whoever asks and those already in. */
export function spherePart(asked: Asked, e: Evidence, pool: Pool): Valued {
  const same = [asked.askerSector, ...pool.sectors].includes(e.sector)
  return {
    hundredths: same ? 0 : 100,
    reasons: [because(same ? 'sphere-same' : 'sphere-new', { sector: e.sector })],
  }
}
