import { ImportProblem } from './problem.ts'

export interface PostcodeColumns {
  readonly postcode: string
  readonly lad: string
  readonly ward?: string
  readonly lsoa?: string
  /** Holds a date when the postcode has ended. */
  readonly terminated?: string
}

/** Names these columns have had in ONSPD, NSPL and files made from them. */
const KNOWN: Readonly<Record<keyof PostcodeColumns, RegExp>> = {
  postcode: /^(pcds|postcode|pcd[278]?)$/i,
  lad: /^(oslaua|laua|ladcd|lad\d\dcd)$/i,
  ward: /^(osward|ward|wardcd|wdcd|wd\d\dcd)$/i,
  lsoa: /^(lsoa21|lsoa21cd|lsoa11|lsoa11cd|lsoacd)$/i,
  terminated: /^doterm$/i,
}
const NAMES = Object.keys(KNOWN) as (keyof PostcodeColumns)[]

/**
 * Reads 'postcode=pcds,lad=lad25cd'.
 *
 * @throws ImportProblem bad_option
 */
export function parseColumns(option: string): Partial<PostcodeColumns> {
  const pairs = option.split(',').map((pair) => pair.split('=').map((part) => part.trim()))
  for (const [name, column] of pairs) {
    if (!name || !column || !(name in KNOWN))
      throw new ImportProblem('bad_option', `--columns ${option}`)
  }
  return Object.fromEntries(pairs)
}

/** The columns to read: the given ones, the rest by their known names; null when there is no postcode file here. */
export function findColumns(
  columns: readonly string[],
  given: Partial<PostcodeColumns> = {},
): PostcodeColumns | null {
  const found = Object.fromEntries(
    NAMES.flatMap((name) => {
      const column = columns.find((c) => (given[name] ? c === given[name] : KNOWN[name].test(c)))
      return column ? [[name, column]] : []
    }),
  ) as Partial<PostcodeColumns>
  const { postcode, lad } = found
  return postcode && lad ? { ...found, postcode, lad } : null
}
