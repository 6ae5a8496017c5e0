export { protectionsContract } from './protections.contract.ts'
export {
  changeProtection,
  EVIDENCE_KINDS,
  EVIDENCE_MAX,
  type EvidenceKind,
  isHttps,
  PROTECTION_STATES,
  type Protection,
  type ProtectionDraft,
  type ProtectionState,
  type ProtectionSummary,
  REVIEW_MONTHS,
} from './protections.schemas.ts'
