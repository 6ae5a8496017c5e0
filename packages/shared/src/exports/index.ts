export {
  CHALLENGE_LISTS,
  type ChallengeList,
  exportsContract,
  FORMATS,
  type Format,
  type ListName,
  MOST_ROWS,
  PLACE_LISTS,
  type PlaceList,
} from './exports.contract.ts'
