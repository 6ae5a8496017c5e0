import type { Draft } from '@howcanwe/shared/challenges'
import type { Calendar } from '@howcanwe/shared/places'
import { checkFraming, framingLanguage, readingAge } from '../framing/index.ts'
import { checkBrief } from '../squeeze-outs/index.ts'
import type { Brief } from './challenges.missing.rules.ts'

/** A public answer says something: a sentence, not a full stop. */
export const ANSWER_MIN = 30

/**
 * What the checks say of a brief as it stands: framing advises (CH1); a red squeeze-out keeps it from its readers and
 * from opening until it is changed or answered in public (CH4 [G]).
 */
export function checksOf(brief: Brief, today: { at: Date; calendar: Calendar }): Draft['checks'] {
  const { question, summary } = brief
  const squeezeOut = checkBrief(brief, today)
  const answered = new Set(
    brief.findingAnswers
      .filter(({ answer }) => [...answer].length >= ANSWER_MIN)
      .map(({ code }) => code),
  )
  const red = squeezeOut.filter((found) => found.severity === 'red').map(({ code }) => code)
  return {
    framing: checkFraming({ question, summary }),
    readingAge: readingAge(summary, framingLanguage(question)),
    squeezeOut,
    unanswered: [...new Set(red)].filter((code) => !answered.has(code)),
  }
}
