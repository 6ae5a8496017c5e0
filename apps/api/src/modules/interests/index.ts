export { type Feedback, feedbackOf, type Told } from './feedback.queries.ts'
export { refuse as refuseInterest } from './interests.errors.ts'
export { answersCountOf, interestedOrganisationIds } from './interests.queries.ts'
export { type Recipient, recipientOf, recipientsOf } from './interests.receipt.ts'
export { interestsRoutes } from './interests.routes.ts'
export { dated } from './letter-dates.ts'
export { calledIn } from './letter-names.ts'
export { express } from './usecases/answering.ts'
export { settleHours, tellOfStretched } from './usecases/hours.ts'
export { decide, interestsFor, requireNoConflict, requireUnsealed } from './usecases/reading.ts'
export { tellWithdrawn } from './usecases/taken-back.ts'
export {
  type JointAnswer,
  keepAsDraft,
  requireShortTogether,
  sendTogether,
  takeBackTogether,
} from './usecases/together.ts'
export { requireAnswering } from './usecases/who-answers.ts'
