export { rolesRoutes } from './roles.routes.ts'
export type { RoleHands } from './usecases/view.ts'
