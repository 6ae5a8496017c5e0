export { supportExchangeContract } from './support-exchange.contract.ts'
export {
  SUPPORT_KINDS,
  SUPPORT_STATES,
  type Support,
  type SupportInput,
  type SupportKind,
  type SupportOffers,
  type SupportRequest,
  type SupportRoom,
  type SupportState,
  support,
  supportInput,
} from './support-exchange.schemas.ts'
