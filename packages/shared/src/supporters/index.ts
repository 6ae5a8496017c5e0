export { supportersContract } from './supporters.contract.ts'
export {
  type Act,
  askSupporter,
  SUPPORT_MONTHS,
  SUPPORT_SCOPES,
  SUPPORT_STATES,
  type Supported,
  type Supporter,
  type SupportPart,
} from './supporters.schemas.ts'
