import type { Reason } from '@howcanwe/shared/matching'
import type { LIVED_EXPERIENCE, REACH_HOW, Sector } from '@howcanwe/shared/organisations'

/** What a challenge asks, as far as matching reads it. */
export interface Asked {
  themes: readonly string[]
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

/**
 * What a score may rest on, and all of it. Income, staff, past contracts, completeness, speed of reply and writing
 * have no place here, so that no part can read them (§2.6 [G]).
 */
export interface Evidence {
  sector: Sector
  themes: readonly string[]
  /** Telling words shared with the question, as people write them; null where nothing of theirs was read. */
  words: readonly string[] | null
  areaIds: readonly string[] | 'place-wide'
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

type Facts = Record<string, string | number | string[]>
export interface Valued {
  /** 0–1; null where nothing is known. */
  value: number | null
  reasons: { code: Reason; facts: Facts }[]
}

const because = (code: Reason, facts: Facts = {}) => ({ code, facts })

/** A question shares a word with everybody; from two it begins to say something, four are plenty. */
const WORDS_FROM = 2
const WORDS_FULL = 4
const WORDS_SHARE = 0.25

/** Theme and outcome fit: the share of the question's themes, a quarter of it by words in common where there are any to read. */
export function themePart(asked: Asked, e: Evidence): Valued {
  const shared = asked.themes.filter((t) => e.themes.includes(t))
  const themes = asked.themes.length === 0 ? null : shared.length / asked.themes.length
  const found = e.words && e.words.length >= WORDS_FROM ? e.words.slice(0, WORDS_FULL) : []
  const words = e.words === null ? null : found.length / WORDS_FULL
  const value =
    themes === null || words === null
      ? (themes ?? words)
      : (1 - WORDS_SHARE) * themes + WORDS_SHARE * words
  return {
    value,
    reasons: [
      shared.length > 0
        ? because('themes-shared', { themes: shared, of: asked.themes.length })
        : because('themes-none'),
      ...(found.length > 0 ? [because('words-shared', { words: [...found] })] : []),
    ],
  }
}

/** Areas alone say less than people: they fill at most this much of reach. */
const AREAS_NAMED = 0.7
/** "The whole district" says less than a neighbourhood by name. */
const PLACE_WIDE = 0.45
const HOW = { 'trusted-contact': 1, 'weekly-contact': 0.7, members: 0.4 } as const
const HOW_REASON = {
  'trusted-contact': 'reach-trusted',
  'weekly-contact': 'reach-weekly',
  members: 'reach-members',
} as const

/** The closest contact with a group whose name meets the words for who is affected. */
export function reachedGroup(asked: Asked, e: Evidence): Reached | undefined {
  return e.reach
    .filter((r) => r.words.some((w) => asked.affectedWords.includes(w)))
    .toSorted((a, b) => HOW[b.how] - HOW[a.how])[0]
}

function areasOf(asked: Asked, e: Evidence): Valued & { value: number } {
  if (e.areaIds === 'place-wide')
    return { value: PLACE_WIDE, reasons: [because('areas-place-wide')] }
  const covered = asked.areas.filter((a) => e.areaIds.includes(a.id)).map((a) => a.name)
  if (covered.length === 0)
    return {
      value: 0,
      reasons: [because('areas-none', { areas: asked.areas.map((a) => a.name) })],
    }
  return {
    value: (AREAS_NAMED * covered.length) / asked.areas.length,
    reasons: [because('areas-covered', { areas: covered, of: asked.areas.length })],
  }
}

/** Reach into affected groups and areas. Saying more never lowers it; a group that is reached fills what areas leave open. */
export function reachPart(asked: Asked, e: Evidence): Valued {
  const areas = areasOf(asked, e)
  const group = reachedGroup(asked, e)
  if (!group) return areas
  return {
    value: areas.value + (1 - areas.value) * HOW[group.how],
    reasons: [
      because(HOW_REASON[group.how], { community: group.community, people: group.people }),
      ...areas.reasons,
    ],
  }
}

const LIVED = {
  'led-by': [1, 'lived-led-by'],
  majority: [0.7, 'lived-majority'],
  some: [0.4, 'lived-some'],
  not: [0, 'lived-not'],
} as const

export function livedPart(_: Asked, e: Evidence): Valued {
  if (e.livedExperience === null) return { value: null, reasons: [because('lived-unknown')] }
  const [value, code] = LIVED[e.livedExperience]
  return { value, reasons: [because(code)] }
}

const NEW = { skills: 0.4, premises: 0.3, reach: 0.3 }
const SKILLS_FULL = 2

/** Skills, premises and reach that those already in lack. */
export function complementPart(_: Asked, e: Evidence, pool: Pool): Valued {
  if (e.skills.length + e.premises.length + e.reach.length === 0)
    return { value: null, reasons: [because('complement-unknown')] }
  const skills = e.skills.filter((s) => !pool.skills.includes(s))
  const room = e.premises.find((p) => !pool.premises || (p.stepFree && !pool.stepFree))
  const reach = e.reach.find((r) => !r.words.some((w) => pool.reachWords.includes(w)))
  const { size } = pool
  const reasons = [
    ...(reach ? [because('complement-reach', { community: reach.community, pool: size })] : []),
    ...(skills.length > 0 ? [because('complement-skills', { skills, pool: size })] : []),
    ...(room
      ? [because('complement-premises', { name: room.name, seats: room.seats, pool: size })]
      : []),
  ]
  return {
    value:
      NEW.skills * Math.min(1, skills.length / SKILLS_FULL) +
      (room ? NEW.premises : 0) +
      (reach ? NEW.reach : 0),
    reasons: reasons.length > 0 ? reasons : [because('complement-none', { pool: size })],
  }
}

const BACKFILL = 0.5

/** Spare hours against hours asked, inside the window; half where paid backfill is offered and wanted. */
export function timePart(asked: Asked, e: Evidence): Valued {
  const need = asked.hoursPerMonth
  const tooLate = e.notBefore !== null && asked.endsOn !== null && e.notBefore > asked.endsOn
  const hours = tooLate && e.spareHours !== null ? 0 : e.spareHours
  const backfill = asked.backfillOffered && e.wantsBackfill && !tooLate
  if (need === null || (hours === null && !backfill))
    return { value: null, reasons: [because('time-unknown')] }
  const share = hours === null ? 0 : Math.min(1, hours / need)
  if (backfill && share < BACKFILL)
    return { value: BACKFILL, reasons: [because('time-backfill', { asked: need })] }
  const code = share === 1 ? 'time-enough' : 'time-part'
  return { value: share, reasons: [because(code, { hours: hours ?? 0, asked: need })] }
}

/** Unlike sphere: another sector than whoever asks and those already in. */
export function spherePart(asked: Asked, e: Evidence, pool: Pool): Valued {
  const same = [asked.askerSector, ...pool.sectors].includes(e.sector)
  return {
    value: same ? 0 : 1,
    reasons: [because(same ? 'sphere-same' : 'sphere-new', { sector: e.sector })],
  }
}
