export { notificationsRoutes } from './notifications.routes.ts'
export { transport } from './notifications.transport.ts'
export { enqueue, type Letter, sendNext, type Template, wordsIn } from './notifications.usecases.ts'
