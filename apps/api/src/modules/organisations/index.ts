export { stretchedLetter } from './hours.words.ts'
export { organisationsRoutes } from './organisations.routes.ts'
export { quietSince } from './queries/capacity.queries.ts'
export { hoursOf, markBrokerTold } from './queries/commitments.queries.ts'
export {
  contactsOf,
  membershipsOf,
  type OrganisationRow,
  organisationById,
  organisationsOf,
  publicBodiesOf,
} from './queries/front-door.queries.ts'
export { commit, expireDue, type Hours, release, reserve } from './usecases/commitments.usecases.ts'
export { nudgeDue } from './usecases/nudge.usecases.ts'
export { liftDue, takesAsks } from './usecases/pause.usecases.ts'
