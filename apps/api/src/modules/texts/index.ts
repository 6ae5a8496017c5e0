export { textsRoutes } from './texts.routes.ts'
export { keepTexts } from './usecases/clock.ts'
