export { conversationsRoutes } from './conversations.routes.ts'
export { emptyWordsOf } from './queries/erasing.queries.ts'
export { keepConcerns } from './usecases/concerns.ts'
export { keepConversations } from './usecases/hearing.ts'
