export { notificationsRoutes } from './notifications.routes.ts'
export { transport } from './notifications.transport.ts'
export {
  enqueue,
  type Letter,
  SEND_LIMIT_MS,
  sendNext,
  type Template,
  textsOfDay,
  wordsIn,
} from './notifications.usecases.ts'
