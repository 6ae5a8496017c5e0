const DAY_MS = 86_400_000

/** Mondays to Fridays after `from` up to and with `to` (both YYYY-MM-DD); public holidays are not known. */
export function workingDays(from: string, to: string): number {
  const end = Date.parse(`${to}T00:00:00Z`)
  let count = 0
  for (let at = Date.parse(`${from}T00:00:00Z`) + DAY_MS; at <= end && count < 1000; at += DAY_MS) {
    const weekday = new Date(at).getUTCDay()
    if (weekday !== 0 && weekday !== 6) count++
  }
  return count
}
