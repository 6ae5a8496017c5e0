export { type Hands, jointInterestsRoutes } from './joint-interests.routes.ts'
export { remindUnsent } from './usecases/reminding.ts'
