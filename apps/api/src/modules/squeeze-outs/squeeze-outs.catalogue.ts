import type { LanguageChecked, Severity, SqueezeOut } from '@howcanwe/shared/squeeze-outs'

/** Changed whenever the same text may read differently. */
export const RULES_VERSION = '1'

interface Source {
  title: string
  year: number
}

const CRISIS: Source = { title: 'Commissioning in Crisis, Lloyds Bank Foundation', year: 2016 }
const GIDS: Source = { title: 'Gids Proportionaliteit, 3e herziening', year: 2021 }
const ACT = (section: number): Source => ({
  title: `Procurement Act 2023, section ${section}`,
  year: 2023,
})

interface Entry {
  /** Amber is for what a reader must judge; red is what shuts people out as written. */
  severity: Severity
  source: Readonly<Record<LanguageChecked, Source>>
}

const everywhere = (source: Source) => ({ en: source, nl: source })

/** Severity and source of each finding of FR-02. Its reason and remedy stand in the words, by code. */
export const CATALOGUE: Readonly<Record<SqueezeOut, Entry>> = {
  turnover: { severity: 'red', source: { en: CRISIS, nl: GIDS } },
  'audited-accounts': { severity: 'red', source: { en: ACT(22), nl: GIDS } },
  'papers-before-award': { severity: 'red', source: { en: ACT(22), nl: GIDS } },
  'unrelated-requirement': { severity: 'amber', source: { en: CRISIS, nl: GIDS } },
  'merging-or-size': { severity: 'red', source: { en: CRISIS, nl: GIDS } },
  'answer-burden': {
    severity: 'red',
    source: everywhere({
      title: 'Giving Pains, Law Family Commission on Civil Society',
      year: 2022,
    }),
  },
  'open-window': { severity: 'red', source: { en: CRISIS, nl: GIDS } },
  'arrears-only': {
    severity: 'red',
    source: everywhere({ title: 'The Compact, HM Government', year: 2010 }),
  },
  'unpaid-time': {
    severity: 'red',
    source: everywhere({
      title: 'Payment guidance for researchers and professionals, NIHR',
      year: 2022,
    }),
  },
  'named-solution': {
    severity: 'red',
    source: { en: ACT(56), nl: { title: 'Aanbestedingswet 2012, artikel 2.76', year: 2012 } },
  },
  'one-lot': { severity: 'amber', source: { en: ACT(18), nl: GIDS } },
  'track-record': { severity: 'red', source: { en: CRISIS, nl: GIDS } },
}
