import type { TargetCategory } from '@howcanwe/shared/recruitment'
import type { Target } from './recruitment.pool.rules.ts'

/** The targets of all questions in one list; every count that is kept follows this order. */
export const targetsOf = (categories: readonly TargetCategory[]): Target[] =>
  categories.flatMap(({ name: category, features }) =>
    features.map(({ name: feature, min, max, leastServed }) => ({
      category,
      feature,
      min,
      max,
      leastServed,
    })),
  )

const isTwice = (names: readonly string[]): boolean => new Set(names).size !== names.length
const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0)

/** @returns the places of questions that no group of so many seats can keep, whoever applies */
export function impossible(categories: readonly TargetCategory[], seats: number): number[] {
  const names = categories.map(({ name }) => name)
  return categories.flatMap(({ name, features }, at) => {
    const wrong =
      names.indexOf(name) !== at ||
      isTwice(features.map((one) => one.name)) ||
      features.some(({ min, max }) => min > max || max > seats) ||
      sum(features.map(({ min }) => min)) > seats ||
      sum(features.map(({ max }) => max)) < seats
    return wrong ? [at] : []
  })
}

/** The figure as both people mean it: without spaces around it, and one space where there are several. */
export const tidied = (typed: string): string => typed.trim().replaceAll(/\s+/g, ' ')

/** Answers by category, the special ones apart; undefined where one is on no list. */
export function sorted(
  categories: readonly TargetCategory[],
  answers: readonly { category: string; feature: string }[],
): { plain: Record<string, string>; special: Record<string, string> } | undefined {
  const plain: Record<string, string> = {}
  const special: Record<string, string> = {}
  for (const { category, feature } of answers) {
    const asked = categories.find(({ name }) => name === category)
    if (!asked?.features.some(({ name }) => name === feature)) return undefined
    ;(asked.special ? special : plain)[category] = feature
  }
  return { plain, special }
}
