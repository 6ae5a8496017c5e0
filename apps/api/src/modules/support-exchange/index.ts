export { lendsSomething, needsSomething, openSupportOf } from './open.queries.ts'
export { lapseDue } from './support-exchange.moves.ts'
export { maySeeRoom } from './support-exchange.policy.ts'
export { supportExchangeRoutes } from './support-exchange.routes.ts'
