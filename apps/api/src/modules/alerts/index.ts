export { alertsRoutes } from './alerts.routes.ts'
export { sendDigests } from './usecases/digest.ts'
export { alertOfOpened } from './usecases/opened.ts'
