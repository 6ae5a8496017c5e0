export { readingAge } from './framing.reading.rules.ts'
export { framingRoutes } from './framing.routes.ts'
export { checkFraming, type Framed, framingLanguage } from './framing.rules.ts'
