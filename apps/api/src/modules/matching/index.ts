export { entriesOfPlace } from './matching.queries.ts'
export { matchingRoutes } from './matching.routes.ts'
export { aroundOf, type Others, requireBrokerOf } from './matching.usecases.ts'
