/** The shape of a full UK postcode with one space before its inward half. Says nothing about existence. */
const PATTERN =
  /^(GIR 0AA|[A-PR-UWYZ]([0-9]{1,2}|[A-HK-Y][0-9]([0-9]|[ABEHMNPRVWXY])?|[0-9][A-HJKPS-UW]) [0-9][ABD-HJLNP-UW-Z]{2})$/

/** Pairs that people and scanners confuse. */
const TWINS: Readonly<Record<string, string>> = { O: '0', '0': 'O', I: '1', '1': 'I' }
/** More doubtful characters than this and a guess is worth nothing. */
const MOST_DOUBTS = 4

/** Upper case, only letters and digits, one space before the last three: ' se15-5jr ' → 'SE15 5JR'. */
export function normalisePostcode(raw: string): string {
  const bare = raw.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return bare.length > 3 ? `${bare.slice(0, -3)} ${bare.slice(-3)}` : bare
}

/** Whether a value in any spelling has the shape of a full UK postcode. */
export function isPostcode(raw: string): boolean {
  return PATTERN.test(normalisePostcode(raw))
}

/** The district ('SE15'), or null when the value is no postcode. The most of an address we show. */
export function outwardCode(raw: string): string | null {
  const code = normalisePostcode(raw)
  return PATTERN.test(code) ? (code.split(' ')[0] ?? null) : null
}

/** Every way to swap some of the doubtful characters, as compact strings, fewest swaps first. */
function swapped(bare: string): string[] {
  const doubtful = [...bare].flatMap((c, i) => (TWINS[c] ? [i] : []))
  if (doubtful.length > MOST_DOUBTS) return []
  const masks = Array.from({ length: 2 ** doubtful.length }, (_, mask) => mask)
  const bits = (mask: number) => doubtful.filter((_, bit) => mask & (1 << bit)).length
  masks.sort((a, b) => bits(a) - bits(b))
  return masks.map((mask) =>
    [...bare]
      .map((c, i) => {
        const bit = doubtful.indexOf(i)
        return bit >= 0 && mask & (1 << bit) ? (TWINS[c] ?? c) : c
      })
      .join(''),
  )
}

/**
 * What was probably meant: letter O for zero and letter I for one, or the other way round.
 *
 * @returns the repaired postcode to offer to a person, or null when it already reads well or cannot be guessed
 */
export function suggestPostcode(raw: string): string | null {
  if (isPostcode(raw)) return null
  const bare = raw.toUpperCase().replace(/[^A-Z0-9]/g, '')
  if (bare.length < 5 || bare.length > 7) return null
  const found = swapped(bare).find((candidate) => isPostcode(candidate))
  return found ? normalisePostcode(found) : null
}
