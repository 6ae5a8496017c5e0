export { recruitmentRoutes } from './recruitment.routes.ts'
export { closeNames } from './usecases/closing.ts'
