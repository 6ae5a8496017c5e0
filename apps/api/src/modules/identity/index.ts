export { type AuthenticationHands, authentication } from './identity.authenticate.ts'
export { dropPhone, lockPerson } from './identity.contact.queries.ts'
export type { Here } from './identity.contact.usecases.ts'
export { clearRefresh } from './identity.cookies.ts'
export { refuse as refuseIdentity } from './identity.errors.ts'
export { dropFormats, putFormats } from './identity.formats.queries.ts'
export {
  heldOf,
  isLive,
  nameIfMissing,
  peopleWithRole,
  person,
  rolesOf,
} from './identity.queries.ts'
export { reach, reachOf } from './identity.reach.queries.ts'
export { hereOf, identityRoutes, type OrganisationsOf } from './identity.routes.ts'
export {
  callingCodeOf,
  deviceOf,
  needsFactor,
  readPhone,
  SIGN_IN_MINUTES,
  SIGN_IN_PER_ASKER,
  SIGN_IN_TRIES,
} from './identity.rules.ts'
export { fitsTexts, spendText, textable, textedNumber } from './identity.texts.ts'
export { hashOf, keyedHash, newCode, newToken, same } from './identity.tokens.ts'
export { erasedLetter } from './identity.words.ts'
