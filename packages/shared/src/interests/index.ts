export { interestsContract } from './interests.contract.ts'
export {
  expressInterest,
  INTEREST_STATES,
  type Interest,
  interest,
  TOGETHER,
  WORD_LIMIT,
  wordsOf,
} from './interests.schemas.ts'
