import type { Theme } from '@howcanwe/shared/places'

/**
 * Our own reading of two public vocabularies. Codes are UK-CAT's (https://charityclassification.org.uk, CC BY 4.0)
 * and the Charity Commission's classification; which theme each belongs to is our decision. Tags that say how a
 * charity is built and not what it is about (grant making, service clubs, professions) lead to no theme.
 */
const TAGS: Readonly<Record<Theme, string>> = {
  carers: 'SC102 SC108',
  'children-young-people':
    'AS300 AS301 AS302 AS303 BE102 BE104 BE114 BE115 CC CC101 CC102 CC103 CC104 FA108 SC103 SC104',
  'older-people': 'BE108 ED109 HE205 SC105 SC106 SC107',
  disability: 'BE200 BE201 BE110 HE203 HE207 HE215 SC101',
  'mental-health': 'HE210 HE304 SW102 SW106',
  health:
    'HE HE200 HE201 HE202 HE205 HE208 HE209 HE211 HE212 HE213 HE214 HE302 HE305 HE306 HE307 HE308 HE400 HE401 HE402 HE500 HE501 LE101',
  'poverty-money': 'SW101 SW103 SW105',
  food: 'SW300 SW301',
  'housing-homelessness': 'HO HO101 HO102 HO103 HO104 HO105',
  'employment-skills': 'EC106 EC107 ED300 ED301 ED302 ED305 ED306',
  education: 'ED ED101 ED102 ED103 ED104 ED105 ED106 ED107 ED200 ED201 ED202 ED303',
  'community-spaces': 'AS101 EC101 FA102 FA103 FA105 FA107',
  transport: 'SW104 CJ103',
  environment: 'EN EN101 EN102 EN103 EN104 EC201 FA104 LE102',
  'arts-heritage':
    'AR AR101 AR102 AR104 AR201 AR202 AR205 AR300 AR301 AR302 AR303 AR304 AR305 AR306 AR307 HR HR101 HR102 HR103 HR104 HR105 HR106',
  'sport-play': 'LE104 LE105 LE106 FA106 CC103 LE101',
  'safety-justice': 'CJ CJ101 CJ102 CJ104 CJ105 SW200 SW201 SW202 SW203 SW204',
  'refugees-migration': 'BE101 BE107 CJ104 ED303',
  'equality-rights': 'BE105 BE111 SO104 SO105 SO106 SO107',
  digital: 'ED304',
  'advice-information': 'CA101',
  faith:
    'RL RL101 RL102 RL103 RL104 RL105 RL106 RL107 RL108 RL200 RL201 RL202 RL203 RL204 RL205 RL206 RL300 RL301 RL302 RL303 RL304 RL305',
  'volunteering-infrastructure': 'CV CV103 CV104',
  animals: 'AN AN101 AN102 AN103 AN104',
}

/** Charity Commission what (1xx), who (2xx) and how (3xx) codes. General ones (101, 117, 203's neighbours) say too little. */
const REGISTER_CODES: Readonly<Record<string, Theme>> = {
  '102': 'education',
  '103': 'health',
  '104': 'disability',
  '105': 'poverty-money',
  '107': 'housing-homelessness',
  '108': 'faith',
  '109': 'arts-heritage',
  '110': 'sport-play',
  '111': 'animals',
  '112': 'environment',
  '113': 'employment-skills',
  '115': 'equality-rights',
  '116': 'sport-play',
  '201': 'children-young-people',
  '202': 'older-people',
  '203': 'disability',
  '204': 'equality-rights',
  '205': 'volunteering-infrastructure',
  '305': 'community-spaces',
  '307': 'advice-information',
  '309': 'volunteering-infrastructure',
}

function byTag(): Map<string, Theme[]> {
  const themes = new Map<string, Theme[]>()
  for (const [theme, codes] of Object.entries(TAGS)) {
    for (const code of codes.split(' '))
      themes.set(code, [...(themes.get(code) ?? []), theme as Theme])
  }
  return themes
}
const THEMES_OF_TAG = byTag()

/** Changing a mapping above changes this, so that the next import suggests anew. */
export const THEMES_EDITION = '1'

/** Themes behind UK-CAT codes; the theme with the most tags first, equals in alphabetical order. */
export function themesOfTags(tags: readonly string[]): Theme[] {
  return ranked(tags.flatMap((tag) => THEMES_OF_TAG.get(tag) ?? []))
}

/** Themes behind the Charity Commission's own codes. */
export function themesOfRegisterCodes(codes: readonly string[]): Theme[] {
  return ranked(codes.flatMap((code) => REGISTER_CODES[code] ?? []))
}

function ranked(themes: readonly Theme[]): Theme[] {
  const counts = new Map<Theme, number>()
  for (const theme of themes) counts.set(theme, (counts.get(theme) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || a.localeCompare(b)).map(([theme]) => theme)
}

/** One tag's expression, compiled. */
export interface TagExpression {
  readonly code: string
  readonly matches: RegExp
  readonly unless: RegExp | null
}

/** Text beyond this adds nothing but time: some expressions look ahead over the whole of it. */
const LONGEST_TEXT = 4_000

/** Suggests tags by the published rule: an expression matches name and activities, and its exclusion does not. */
export function tagsOf(
  expressions: readonly TagExpression[],
  name: string,
  activities: string,
): string[] {
  const text = `${name} ${activities}`.slice(0, LONGEST_TEXT)
  return expressions
    .filter((tag) => tag.matches.test(text) && !tag.unless?.test(text))
    .map((tag) => tag.code)
}
