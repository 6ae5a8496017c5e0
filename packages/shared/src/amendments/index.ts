export { amendmentsContract } from './amendments.contract.ts'
export {
  AMENDABLE,
  AMENDABLE_FACTS,
  AMENDABLE_WORDS,
  AMENDMENT_KINDS,
  type Amendable,
  type AmendedField,
  type AmendInput,
  type Amendment,
  type AmendmentKind,
  amendedField,
  amendInput,
  amendment,
  LOG_KINDS,
  type LogKind,
} from './amendments.schemas.ts'
