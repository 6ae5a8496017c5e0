export { codesignRoutes } from './codesign.routes.ts'
export { placesUnder } from './queries/members.queries.ts'
export { leaveAs } from './usecases/leave.ts'
