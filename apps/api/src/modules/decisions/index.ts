export { decisionsRoutes } from './decisions.routes.ts'
export { keepDecisions } from './usecases/clocks.ts'
export { closedOf } from './usecases/published.ts'
