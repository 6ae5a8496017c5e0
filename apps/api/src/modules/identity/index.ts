export { authentication, type MembershipsOf } from './identity.authenticate.ts'
export { nameIfMissing, peopleWithRole, person } from './identity.queries.ts'
export { identityRoutes, type OrganisationsOf } from './identity.routes.ts'
export { hashOf, keyedHash, newToken } from './identity.tokens.ts'
