export { sessionsRoutes } from './sessions.routes.ts'
export { announceIn } from './usecases/announce.ts'
export { keepSessionClocks } from './usecases/clocks.ts'
export { replyByText } from './usecases/coming.ts'
