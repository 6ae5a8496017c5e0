export { invitedAmong, invitedOf } from './invitations.queries.ts'
export { invitationsRoutes } from './invitations.routes.ts'
