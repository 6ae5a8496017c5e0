export { placesContract } from './places.contract.ts'
export { area, type Place, place, THEMES, type Theme, theme } from './places.schemas.ts'
