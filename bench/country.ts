import { incomeBandOf } from '../apps/api/src/modules/register/register.rules.ts'
import { THEMES } from '../packages/shared/src/places/index.ts'
import type { Fitted } from './fitted.ts'
import { type Random, wordOf, zipf } from './random.ts'

/*
 * A made-up country: 370 districts in 12 regions of 4 countries, a third of them in counties of eight. 71% of charities
 * work in their district, 12% in two to five, 5% in a county, 4% in a region, 8% in a country.
 */

const DISTRICTS = 370
const code = (kind: string, n: number) => `${kind}${String(n + 1).padStart(6, '0')}`
export interface District {
  code: string
  county: string | null
  region: string
  country: string
}
const COUNTRIES = ['E92000001', 'S92000003', 'W92000004', 'N92000002']

export const districts: readonly District[] = Array.from({ length: DISTRICTS }, (_, n) => {
  const region = n % 12
  return {
    code: code('E07', n),
    county: n % 3 === 0 ? code('E10', Math.floor(n / 24)) : null,
    region: code('E12', region),
    country: COUNTRIES[region < 9 ? 0 : region - 8] ?? 'E92000001',
  }
})

const between = (quantiles: readonly number[], random: Random): number => {
  const at = random.next() * (quantiles.length - 1)
  const low = quantiles[Math.floor(at)] ?? 0
  return low + (at % 1) * ((quantiles[Math.ceil(at)] ?? low) - low)
}

const OWN_WORDS = 0.3
const WORDS_OF_A_THEME = 150

/** Writes texts of made-up words: some are those of a theme, the rest anybody's. */
export function writerOf(fitted: Fitted, orgs: number) {
  const size = Math.round(fitted.vocabulary * Math.max(1, (orgs / 3_000) ** 0.5))
  const general = zipf(size, 0.92 * fitted.slope)
  const own = zipf(WORDS_OF_A_THEME, 1.1)
  const wordFor = (themes: readonly string[], random: Random): string => {
    if (themes.length === 0 || random.next() > OWN_WORDS) return wordOf(general(random))
    const about = random.oneOf(themes)
    const theme = THEMES.indexOf(about as (typeof THEMES)[number])
    return wordOf(size + theme * WORDS_OF_A_THEME + own(random))
  }
  return (words: number, themes: readonly string[], random: Random): string =>
    Array.from({ length: words }, () => wordFor(themes, random)).join(' ')
}

function areasOf(home: District, random: Random): string[] {
  const draw = random.next()
  if (draw < 0.71) return [home.code]
  if (draw < 0.83) {
    const near = districts.filter((d) => d.region === home.region)
    return [
      ...new Set([
        home.code,
        ...Array.from({ length: 1 + random.upTo(4) }, () => random.oneOf(near).code),
      ]),
    ]
  }
  if (draw < 0.88 && home.county) return [home.county]
  return [draw < 0.92 ? home.region : home.country]
}

export function entryOf(
  n: number,
  fitted: Fitted,
  write: ReturnType<typeof writerOf>,
  random: Random,
) {
  const home = random.oneOf(districts)
  const themes = random.oneOf(fitted.themes)
  const income = Math.round(Math.exp(between(fitted.income, random)) - 1)
  const words = Math.round(between(fitted.words, random))
  const name = `${write(2, [], random)} ${n}`
  return {
    id: random.id(),
    scheme: 'GB-CHC',
    identifier: String(n),
    source: 'ccew',
    licence: 'made up',
    name_raw: name,
    name_shown: name,
    search_names: name,
    status: 'registered',
    kind:
      random.next() < 0.94 ? 'charity' : random.oneOf(['cic', 'company', 'school', 'university']),
    activities: random.next() < 0.03 ? null : write(words, themes, random),
    income_pounds: income,
    income_band: incomeBandOf(income),
    lad_code: home.code,
    lad_basis: 'postcode',
    postcode_valid: true,
    areas: areasOf(home, random),
    themes,
    theme_basis: 'expressions',
    raw: {},
    row_hash: 'bench',
  }
}

export function challengeOf(fitted: Fitted, write: ReturnType<typeof writerOf>, random: Random) {
  const themes = random.oneOf(fitted.themes).slice(0, 3)
  return {
    place: random.upTo(DISTRICTS),
    themes,
    question: write(14, themes, random),
    summary: write(45, themes, random),
    who_is_affected: write(10, themes, random),
    least_served: write(8, themes, random),
    hours_per_month: 4 + random.upTo(20),
    backfill_pence: random.next() < 0.5 ? 50_000 : 0,
  }
}
