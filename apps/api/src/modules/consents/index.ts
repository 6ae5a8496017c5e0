export type { ConsentHands, PlaceTaken } from './consents.mine.usecases.ts'
export { consentsRoutes } from './consents.routes.ts'
export { currentVersion } from './consents.rules.ts'
export { endConsents, type Given, give, phoneChanged, requireWording } from './consents.usecases.ts'
