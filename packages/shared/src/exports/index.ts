export {
  CHALLENGE_LISTS,
  type ChallengeList,
  exportsContract,
  FORMATS,
  type Format,
  type ListName,
  MOST_ROWS,
  ORGANISATION_LISTS,
  type OrganisationList,
  PLACE_LISTS,
  type PlaceList,
} from './exports.contract.ts'
