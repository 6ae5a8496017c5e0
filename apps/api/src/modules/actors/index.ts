export { actorsRoutes } from './actors.routes.ts'
export { sayTie } from './usecases/entry.ts'
