export { questionsContract } from './questions.contract.ts'
export {
  ANSWER_WITHIN_DAYS,
  askQuestion,
  CLOSED_AS,
  FROZEN_DAYS,
  QUESTION_LENGTH,
  QUESTION_STATES,
  type Question,
  type QuestionBoard,
  type QuestionState,
  question,
  questionBoard,
  TURN_NUMBERS,
  TURNS_A_DAY,
  type WaitingQuestion,
  waitingQuestion,
  wayToReach,
} from './questions.schemas.ts'
