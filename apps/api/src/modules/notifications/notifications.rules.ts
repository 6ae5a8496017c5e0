const MINUTE = 60_000
const THREE_DAYS = 3 * 24 * 60 * MINUTE

/**
 * When a letter that failed is tried again: 1, 2, 4 … minutes, an hour at most; given up after three days.
 *
 * @param attempts tries so far, this one included
 * @param ageMs since the letter was written
 * @returns milliseconds to wait, or undefined when it is dead
 */
export function retryIn(attempts: number, ageMs: number): number | undefined {
  if (ageMs > THREE_DAYS) return undefined
  return Math.min(2 ** (attempts - 1) * MINUTE, 60 * MINUTE)
}

/** Example domains and the demo's own never reach a real mailbox. */
export const mayLeave = (address: string): boolean =>
  !/@(.*\.)?(example(\.(org|com|net))?|invalid|test|localhost)$/i.test(address)
