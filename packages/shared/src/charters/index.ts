export { chartersContract } from './charters.contract.ts'
export {
  CHARTER_ANSWERS,
  CHECKS,
  type Charter,
  type CharterText,
  charter,
  charterText,
  type OpenCharter,
  openCharter,
  RIGHTS,
} from './charters.schemas.ts'
