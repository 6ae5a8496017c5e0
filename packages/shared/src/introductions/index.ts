export { introductionsContract } from './introductions.contract.ts'
export {
  answerIntroduction,
  draftIntroduction,
  INTRODUCTION_STATES,
  type Introduction,
  type IntroductionState,
  introduction,
  OUTCOMES,
  type Outcome,
  type OwnIntroduction,
  ownIntroduction,
  SHARES,
  type Share,
  SIDE_STATES,
  type SideState,
  TURNS,
  type Turn,
} from './introductions.schemas.ts'
