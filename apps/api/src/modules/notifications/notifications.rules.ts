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
const MADE_UP_ADDRESS = '@(.*\\.)?(example(\\.(org|com|net))?|invalid|test|localhost)$'

/**
 * Numbers nobody has: those Ofcom keeps for drama (07700 900000 to 900999 and its other thousand-blocks), and of the
 * Netherlands, which keeps none, +31 6 0000 0000 to 0999: mobile numbers there begin with 061 to 065 or 068.
 */
const MADE_UP_NUMBER =
  '^[+](44(7700900|2079460|1632960|1(1[3-8]|[2-6]1)4960|1914980|2896496|2920180|3069990|8081570|9098790)[0-9]{3}|3160000[0-9]{4})$'

/** Both, for asking PostgreSQL. */
export const MADE_UP = `(${MADE_UP_ADDRESS})|(${MADE_UP_NUMBER})`

const madeUp = new RegExp(MADE_UP, 'i')

/** Made-up addresses and numbers never reach a real mailbox or telephone. */
export const mayLeave = (to: string): boolean => !madeUp.test(to)

export type LetterChannel = 'email' | 'sms'

/** A telephone number, in E.164, is texted; everything else is an address. */
export const channelOf = (to: string): LetterChannel => (to.startsWith('+') ? 'sms' : 'email')

/** Texts with digits somebody asked for. They are counted where they are asked for, and refused there with a reason. */
export const DIGITS = ['identity.sign-in', 'identity.new-phone', 'passkeys.digits'] as const

/** Texts that one number gets in 24 hours: somebody who changes their passkeys all day has them texted so often. */
export const TEXTS_TO_ONE = 20

/**
 * Whether one more text is written to a number. Digits count for half of them at most: whoever asks for digits to a
 * number that is not theirs does not keep a warning from whom it belongs to.
 *
 * @param lately texts to that number in the last 24 hours
 */
export const roomForText = (template: string, lately: { all: number; digits: number }): boolean =>
  (DIGITS as readonly string[]).includes(template) ||
  lately.all - lately.digits + Math.min(lately.digits, TEXTS_TO_ONE / 2) < TEXTS_TO_ONE
