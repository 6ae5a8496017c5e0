export { organisationsRoutes } from './organisations.routes.ts'
export { quietSince } from './queries/capacity.queries.ts'
export {
  contactsOf,
  membershipsOf,
  type OrganisationRow,
  organisationById,
  organisationsOf,
  publicBodiesOf,
} from './queries/front-door.queries.ts'
export { nudgeDue } from './usecases/nudge.usecases.ts'
