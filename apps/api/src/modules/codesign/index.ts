export { type Knock, knockOf } from './codesign.cookies.ts'
export { dayOf, spanOf } from './codesign.dates.ts'
export { refuse as refuseGroup } from './codesign.errors.ts'
export { foldWords } from './codesign.keys.ts'
export { mayAnnounce, runs } from './codesign.policy.ts'
export { newReference, newSlipCode } from './codesign.references.ts'
export { codesignRoutes } from './codesign.routes.ts'
export { CONTACT_WITHIN, foldContact, readContact, WORDS_TRIES } from './codesign.rules.ts'
export { databaseNow } from './queries/contacting.queries.ts'
export {
  addSession,
  type GroupRow,
  groupById,
  hasCome,
  liveGroup,
} from './queries/groups.queries.ts'
export { isNeeded, namesOf, thingsIn } from './queries/held-over.queries.ts'
export { type MemberRow, memberOf, membersOf, placesUnder } from './queries/members.queries.ts'
export { countBlocs } from './queries/voices.own.queries.ts'
export { keepContactClock } from './usecases/contact-clock.ts'
export { leaveAs } from './usecases/leave.ts'
export {
  factsFor,
  memberReach,
  placeLink,
  tellBrokers,
  tellFacilitator,
} from './usecases/letters.ts'
export { requireOwnGroup } from './usecases/members.ts'
export { requireTheirs } from './usecases/one-voice.ts'
export { takeIn } from './usecases/take-in.ts'
export { shownSession } from './usecases/view.ts'
export { requireOwnPlace, requireVoice, type Voice, voiceIn } from './usecases/voice.ts'
