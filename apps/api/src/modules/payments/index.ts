export { paymentsRoutes } from './payments.routes.ts'
export { keepPay } from './usecases/clocks.ts'
