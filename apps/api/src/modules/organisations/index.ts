export { organisationsRoutes } from './organisations.routes.ts'
export {
  contactsOf,
  membershipsOf,
  type OrganisationContact,
  type OrganisationRow,
  organisationById,
  organisationsByIds,
  organisationsOf,
} from './queries/front-door.queries.ts'
