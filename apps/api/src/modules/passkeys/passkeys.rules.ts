import type { Role } from '@howcanwe/shared/identity'
import { needsFactor } from '../identity/index.ts'

/** Passkeys one person may have: phones, computers, a key in a drawer. */
export const MOST_PASSKEYS = 10
/** How long an authenticator has to sign. */
export const CHALLENGE_MINUTES = 5
/** How fresh a sign-in must be for the first passkey, which nothing else can vouch for. */
export const FIRST_PASSKEY_MINUTES = 10
/** How fresh a second factor must be for everything that follows (`trust.md` §4.5). */
export const FACTOR_MINUTES = 5

export const RECOVERY_CODES = 8
export const RECOVERY_LENGTH = 10
export const RECOVERY_TRIES = 5
export const RECOVERY_WINDOW_MINUTES = 15
/** Without 0, 1, I, L, O and U: nothing that is mixed up on paper. Ten of these are 49 bits. */
export const RECOVERY_LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code as it is hashed, however it was typed; undefined for what can be none. */
export function readRecoveryCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '')
  const fits =
    code.length === RECOVERY_LENGTH && [...code].every((c) => RECOVERY_LETTERS.includes(c))
  return fits ? code : undefined
}

/** In two halves, as people copy it from paper. */
export const shownRecoveryCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`

/** What a session has shown by now, by the database's clock; minutes since, or null for never. */
export interface Shown {
  minutesSinceProof: number
  minutesSinceFactor: number | null
  passkeys: number
}

/**
 * Whether this session may add a passkey: the first with a fresh sign-in, each further one only with what is there.
 *
 * @param grace minutes that an authenticator may take after it was asked
 */
export const mayAdd = (shown: Shown, grace = 0): boolean =>
  shown.passkeys === 0
    ? shown.minutesSinceProof <= FIRST_PASSKEY_MINUTES + grace
    : shown.minutesSinceFactor !== null && shown.minutesSinceFactor <= FACTOR_MINUTES + grace

/** Whoever needs one keeps one: a power that nobody can wake is lost. */
export const mayRemove = (passkeys: number, needed: boolean): boolean => passkeys > 1 || !needed

/** A role that is somebody's, suspended or not. */
export interface Held {
  placeId: string
  role: Role
}

/**
 * Whether a steward may take away somebody's passkeys, which open every place of theirs: keeps each one in which the
 * other holds power.
 *
 * @param keeps places of the steward
 */
export const mayReset = (keeps: readonly string[], held: readonly Held[]): boolean =>
  held.every(({ placeId, role }) => !needsFactor(role) || keeps.includes(placeId))
