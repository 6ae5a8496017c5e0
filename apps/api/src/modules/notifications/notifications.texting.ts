/** Two linked texts: what a phone of 2005 still shows as one. */
export const TEXT_SEPTETS = 306

const IN_TEXTS: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '•': '-',
  '·': '-',
  '×': 'x',
  '→': '->',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
}

/** 3GPP TS 23.038: what fits seven bits, and what takes two places there. */
const ONE = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]$/u
const TWO = /^[\^{}\\[~\]|€]$/

const MARK = /\p{M}/gu

const inTexts = (character: string): string => {
  if (ONE.test(character) || TWO.test(character)) return character
  const bare = character.normalize('NFD').replaceAll(MARK, '')
  return IN_TEXTS[character] ?? (ONE.test(bare) ? bare : character)
}

/**
 * Words as a text message carries them: typographic signs become plain ones and accents the alphabet of texts lacks
 * are left off (beëindigd, beeindigd). What has no plain form stays, and costs more.
 */
export const forTexting = (words: string): string =>
  Array.from(words.normalize('NFC'), inTexts).join('')

/** How many places a text takes; outside the alphabet a character takes 16 bits, a little more than two of seven. */
export function septetsOf(text: string): number {
  const all = Array.from(text)
  if (all.some((c) => !ONE.test(c) && !TWO.test(c))) return Math.ceil((text.length * 16) / 7)
  return all.length + all.filter((c) => TWO.test(c)).length
}

const IS_WHOLE = /^(https?:\/\/|[@#])/

/**
 * Cuts a text to what two linked messages hold: words go from the end, an address and what a browser reads in the
 * last line never do.
 */
export function cutText(text: string): string {
  const parts = text.split(/([ \n]+)/)
  while (septetsOf(parts.join('')) > TEXT_SEPTETS) {
    const last = parts.findLastIndex(
      (part, i) => i % 2 === 0 && part !== '...' && !IS_WHOLE.test(part) && part !== '',
    )
    if (last < 0) break
    const isCut = parts[last + 2] === '...'
    if (isCut) parts.splice(last, 2)
    else parts[last] = '...'
  }
  return parts.join('')
}

const ADDRESS = /https?:\/\/\S+/

/** The short form of a letter that has none of its own: what it is about, and the first address in it. */
export function textOf(letter: { subject: string; paragraphs: readonly string[] }): string {
  const [address] = ADDRESS.exec(letter.paragraphs.join('\n')) ?? []
  return [letter.subject, address].filter(Boolean).join(' ')
}
