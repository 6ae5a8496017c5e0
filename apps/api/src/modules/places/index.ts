export type { PublicBodiesOf } from './page.usecases.ts'
export { areasOf, type PlaceRow, placeById } from './places.queries.ts'
export { placesRoutes } from './places.routes.ts'
export {
  areasBelong,
  calendarOf,
  placeHere,
  requireAwake,
  requirePlace,
} from './places.usecases.ts'
export { THEME_NAMES } from './themes.words.ts'
