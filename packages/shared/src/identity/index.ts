export { identityContract } from './identity.contract.ts'
export {
  CHANNELS,
  type Device,
  LANGUAGES,
  type Me,
  me,
  ROLES,
  type Role,
  session,
  signInInput,
} from './identity.schemas.ts'
