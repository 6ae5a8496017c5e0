export { entriesOfPlace } from './matching.queries.ts'
export { matchingRoutes } from './matching.routes.ts'
export {
  aroundOf,
  type InterestedOf,
  matchesFor,
  type Others,
  requireBrokerOf,
} from './matching.usecases.ts'
export { notNeutral, representsParty, requireNeutral } from './neutrality.ts'
