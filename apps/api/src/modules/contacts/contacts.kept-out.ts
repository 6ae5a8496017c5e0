import { keyedHash } from '../identity/index.ts'

export interface Reached {
  email: string | null
  phone: string | null
}

const keyed = (secret: string, placeId: string, known: string): Buffer =>
  keyedHash(secret, `contacts-kept-out:${placeId}`, known.toLowerCase())

/** By what somebody who asked not to be in the book is known again: address and number, unreadable without the key. */
export const keysOf = (secret: string, placeId: string, { email, phone }: Reached): Buffer[] =>
  [email, phone].flatMap((known) => (known === null ? [] : [keyed(secret, placeId, known)]))

/** By what somebody is looked up: colleagues with addresses of their own may share the number of an office. */
export const isAmong = (
  keptOut: ReadonlySet<string>,
  secret: string,
  placeId: string,
  { email, phone }: Reached,
): boolean => {
  const known = email ?? phone
  return (
    known !== null && keptOut.size > 0 && keptOut.has(keyed(secret, placeId, known).toString('hex'))
  )
}
