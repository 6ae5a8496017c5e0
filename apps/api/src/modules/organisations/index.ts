export { organisationsRoutes } from './organisations.routes.ts'
export {
  contactsOf,
  membershipsOf,
  type OrganisationRow,
  organisationById,
  organisationsOf,
  publicBodiesOf,
} from './queries/front-door.queries.ts'
export { nudgeDue } from './usecases/nudge.usecases.ts'
