export {
  type ChallengeSummary,
  challengeSummary,
  challengesBoard,
  isBeforeOpening,
  STATES,
  type State,
} from './challenges.board.ts'
export { challengesContract } from './challenges.contract.ts'
export {
  type Challenge,
  CONSTRAINT_KINDS,
  challenge,
  changeDraft,
  type Draft,
  draft,
  ELIGIBILITY_MAX,
  FLEX,
  INNOVATION,
  PREVENTION,
  ROUTES,
  STATIONS,
  type Station,
} from './challenges.schemas.ts'
