export { agreementsContract } from './agreements.contract.ts'
export {
  AGREEMENT_MISSING,
  AGREEMENT_SOURCES,
  AGREEMENT_STATES,
  AGREEMENT_TEXTS,
  type Agreement,
  type AgreementParty,
  type AgreementState,
  type AgreementText,
  agreementWords,
  beginAgreement,
  isPaidInAdvance,
  PARTIES,
  PAY_DAYS_MOST,
  partyBox,
  REVIEW_MONTHS,
  REVIEW_OUTCOMES,
} from './agreements.schemas.ts'
