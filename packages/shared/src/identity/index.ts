export { identityContract } from './identity.contract.ts'
export {
  BLOCKERS,
  ERASE_WORDS,
  type Erasure,
  type Everything,
  HELD_FIELDS,
  HELD_SECTIONS,
  type HeldField,
  type HeldRow,
  type HeldSection,
} from './identity.held.ts'
export {
  addressOf,
  CHANNELS,
  changeMe,
  type Device,
  emailAddress,
  LANGUAGES,
  type Me,
  me,
  phoneNumber,
  ROLES,
  type Role,
  session,
  signInForm,
  signInInput,
  sixDigits,
} from './identity.schemas.ts'
