export { agreementsRoutes } from './agreements.routes.ts'
export { remindAgreements } from './usecases/reminding.ts'
