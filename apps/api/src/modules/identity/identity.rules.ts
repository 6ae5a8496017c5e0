import type { Role } from '@howcanwe/shared/identity'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** OWASP ASVS 5.0 6.5.5: an out-of-band request lives ten minutes at most. */
export const SIGN_IN_MINUTES = 10
export const SIGN_IN_TRIES = 5
/** Mails to one address, or texts to one number, in an hour that one browser or one network may ask for (T-20). */
export const SIGN_IN_PER_ASKER = 5
/** And all of them together: so that a stranger who asks for a rival's address does not lock the rival out. */
export const SIGN_IN_PER_ADDRESS = 20
/** Numbers in an hour that one network may have texted: a text costs whoever runs the place money. */
export const NUMBERS_PER_NETWORK = 10
/** What one network may have texted in 24 hours, of what a place may in all: a tenth, and enough for a library. */
export const textsPerNetwork = (smsPerDay: number): number =>
  Math.max(20, Math.floor(smsPerDay / 10))
export const ACCESS_SECONDS = 600
/** Phones on bad signal send a refresh twice; within this time the second gets the first one's answer. */
export const REFRESH_GRACE_MS = 10_000

const POWERFUL = new Set(['commissioner', 'broker', 'steward', 'facilitator', 'finance-clerk'])

const NEEDS_FACTOR = new Set<Role>(['commissioner', 'broker', 'steward', 'finance-clerk'])

/** Roles whose powers need more than a mailbox (NIST does not count email as a second way; `trust.md` §4.5). */
export const needsFactor = (role: Role): boolean => NEEDS_FACTOR.has(role)

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

/** Without a country in front a number is one of the place's own: the Netherlands, or else the United Kingdom. */
export const callingCodeOf = (timeZone: string): string =>
  timeZone === 'Europe/Amsterdam' ? '31' : '44'

/**
 * A number as people write it, as E.164.
 *
 * @param callingCode of the country a number without one belongs to, such as '44'
 * @returns undefined for what can be no telephone number
 */
export function readPhone(typed: string, callingCode: string): string | undefined {
  const digits = typed.replaceAll(/[^0-9+]/g, '').replace(/^00/, '+')
  const whole = digits.startsWith('+')
    ? `+${digits.slice(1).replace(/^(44|31)0/, '$1')}`
    : digits.replace(/^0/, `+${callingCode}`)
  return /^\+[1-9][0-9]{7,14}$/.test(whole) ? whole : undefined
}

/**
 * Mobile numbers by country code. United Kingdom: 071 to 075 and 077 to 079 (Ofcom, National Telephone Numbering
 * Plan), without 070 and 076, which are personal numbers and pagers, and without the blocks of Jersey, Guernsey and
 * the Isle of Man, which cost as much as abroad. Netherlands: 061 to 065 and 068 (Nummerplan telefoon- en
 * ISDN-diensten), and the made-up ones of this product.
 */
const MOBILE: Record<string, RegExp> = {
  '44': /^\+447(?!509|524|624|781|797|829|839|924|937|4576|700[378]|911[17])[1-57-9]\d{8}$/,
  '31': /^\+316(?:[1-58]\d{7}|0000\d{4})$/,
}

/** Whether we text a number, in E.164: a mobile one of the place's own country. */
export const mayText = (phone: string, callingCode: string): boolean =>
  MOBILE[callingCode]?.test(phone) ?? false

const BROWSERS = [
  ['Edge', /\bEdgA?\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
] as const
const SYSTEMS = [
  ['Android', /\bAndroid\b/],
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Windows', /\bWindows\b/],
  ['Mac', /\bMacintosh\b/],
  ['Chromebook', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
] as const
const LONGEST_AGENT = 500

/** 'Firefox, Android': enough to tell one's own devices apart, too little to tell people apart. */
export function deviceOf(userAgent: string | undefined): string | null {
  const said = (userAgent ?? '').slice(0, LONGEST_AGENT)
  const first = (list: readonly (readonly [string, RegExp])[]) =>
    list.find(([, sign]) => sign.test(said))?.[0]
  return [first(BROWSERS), first(SYSTEMS)].filter(Boolean).join(', ') || null
}
