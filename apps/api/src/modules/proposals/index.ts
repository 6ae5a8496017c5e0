export { proposalsRoutes } from './proposals.routes.ts'
export { keepProposals } from './usecases/clocks.ts'
export { proposalsWaiting } from './usecases/waiting.ts'
