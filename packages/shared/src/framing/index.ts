export { framingContract } from './framing.contract.ts'
export {
  FRAMING_CODES,
  FRAMING_LANGUAGES,
  FRAMING_POINTERS,
  FRAMING_REASONS,
  type FramingCode,
  type FramingFinding,
  type FramingLanguage,
  type FramingReason,
  framingFinding,
} from './framing.schemas.ts'
