/** Texts from one number in a day that we act upon: a phone that answers by itself ends here. */
export const MOST_A_DAY = 20

/** What a text says, as far as a machine may say so; everything else is for a person. */
export type Said = 'yes' | 'no' | 'maybe' | 'stop' | 'start' | 'words'

/** Whole texts that mean one thing, in both languages; "no problem, see you there" is not among them. */
const MEANINGS: Record<Exclude<Said, 'words'>, readonly string[]> = {
  yes: [
    ...['yes', 'y', 'yep', 'yeah', 'yes please', 'yes thanks', 'yes thank you', 'i come', 'coming'],
    ...['i am coming', 'im coming', 'i will come', 'ill come', 'ja', 'j', 'ja graag', 'ja hoor'],
    ...['jazeker', 'ik kom', 'ja ik kom', 'yes i come', 'yes i will come'],
  ],
  no: [
    ...['no', 'n', 'nope', 'no thanks', 'no thank you', 'no sorry', 'sorry no', 'i cannot come'],
    ...['i cant come', 'cant come', 'cannot come', 'nee', 'nee sorry', 'sorry nee', 'nee helaas'],
    ...['helaas niet', 'ik kan niet', 'nee ik kan niet', 'ik kom niet', 'nee bedankt'],
  ],
  maybe: [
    ...['maybe', 'perhaps', 'not sure', 'dont know yet', 'i dont know yet', 'misschien'],
    ...['weet niet', 'weet ik nog niet', 'ik weet het nog niet'],
  ],
  stop: ['stop', 'stop all', 'stopall', 'unsubscribe'],
  start: ['start', 'unstop'],
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/['’‘`]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** What a text means where the whole of it means just that. */
export function readText(text: string): Said {
  const said = wordsOf(text).join(' ')
  for (const [meaning, ways] of Object.entries(MEANINGS))
    if (ways.includes(said)) return meaning as Said
  return 'words'
}

/** Words at the start that are looked at for the two of a group. */
const FIRST_WORDS = 12

/** What could be the two words of a group (maple-otter, maple-otter-2) among the first of a text. */
export function codesIn(text: string): string[] {
  const words = wordsOf(text).slice(0, FIRST_WORDS)
  return words.flatMap((word, i) => {
    const [next, third] = words.slice(i + 1, i + 3)
    if (!next) return []
    const pair = `${word}-${next}`
    return third && /^\d+$/.test(third) ? [`${pair}-${third}`, pair] : [pair]
  })
}

/** The number a text came from, as E.164; undefined for a name or a short number, which cannot be answered. */
export function numberOf(from: string): string | undefined {
  const digits = from.replaceAll(/[ ()./-]/g, '').replace(/^(\+|00)/, '')
  return /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : undefined
}
