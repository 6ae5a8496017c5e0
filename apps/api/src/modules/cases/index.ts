export { casesRoutes } from './cases.routes.ts'
export { noteAction, noteTyped } from './front-door.ts'
export type { QueueSource } from './queue.usecases.ts'
