export { stretchedLetter } from './hours.words.ts'
export { refuse as refuseOrganisation } from './organisations.errors.ts'
export { organisationsRoutes } from './organisations.routes.ts'
export { cursorOf, readCursor } from './organisations.rules.ts'
export { quietSince } from './queries/capacity.queries.ts'
export { hoursOf, markBrokerTold } from './queries/commitments.queries.ts'
export {
  contactsOf,
  hasPeople,
  membershipsOf,
  type OrganisationRow,
  organisationById,
  organisationsOf,
  publicBodiesOf,
  takeOver,
} from './queries/front-door.queries.ts'
export { namesOfServices } from './queries/open-data.queries.ts'
export { SKILL_NAMES } from './skills.words.ts'
export { sayCapacityFor } from './usecases/capacity.usecases.ts'
export {
  commit,
  expireDue,
  type Hours,
  release,
  reserve,
  stretchedHere,
} from './usecases/commitments.usecases.ts'
export { nudgeDue } from './usecases/nudge.usecases.ts'
export { publicServices } from './usecases/open-data.usecases.ts'
export { liftDue, takesAsks } from './usecases/pause.usecases.ts'
export { type Registration, registerFor, taken } from './usecases/register.usecases.ts'
