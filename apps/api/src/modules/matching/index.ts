export { entriesOfPlace } from './matching.queries.ts'
export { matchingRoutes } from './matching.routes.ts'
export { aroundOf, type InterestedOf, type Others, requireBrokerOf } from './matching.usecases.ts'
