/** What was made so far, by its key in the demo's lists. */
export type Ids = Map<string, string>
export const idOf = (ids: Ids, key: string): string => {
  const found = ids.get(key)
  if (!found) throw new Error(`the demo has no ${key}`)
  return found
}

const DAY = 86_400_000

/** A deadline at noon UTC, so many days from now. */
export const noonIn = (days: number): Date => {
  const at = new Date(Date.now() + days * DAY)
  at.setUTCHours(12, 0, 0, 0)
  return at
}
export const dayIn = (days: number): string => noonIn(days).toISOString().slice(0, 10)

/** A moment so many days ago. */
export const daysAgo = (days: number): Date => new Date(Date.now() - days * DAY)
