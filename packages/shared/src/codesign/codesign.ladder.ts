import { RUNGS } from './codesign.board.ts'

/** The whole TLAP ladder of co-production: what a group may experience, whatever was declared. */
export const LADDER = ['coercion', ...RUNGS] as const
export type Rung = (typeof LADDER)[number]

/** Below `engagement` a group is told or asked, and may not be called a co-design group (§2.11 [G]). */
export const mayBeCalledCodesign = (rung: Rung): boolean =>
  LADDER.indexOf(rung) >= LADDER.indexOf('engagement')

const CALLED = /co-?\s?(design|product|creat|creë)|ontwerpgroep|samen ontwerpen/i
/** Words that promise more say than being told or asked. The database knows the same ones. */
export const callsItselfCodesign = (words: string): boolean => CALLED.test(words)
