import { createHash } from 'node:crypto'
import { type Match, PARTS, type Part, WEIGHTS } from '@howcanwe/shared/matching'
import {
  type Asked,
  complementPart,
  type Evidence,
  livedPart,
  type Pool,
  reachedGroup,
  reachPart,
  spherePart,
  themePart,
  timePart,
  type Valued,
} from './matching.parts.rules.ts'

export type Scored = Pick<Match, 'score' | 'confidence' | 'parts' | 'wouldSettle'>

const RULES: Record<Part, (asked: Asked, e: Evidence, pool: Pool) => Valued> = {
  theme: themePart,
  reach: reachPart,
  livedExperience: livedPart,
  complement: complementPart,
  time: timePart,
  sphere: spherePart,
}
const ALL = PARTS.reduce((sum, part) => sum + WEIGHTS[part], 0)

/** Hundredths, so that whoever adds up what is shown arrives at the score that is shown. */
const hundredths = (value: number): number => Math.round(value * 100)

/** Score, confidence and the arithmetic of one candidate. Unknown parts count neither for nor against it. */
export function scoreOf(asked: Asked, evidence: Evidence, pool: Pool): Scored {
  const parts = PARTS.map((part) => {
    const { value, reasons } = RULES[part](asked, evidence, pool)
    const weight = WEIGHTS[part]
    if (value === null) return { part, weight, value, points: 0, reasons }
    const cents = hundredths(value)
    return { part, weight, value: cents / 100, points: (weight * cents) / 100, reasons }
  })
  const known = parts.filter((p) => p.value !== null)
  const weight = known.reduce((sum, p) => sum + p.weight, 0)
  const points = known.reduce((sum, p) => sum + p.weight * hundredths(p.value ?? 0), 0)
  const [unknown] = parts.filter((p) => p.value === null).toSorted((a, b) => b.weight - a.weight)
  return {
    score: weight === 0 ? 0 : Math.round(points / weight),
    confidence: weight / ALL,
    parts,
    wouldSettle: unknown?.part ?? null,
  }
}

/** Worth suggesting at all: the subject meets, or the very people do. Being in the same place is not enough. */
export const fits = (asked: Asked, e: Evidence): boolean =>
  (themePart(asked, e).value ?? 0) > 0 || reachedGroup(asked, e) !== undefined

/** What those already in bring together. */
export function poolOf(members: readonly Evidence[]): Pool {
  const premises = members.flatMap((m) => m.premises)
  return {
    size: members.length,
    sectors: members.map((m) => m.sector),
    skills: members.flatMap((m) => m.skills),
    premises: premises.length > 0,
    stepFree: premises.some((p) => p.stepFree),
    reachWords: members.flatMap((m) => m.reach).flatMap((r) => r.words),
  }
}

/** Words that say nothing about what an organisation is for; stems, English and Dutch. */
const EMPTY_WORDS = new Set(
  `peopl person individu communiti group local resid live work area organis chariti support help provid servic activ
   need make get use promot develop improv gener public benefit includ want know find keep way day year plan new
   mens bewon buurt groep lokal werk help steun activiteit organisatie dienst nieuw dag jar`.split(
    /\s+/,
  ),
)
/** Stems worth comparing. */
export const sayingWords = (stems: readonly string[]): string[] =>
  stems.filter((s) => /^\p{L}{3,}$/u.test(s) && !EMPTY_WORDS.has(s))

const RARE_SHARE = 0.25
const RARE_FEW = 3

/** Words that set some candidates apart: used by a quarter of them at most (in a short list: by three). */
export function tellingWords(used: readonly (readonly string[] | null)[]): Set<string> {
  const counts = new Map<string, number>()
  for (const words of used) for (const w of words ?? []) counts.set(w, (counts.get(w) ?? 0) + 1)
  const most = Math.max(RARE_FEW, RARE_SHARE * used.length)
  return new Set([...counts].filter(([, n]) => n <= most).map(([w]) => w))
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Settles ties the same way for whoever asks; published with the list. */
export const seedOf = (challengeId: string): string => sha256(`how-can-we/matches/${challengeId}`)
/** A candidate's place among equals; smaller first. */
export const lotOf = (seed: string, candidateId: string): string => sha256(seed + candidateId)

/** Best first: score, then how sure we are, then the seed's lot. */
export function inOrder<C extends Pick<Scored, 'score' | 'confidence'> & { id: string }>(
  candidates: readonly C[],
  seed: string,
): C[] {
  const lots = new Map(candidates.map((c) => [c.id, lotOf(seed, c.id)]))
  const lot = (c: C) => lots.get(c.id) ?? ''
  return candidates.toSorted(
    (a, b) => b.score - a.score || b.confidence - a.confidence || (lot(a) < lot(b) ? -1 : 1),
  )
}
