const LONGEST = 40
const SOMEBODY = { en: 'somebody', nl: 'iemand' } as const

/** Marks nobody sees: joiners, and those that turn text around on screen. */
const UNSEEN = /\p{Cf}/gu
const GAPS = /[\p{C}\p{Z}\s]+/u
/** What a program that shows letters may make a link of: an address, or a word with an ending like .org behind it. */
const LINKABLE =
  /:\/\/|www\.|@|[\p{L}\p{M}\p{N}_-][.。]\p{L}[\p{L}\p{M}\p{N}-]|\d+\.\d+\.\d+\.\d+/iu
const SAYS_SOMETHING = /[\p{L}\p{N}]/u

/**
 * A name that a person chose, as it may stand in an email or a text to somebody who did not choose to hear from them:
 * one line, 40 characters, and no word that could become a link. Names with initials (J.R.R.) stay as they are.
 *
 * @returns "somebody" where nothing is left of it
 */
export function nameInLetters(name: string | null | undefined, language: string): string {
  const words = (name ?? '').normalize('NFKC').replaceAll(UNSEEN, '').split(GAPS)
  const kept = words.filter((word) => !LINKABLE.test(word)).join(' ')
  const cut = Array.from(kept.trim()).slice(0, LONGEST).join('').trim()
  return SAYS_SOMETHING.test(cut) ? cut : SOMEBODY[language === 'nl' ? 'nl' : 'en']
}
