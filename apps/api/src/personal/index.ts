export { personalRoutes } from './personal.routes.ts'
