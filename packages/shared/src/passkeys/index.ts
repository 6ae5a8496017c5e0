export { passkeysContract } from './passkeys.contract.ts'
export {
  type Asking,
  type Creation,
  type Made,
  type Passkey,
  RESET_REASONS,
  type ResetReason,
  type Signed,
} from './passkeys.schemas.ts'
