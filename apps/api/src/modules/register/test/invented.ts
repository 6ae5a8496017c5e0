/** Seeded, so that the same number gives the same register. All of it is made up; towns and people do not exist. */
export function dice(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number) => Math.floor(next() * n)
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T
  return { next, below, pick, chance: (p: number) => next() < p }
}
export type Dice = ReturnType<typeof dice>

const PLACES =
  'Larkfold Mossgate Withery Pelham Brakenside Tollerby Ousecombe Fennick Harrowby Quaintree'.split(
    ' ',
  )
const CAUSES =
  `Carers|Lunch Club|Youth Theatre|Allotment|Community Choir|Food Bank|Advice Centre|Toy Library|
Befriending Scheme|Refugee Welcome|Cricket Club|Village Hall|Walking Group|Repair Cafe|Hospice Friends|Wildlife Watch`
    .split('|')
    .map((cause) => cause.trim())
const ENDINGS = ['Trust', 'Association', 'CIO', 'Society', 'Fund', '(UK)', 'Ltd', 'of St Osyth']
const WORDS =
  `we run a weekly group for older people and their carers in the hall with a hot meal advice on money and
benefits games singing and transport home we support young people children families refugees and people with
disabilities to learn skills find work and meet neighbours our volunteers visit people who are lonely and we keep a
garden where everyone can grow vegetables and learn about wildlife`.split(/\s+/)

export const TYPES = ['CIO', 'Charitable company', 'Trust', 'Other', 'Previously excepted'] as const
export const AREAS = [
  ['Local Authority', 'Southwark', 'Metropolitan Counties', 'Greater London'],
  ['Local Authority', 'City Of Westminster', 'Metropolitan Counties', 'Greater London'],
  ['Local Authority', 'Kent', '', ''],
  ['Region', 'Throughout England And Wales', '', ''],
  ['Region', 'Throughout London', '', ''],
  ['Country', 'Scotland', 'Continent', 'Europe'],
  ['Country', 'Kenya', 'Continent', 'Africa'],
] as const

export function invented({ below, pick, chance }: Dice) {
  const name = () => `${pick(PLACES)} ${pick(CAUSES)} ${pick(ENDINGS)}`.toUpperCase()
  const prose = () => {
    const words = Array.from({ length: 20 + below(60) }, () => pick(WORDS))
    return `${words.join(' ')}.`
  }
  const letters = 'ABDEFGHJLNPQRSTUWXYZ'
  const postcode = () =>
    `${pick(['SE', 'N', 'LS', 'M', 'BS'])}${1 + below(20)} ${below(10)}${letters[below(20)]}${letters[below(20)]}`
  const day = () => `${1961 + below(62)}-0${1 + below(9)}-${10 + below(18)}`
  const income = () => (chance(0.1) ? '' : String(Math.round(10 ** (2 + below(600) / 100))))
  return { name, prose, postcode, day, income }
}
