const partsOf = (name: string): string[] =>
  name
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/**
 * Whether an entry speaks of somebody else now, who then has to be told for themselves (UK GDPR art. 14): both are named,
 * and share no part of a name.
 *
 * @example isAnother('Amina Yusuf', 'Bo Lindgren') // true
 * @example isAnother('A. Yusuf', 'Amina Yusuf') // false
 */
export function isAnother(before: string, now: string): boolean {
  const [were, are] = [partsOf(before), partsOf(now)]
  return were.length > 0 && are.length > 0 && !are.some((part) => were.includes(part))
}
