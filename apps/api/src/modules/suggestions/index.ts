export { suggestionsRoutes } from './suggestions.routes.ts'
export { keepSuggestions } from './usecases/clocks.ts'
export type { DecisionsOf } from './usecases/decisions-of.ts'
export { livedRungOf } from './usecases/view.ts'
