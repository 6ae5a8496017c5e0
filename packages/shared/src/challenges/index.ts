export { challengesContract } from './challenges.contract.ts'
export {
  type Challenge,
  type ChallengeSummary,
  CONSTRAINT_KINDS,
  challenge,
  challengeSummary,
  changeDraft,
  type Draft,
  draft,
  FLEX,
  ROUTES,
  STATES,
  STATIONS,
  type State,
  type Station,
} from './challenges.schemas.ts'
