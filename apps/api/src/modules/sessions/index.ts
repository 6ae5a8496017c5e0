export { sessionsRoutes } from './sessions.routes.ts'
export { keepSessionClocks } from './usecases/clocks.ts'
