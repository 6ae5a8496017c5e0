export { introducedBy, introducedIn } from './introductions.pairs.queries.ts'
export { introductionsRoutes } from './introductions.routes.ts'
export { keepIntroductions } from './usecases/clocks.ts'
export { introductionsWaiting } from './usecases/waiting.ts'
