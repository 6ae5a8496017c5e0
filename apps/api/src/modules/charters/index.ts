export { chartersRoutes } from './charters.routes.ts'
export { agreedCharter } from './queries/charters.queries.ts'
