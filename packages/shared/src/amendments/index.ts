export {
  AMENDABLE,
  AMENDABLE_FACTS,
  AMENDABLE_WORDS,
  AMENDMENT_KINDS,
  type Amendable,
  type AmendedField,
  type Amendment,
  type AmendmentKind,
  amendedField,
  amendment,
} from './amendments.schemas.ts'
