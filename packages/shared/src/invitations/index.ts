export { invitationsContract } from './invitations.contract.ts'
