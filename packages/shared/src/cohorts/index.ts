export { alike, isCopiedTooOften, sharedSentences } from './answers.copies.ts'
export {
  type AnswerGiven,
  type AnswersClock,
  type AnswersCount,
  CRITERIA_AT_LEAST,
  type Decision,
  type DecisionDraft,
  type DraftDecision,
  decision,
  draftDecision,
  type MyAnswer,
  NEXT_STEPS,
  type NextStep,
  NOTE_AT_LEAST,
  OUTCOMES,
  type QuestionBack,
  SENTENCE_AT_LEAST,
} from './answers.schemas.ts'
export { type Balance, balanceOf, SECTORS_AT_LEAST } from './cohorts.balance.ts'
export { cohortsContract } from './cohorts.contract.ts'
export { COHORT_SIZE, type Cohort, chooseCohort, cohort } from './cohorts.schemas.ts'
