export { codesignContract } from './codesign.contract.ts'
export {
  CONTACT_BY,
  emailAddress,
  type Group,
  type GroupSession,
  group,
  groupSession,
  joinGroup,
  member,
  RUNGS,
  startGroup,
  startSession,
  WAYS,
} from './codesign.schemas.ts'
