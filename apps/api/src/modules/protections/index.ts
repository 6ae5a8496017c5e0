export { protectionsRoutes } from './protections.routes.ts'
export { remindDue as remindReview } from './usecases/afterwards.ts'
