export { cohortsRoutes } from './cohorts.routes.ts'
export { keepAnswerClocks } from './usecases/reminding.ts'
