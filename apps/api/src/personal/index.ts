export { voicesOf } from './held.queries.ts'
export { personalRoutes } from './personal.routes.ts'
export { letGoOfTheQuiet } from './quiet.usecases.ts'
