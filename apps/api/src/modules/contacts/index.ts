export type { Reached } from './contacts.kept-out.ts'
export { leaveBook } from './contacts.leave.usecases.ts'
export { contactsRoutes } from './contacts.routes.ts'
export { tellingsWaiting } from './contacts.waiting.ts'
