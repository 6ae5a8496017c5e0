export { areasOf, type PlaceRow, placeById } from './places.queries.ts'
export { placesRoutes } from './places.routes.ts'
export { areasBelong, calendarOf, placeHere, requirePlace } from './places.usecases.ts'
