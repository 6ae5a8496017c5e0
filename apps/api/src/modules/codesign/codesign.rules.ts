import type { State } from '@howcanwe/shared/challenges'
import { type Bloc, type CONTACT_BY, emailAddress } from '@howcanwe/shared/codesign'
import * as z from 'zod/mini'

export type ContactBy = (typeof CONTACT_BY)[number]

/** Working days until a person gets in touch (J-17). */
export const CONTACT_WITHIN = 3
/** Hours for which a contact given twice counts as one place fewer in public. */
export const ECHO_HOURS = 72
/** Times within those hours that people are written to about it: forms can be sent by machines. */
export const ECHO_LETTERS = 3

const PHONE = /^\+?[\d ()./-]{6,30}$/
const digitsOf = (s: string): string => s.replaceAll(/\D/g, '')

/**
 * The contact as it is kept, or undefined when nobody could be reached with it: an address is lower-cased, a
 * number has 7 to 15 digits (E.164), through somebody takes at least a word.
 */
export function readContact(by: ContactBy, typed: string): string | undefined {
  if (by === 'email') return z.safeParse(emailAddress, typed).data
  if (by === 'someone') return /\p{L}{2}/u.test(typed) ? typed : undefined
  const digits = digitsOf(typed).length
  return PHONE.test(typed) && digits >= 7 && digits <= 15 ? typed : undefined
}

const FOLDED_DIGITS = 9

/**
 * What two spellings of one contact have in common, for `keyedHash` only. A telephone number is its last nine
 * digits, so that 07700 900123 and +44 7700 900123 are one. Whoever is reached through somebody else is told
 * apart by first name, because one neighbour may look after several.
 */
export function foldContact(by: ContactBy, contact: string, firstName: string): string {
  const words = (s: string) =>
    s
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  if (by === 'email') return `email:${contact.normalize('NFKC').toLowerCase()}`
  if (by === 'phone') return `phone:${digitsOf(contact).slice(-FOLDED_DIGITS)}`
  return `someone:${words(contact)}:${words(firstName)}`
}

/** A group starts, and is shown, while its question is open or being worked on. */
export const LIVE_STATES: readonly State[] = ['open', 'choosing', 'formed']
export const mayHaveGroups = (state: State): boolean => LIVE_STATES.includes(state)

/** Days a place stays open on somebody's own device, counted anew each time it is opened there. */
export const DEVICE_DAYS = 90
/** And on one that others use. */
export const SHARED_DEVICE_MINUTES = 30
/** Wrong words for one slip in a day: of forty million, five find none. */
export const WORDS_TRIES = 5

/** Only residents' places are few: whoever sits there for an organisation or a public body takes none of them. */
export const takesPlace = (bloc: Bloc): boolean => bloc === 'residents'
