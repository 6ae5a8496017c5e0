export {
  BLOCS,
  type Bloc,
  codesignBoard,
  GROUP_STATES,
  type Group,
  type GroupSession,
  type GroupState,
  group,
  groupSession,
  RUNGS,
  SESSION_STATES,
  type SessionState,
} from './codesign.board.ts'
export { codesignContract } from './codesign.contract.ts'
export { callsItselfCodesign, LADDER, mayBeCalledCodesign, type Rung } from './codesign.ladder.ts'
export {
  CONTACT_BY,
  emailAddress,
  enterMember,
  joinGroup,
  member,
  type OwnPlace,
  openPlace,
  ownPlace,
  placeSlip,
  type Room,
  room,
  SAID_BY,
  startGroup,
  startSession,
  WAYS,
} from './codesign.schemas.ts'
