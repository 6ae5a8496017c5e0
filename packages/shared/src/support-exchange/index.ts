export {
  SUPPORT_KINDS,
  SUPPORT_STATES,
  type Support,
  type SupportInput,
  type SupportKind,
  type SupportState,
  support,
  supportInput,
} from './support-exchange.schemas.ts'
