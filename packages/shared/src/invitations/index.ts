export {
  EVERY,
  nextTenth,
  reachesTenth,
  type Share,
  shortAtTenth,
  smallNeeded,
} from './invitations.balance.ts'
export { invitationsContract } from './invitations.contract.ts'
