export { lapseDue } from './support-exchange.moves.ts'
export { supportExchangeRoutes } from './support-exchange.routes.ts'
