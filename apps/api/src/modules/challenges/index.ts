export { refuse as refuseChallenge } from './challenges.errors.ts'
export {
  brokers as brokersChallenge,
  runs as runsChallenge,
  startsFor,
} from './challenges.policy.ts'
export { challengesRoutes } from './challenges.routes.ts'
export {
  ANSWER_MINUTES,
  freeSlug,
  MOST_OPEN_DAYS,
  QUESTIONS_END_DAYS,
  slugOf,
} from './challenges.rules.ts'
export {
  areaIdsOf,
  type ChallengeFacts,
  type ChallengeRow,
  criteriaOf,
  type PublishedRow,
} from './queries/challenge.queries.ts'
export { askerOf, publicBodyOf } from './queries/desk.queries.ts'
export { changeOpen, lockOwnOpen, requireNoNewSqueezeOut } from './usecases/changing-open.ts'
export { changeDraft, startDraft } from './usecases/desk.ts'
export { closeDue } from './usecases/ending.ts'
export {
  challengeFacts,
  challengeForReaders,
  lockOpenChallenge,
  noteGroup,
  publishedChallenge,
  requireCommissionerOf,
  settle,
} from './usecases/front-door.ts'
export { colleaguesOf } from './usecases/hand-over.ts'
export type { ReadSoFar, ReadThroughOf } from './usecases/opening.ts'
