import type { LanguageChecked } from '@howcanwe/shared/squeeze-outs'
import { EN_ASK } from './en.ask.ts'
import { EN_MONEY } from './en.money.ts'
import { EN_PAPERS } from './en.papers.ts'
import { NL } from './nl.ts'
import type { Pattern } from './pattern.ts'

export const PATTERNS: Readonly<Record<LanguageChecked, readonly Pattern[]>> = {
  en: [...EN_MONEY, ...EN_PAPERS, ...EN_ASK],
  nl: NL,
}
