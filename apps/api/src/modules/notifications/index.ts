export { asksNothing, asksWhoRests } from './notifications.asks.queries.ts'
export { KIND_OF, type LetterKind, mayStop } from './notifications.kinds.ts'
export { textsOfDay } from './notifications.limits.queries.ts'
export { nameInLetters } from './notifications.names.ts'
export { notificationsRoutes } from './notifications.routes.ts'
export { letterOfStop, stopToken } from './notifications.stops.ts'
export { forTexting, septetsOf } from './notifications.texting.ts'
export { transport } from './notifications.transport.ts'
export {
  enqueue,
  type Letter,
  SEND_LIMIT_MS,
  sendNext,
  type Template,
  wordsIn,
} from './notifications.usecases.ts'
