const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** OWASP ASVS 5.0 6.5.5: an out-of-band request lives ten minutes at most. */
export const SIGN_IN_MINUTES = 10
export const SIGN_IN_TRIES = 5
/** Mails to one address in an hour that one browser or one network may ask for (T-20). */
export const SIGN_IN_PER_ASKER = 5
/** And all of them together: so that a stranger who asks for a rival's address does not lock the rival out. */
export const SIGN_IN_PER_ADDRESS = 20
export const ACCESS_SECONDS = 600
/** Phones on bad signal send a refresh twice; within this time the second gets the first one's answer. */
export const REFRESH_GRACE_MS = 10_000

const POWERFUL = new Set(['commissioner', 'broker', 'steward', 'facilitator'])

/**
 * How long a sign-in lasts at most, in milliseconds (`trust.md` §4.5): 30 days, 12 hours with a powerful role,
 * 30 minutes without use on a shared computer.
 */
export function sessionLife(roles: readonly string[], sharedComputer: boolean): number {
  if (sharedComputer) return 12 * 60 * MINUTE
  return roles.some((r) => POWERFUL.has(r)) ? 12 * 60 * MINUTE : 30 * DAY
}

/** Time without use after which a session is over, in milliseconds. */
export const idleLife = (sharedComputer: boolean): number =>
  sharedComputer ? 30 * MINUTE : 30 * DAY

/** What a used refresh token means: a phone that repeats itself, or a thief. */
export function reuseOf(usedAt: Date, now: Date): 'repeat' | 'theft' {
  return now.getTime() - usedAt.getTime() <= REFRESH_GRACE_MS ? 'repeat' : 'theft'
}

/** Whether one more mail is sent, after those of the last hour: by this asker, and by anybody. */
export const maySend = (lately: { byAsker: number; byAnyone: number }): boolean =>
  lately.byAsker < SIGN_IN_PER_ASKER && lately.byAnyone < SIGN_IN_PER_ADDRESS
