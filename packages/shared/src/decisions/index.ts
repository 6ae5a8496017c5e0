export { decisionsContract } from './decisions.contract.ts'
export * from './decisions.rules.ts'
export {
  ANSWERS,
  type Answer,
  BODY_ANSWERS,
  type BodyAnswer,
  DECISION_STATES,
  type Decision,
  type DecisionState,
  HARMS,
  type Harm,
  type PublishedDecision,
  type PublishedDecisions,
  raiseDecision,
  type ToAnswer,
  wording,
} from './decisions.schemas.ts'
