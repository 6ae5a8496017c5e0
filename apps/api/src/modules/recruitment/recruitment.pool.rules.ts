/** How many of the group a feature should have: at least `min`, at most `max` of the seats. */
export interface Target {
  category: string
  feature: string
  min: number
  max: number
  /** The floor that gives way last (CD7: a floor for the least-served). */
  leastServed?: boolean
}

/** Somebody who would like to take part: a random number, and what they said about themselves, category by category. */
export interface Applicant {
  number: number
  /** A category that is missing was not answered, or the answer was taken back. */
  features: Readonly<Record<string, string>>
}

export interface Pool {
  seats: number
  targets: readonly Target[]
  applicants: readonly Applicant[]
}

/** People whom the targets cannot tell apart. Their chances are the same, so the program works on kinds, not on people. */
export interface Kind {
  features: Readonly<Record<string, string>>
  /** Pool numbers, in order. */
  members: readonly number[]
}

export const categoriesOf = (targets: readonly Target[]): string[] =>
  [...new Set(targets.map((t) => t.category))].toSorted()

/** Whatever the order of the rows, the same pool. */
export const inOrder = (applicants: readonly Applicant[]): Applicant[] =>
  applicants.toSorted((a, b) => a.number - b.number)

/**
 * Groups people by the targets they count towards. An answer no target names is as good as none: it neither helps nor
 * harms.
 */
export function kindsOf({ targets, applicants }: Pool): Kind[] {
  const named = new Set(targets.map((t) => `${t.category}\n${t.feature}`))
  const categories = categoriesOf(targets)
  const kinds = new Map<string, { features: Record<string, string>; members: number[] }>()
  for (const applicant of inOrder(applicants)) {
    const said = categories
      .map((category) => [category, applicant.features[category] ?? ''] as const)
      .filter(([category, feature]) => named.has(`${category}\n${feature}`))
    const key = JSON.stringify(said)
    const kind = kinds.get(key) ?? { features: Object.fromEntries(said), members: [] }
    kind.members.push(applicant.number)
    kinds.set(key, kind)
  }
  return [...kinds].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, kind]) => kind)
}

export const has = (who: { features: Readonly<Record<string, string>> }, target: Target): boolean =>
  who.features[target.category] === target.feature

/** How many applicants there are for a target. */
export const appliedFor = (target: Target, applicants: readonly Applicant[]): number =>
  applicants.filter((one) => has(one, target)).length
