export { placePageContract } from './page.contract.ts'
export {
  FRAMEWORKS,
  type Framework,
  PLACE_KINDS,
  PLACE_STATES,
  type PlacePage,
} from './page.schemas.ts'
