export {
  BATCH,
  EVERY,
  nextTenth,
  type Share,
  type Short,
  shortAtTenth,
  smallNeeded,
  waysOut,
} from './invitations.balance.ts'
export { invitationsContract } from './invitations.contract.ts'
