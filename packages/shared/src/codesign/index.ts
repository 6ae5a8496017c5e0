export {
  codesignBoard,
  type Group,
  type GroupSession,
  group,
  groupSession,
  RUNGS,
} from './codesign.board.ts'
export { codesignContract } from './codesign.contract.ts'
export {
  CONTACT_BY,
  emailAddress,
  joinGroup,
  member,
  startGroup,
  startSession,
  WAYS,
} from './codesign.schemas.ts'
