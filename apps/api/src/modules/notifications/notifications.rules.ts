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

/** Addresses of example domains and the demo's own, as JavaScript and PostgreSQL both read it; case does not matter. */
export const MADE_UP = '@(.*\\.)?(example(\\.(org|com|net))?|invalid|test|localhost)$'

const madeUp = new RegExp(MADE_UP, 'i')

/** Made-up addresses never reach a real mailbox. */
export const mayLeave = (address: string): boolean => !madeUp.test(address)
