export { followedBy, followNothing } from './queries/followers.queries.ts'
export { readersOf } from './questions.letters.ts'
export { questionsRoutes } from './questions.routes.ts'
export { remindOfQuestions } from './usecases/reminding.ts'
