/** Joining words that stay small inside a name. */
const SMALL = new Set(
  'a an and as at by cum de for from in le of on or the to under upon with y yr'.split(' '),
)
/** Short words without a vowel, or with one, that are words and not initials. */
const WORDS = new Set(
  'ltd st mr mrs ms dr rev revd hon sr jr bros assn dept govt mt ft fr vs co'.split(' '),
)
/** Initials that hold a vowel, so that the rule about vowels misses them. */
const INITIALS = new Set(
  `uk usa eu un uae bbc nhs pta ptfa psa cic cio scio plc llp ymca ywca rspca rspb rnli rafa raf hiv aids adhd
  esol ict rnib vso sos wjec lgbt lgbtq lgbtqi bame uce ucl aa u3a wi wrvs msa iom ni nct rsa tsb bma ywam yha tocu acu
  oap ofsted csa ocd pdsa ukcp bsl iwa`.split(/\s+/),
)
const ROMAN = /^(?=[ivx]{2,})(x{0,3})(ix|iv|v?i{0,3})$/

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** One run of letters, apostrophes and digits, given in small letters. */
function shownWord(word: string): string {
  const bare = word.replace(/[^\p{L}\p{N}]/gu, '')
  if (INITIALS.has(bare)) return word.toUpperCase()
  if (WORDS.has(bare)) return capital(word)
  if (ROMAN.test(word)) return word.toUpperCase()
  if (/^\d+(st|nd|rd|th)$/.test(word)) return word
  if (bare.length > 1 && !/[aeiouyàâèéêëîïôöûüŵŷ\d]/.test(bare)) return word.toUpperCase()
  const prefixed = /^(o'|d'|l'|mc(?=\p{L}{3}))(\p{L}.*)$/u.exec(word)
  if (prefixed?.[1] && prefixed[2]) return capital(prefixed[1]) + capital(prefixed[2])
  return capital(word)
}

/** '(FOHPS)' at the end of 'FRIENDS OF HARDWICK PRIMARY (FOHPS)': letters that the other words begin with. */
function isInitialsOf(bracketed: string, name: string): boolean {
  if (bracketed.length < 2 || bracketed.length > 7) return false
  const firsts = name.split(/[^\p{L}\p{N}]+/u).map((word) => word.charAt(0))
  let found = 0
  for (const first of firsts) if (first === bracketed[found]) found += 1
  return found >= Math.max(2, bracketed.length - 1)
}

/** Spaces once, no control characters, NFC. */
export function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/**
 * A register's capitals as people write them: 'THE DUKE OF EDINBURGH'S AWARD (UK)' → 'The Duke of Edinburgh's
 * Award (UK)'. A name that already has small letters is left as its owner wrote it.
 */
export function shownName(raw: string): string {
  const name = tidy(raw)
  if (/\p{Ll}/u.test(name) || !/\p{Lu}{2}/u.test(name)) return name
  const lower = name.toLowerCase().replaceAll('’', "'")
  let first = true
  const shown = lower.replace(/[\p{L}\p{N}][\p{L}\p{N}'.]*/gu, (word, at: number) => {
    const begins = first || /[:–]\s*$|\s-\s?$/.test(lower.slice(0, at))
    first = false
    if (/^(\p{L}\.){2,}\p{L}?$/u.test(word)) return word.toUpperCase()
    const opened = lower[at - 1] === '(' && lower[at + word.length] === ')'
    if (opened && isInitialsOf(word, lower.slice(0, at))) return word.toUpperCase()
    return SMALL.has(word) && !begins ? word : shownWord(word)
  })
  return shown.replace(/\.com?\b/gi, (end) => end.toLowerCase())
}

/** For comparing and searching: small letters, no accents, '&' as 'and', only letters, digits and single spaces. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
