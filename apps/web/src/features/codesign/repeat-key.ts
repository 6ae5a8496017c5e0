/**
 * A key nobody can guess, for sending one form safely more than once. `crypto.randomUUID` is missing where a page
 * is not on https, such as a library's own network. For handlers only.
 */
export const newRepeatKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
