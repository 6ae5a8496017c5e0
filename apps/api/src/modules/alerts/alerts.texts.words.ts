import { forTexting, septetsOf } from '../notifications/index.ts'

/** One message on any phone. What stops such texts comes after it, in a second one. */
const ONE_TEXT = 160

const fits = (text: string): boolean => septetsOf(forTexting(text)) <= ONE_TEXT

/** The first that fits in one message; the last and shortest where none does. */
export const firstThatFits = (texts: readonly string[]): string =>
  texts.find(fits) ?? texts.at(-1) ?? ''

/** A text around some words of others, which are cut at the end of one of theirs until all of it fits. */
export function around(words: string, say: (cut: string) => string): string {
  const all = words.split(/\s+/)
  const cuts = all.map(
    (_, left) => `${all.slice(0, all.length - left).join(' ')}${left ? '...' : ''}`,
  )
  return firstThatFits(cuts.map(say))
}
