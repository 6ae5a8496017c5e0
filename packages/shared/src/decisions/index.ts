export { decisionsContract } from './decisions.contract.ts'
export * from './decisions.rules.ts'
export {
  ANSWERS,
  type Answer,
  BODY_ANSWERS,
  type BodyAnswer,
  callSession,
  clarifyDecision,
  DECISION_STATES,
  type Decision,
  type DecisionState,
  HARMS,
  type Harm,
  openDecision,
  raiseDecision,
  typeInHold,
  typeInObjection,
  wording,
} from './decisions.schemas.ts'
export type {
  PublishedDecision,
  PublishedDecisions,
  PublishedVersion,
  ToAnswer,
} from './published.schemas.ts'
