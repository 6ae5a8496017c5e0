export { practicesContract } from './practices.contract.ts'
export {
  COPYING,
  type Copying,
  EVIDENCE,
  type Evidence,
  PRACTICE_STATES,
  type Practice,
  type PracticeInput,
  practice,
  practiceInput,
} from './practices.schemas.ts'
