export { recruitmentRoutes } from './recruitment.routes.ts'
export { closeNames } from './usecases/closing.ts'
export { reachOf } from './usecases/view.ts'
