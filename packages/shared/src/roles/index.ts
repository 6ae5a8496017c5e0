export { rolesContract } from './roles.contract.ts'
export {
  ASKABLE,
  askForRole,
  GRANTABLE,
  type Grant,
  type Grantable,
  type GrantState,
  giveForm,
  giveRole,
  type OwnGrant,
  type RoleHere,
  SCOPE_KINDS,
  SCOPES_OF,
  type ScopeKind,
  type Thing,
} from './roles.schemas.ts'
