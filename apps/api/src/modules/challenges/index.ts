export { challengesRoutes } from './challenges.routes.ts'
export {
  areaIdsOf,
  type ChallengeFacts,
  type ChallengeRow,
  criteriaOf,
  type PublishedRow,
} from './queries/challenge.queries.ts'
export {
  challengeFacts,
  isPastDeadline,
  lockOpenChallenge,
  noteGroup,
  publishedChallenge,
  requireCommissionerOf,
  settle,
} from './usecases/front-door.ts'
