export { codesignRoutes } from './codesign.routes.ts'
export { isNeeded, namesOf, thingsIn } from './queries/held-over.queries.ts'
export { placesUnder } from './queries/members.queries.ts'
export { leaveAs } from './usecases/leave.ts'
