export { practicesRoutes } from './practices.routes.ts'
