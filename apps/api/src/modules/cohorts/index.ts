export { cohortsRoutes } from './cohorts.routes.ts'
