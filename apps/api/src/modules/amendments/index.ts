export { amendmentsRoutes } from './amendments.routes.ts'
export { resumeDue } from './usecases/pause.ts'
