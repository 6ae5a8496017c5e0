import { type Match, PARTS, type Part } from '@howcanwe/shared/matching'
import {
  type Asked,
  complementPart,
  type Evidence,
  livedPart,
  type Pool,
  reachedGroup,
  reachPart,
  rounded,
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

/** Score, confidence and the arithmetic of one candidate. Unknown parts count neither for nor against it. */
export function scoreOf(asked: Asked, evidence: Evidence, pool: Pool): Scored {
  const worked = PARTS.map((part) => ({
    part,
    weight: asked.weights[part],
    ...RULES[part](asked, evidence, pool),
  }))
  const all = worked.reduce((sum, p) => sum + p.weight, 0)
  const known = worked.filter((p) => p.hundredths !== null)
  const weight = known.reduce((sum, p) => sum + p.weight, 0)
  const points = known.reduce((sum, p) => sum + p.weight * (p.hundredths ?? 0), 0)
  return {
    score: weight === 0 ? 0 : rounded(points, weight),
    confidence: all === 0 ? 0 : weight / all,
    parts: worked.map(({ part, weight, hundredths, reasons }) => ({
      part,
      weight,
      value: hundredths === null ? null : hundredths / 100,
      points: (weight * (hundredths ?? 0)) / 100,
      reasons,
    })),
    wouldSettle: heaviestUnknown(worked),
  }
}

/** The unknown part with most weight, the first published of equals; one that weighs nothing settles nothing. */
function heaviestUnknown(parts: readonly (Valued & { part: Part; weight: number })[]): Part | null {
  const unknown = parts.filter((p) => p.hundredths === null && p.weight > 0)
  return unknown.toSorted((a, b) => b.weight - a.weight)[0]?.part ?? null
}

/** Worth suggesting at all: the subject meets, or the very people do. Being in the same place is not enough. */
export const fits = (asked: Asked, e: Evidence): boolean =>
  (themePart(asked, e).hundredths ?? 0) > 0 || reachedGroup(asked, e) !== undefined

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
