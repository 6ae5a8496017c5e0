export { identityContract } from './identity.contract.ts'
export { type Me, me, ROLES, type Role, session, signInInput } from './identity.schemas.ts'
