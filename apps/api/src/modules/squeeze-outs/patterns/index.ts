import type { LanguageChecked } from '@howcanwe/shared/squeeze-outs'
import { EN_ASK } from './en.ask.ts'
import { EN_MONEY } from './en.money.ts'
import { EN_PAPERS } from './en.papers.ts'
import { NL_ASK } from './nl.ask.ts'
import { NL_MONEY } from './nl.money.ts'
import { NL_PAPERS } from './nl.papers.ts'
import type { Pattern } from './pattern.ts'

export const PATTERNS: Readonly<Record<LanguageChecked, readonly Pattern[]>> = {
  en: [...EN_MONEY, ...EN_PAPERS, ...EN_ASK],
  nl: [...NL_MONEY, ...NL_PAPERS, ...NL_ASK],
}
