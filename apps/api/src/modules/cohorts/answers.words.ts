import type { NextStep } from '@howcanwe/shared/cohorts'

/** What an answer says beside its reason: paragraphs of a letter, in the reader's language (EI5, J-15). */
export interface AnswerFacts {
  criteria: readonly { name: string; sentence: string }[]
  nextStep: { kind: NextStep; note: string }
  /** Where it can be read again, rated and asked back about. */
  answerLink: string
}

const STEPS: Record<NextStep, { en: string; nl: string }> = {
  'keep-in-touch': { en: 'Keep in touch', nl: 'Hou contact' },
  'meet-broker': { en: 'Meet the broker', nl: 'Spreek de verbinder' },
  'join-group': { en: 'Join a group', nl: 'Doe mee met een groep' },
  'another-challenge': { en: 'Look at another challenge', nl: 'Kijk naar een ander vraagstuk' },
  'practical-tip': { en: 'Something to try', nl: 'Iets om te proberen' },
  'start-with-team': { en: 'Start with the team', nl: 'Begin met het team' },
}

const points = (f: AnswerFacts): string =>
  f.criteria.map(({ name, sentence }) => `${name}: ${sentence}`).join('\n')

export const answerParagraphs = {
  en: (f: AnswerFacts): string[] => [
    `What they saw, on the points every answer was read by:\n${points(f)}`,
    `Your next step: ${STEPS[f.nextStep.kind].en}. ${f.nextStep.note}`,
  ],
  nl: (f: AnswerFacts): string[] => [
    `Wat ze zagen, bij de punten waarop elke reactie is gelezen:\n${points(f)}`,
    `Je volgende stap: ${STEPS[f.nextStep.kind].nl}. ${f.nextStep.note}`,
  ],
}

export const askBackParagraph = {
  en: (f: AnswerFacts) =>
    `Was this answer of use? Say so in one tap. You can also ask one question back, and hear within five working days:\n${f.answerLink}`,
  nl: (f: AnswerFacts) =>
    `Had je iets aan dit antwoord? Zeg het met één tik. Je kunt ook één vraag terugstellen; binnen vijf werkdagen hoor je meer:\n${f.answerLink}`,
}
