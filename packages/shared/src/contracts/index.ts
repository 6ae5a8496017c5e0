import { actorsContract } from '../actors/index.ts'
import { agreementsContract } from '../agreements/index.ts'
import { alertsContract } from '../alerts/index.ts'
import { amendmentsContract } from '../amendments/index.ts'
import { auditContract } from '../audit/index.ts'
import { casesContract, typedContract } from '../cases/index.ts'
import { challengesContract } from '../challenges/index.ts'
import { chartersContract } from '../charters/index.ts'
import { codesignContract } from '../codesign/index.ts'
import { cohortsContract } from '../cohorts/index.ts'
import { consentsContract } from '../consents/index.ts'
import { contactsContract } from '../contacts/index.ts'
import { concernsContract, conversationsContract } from '../conversations/index.ts'
import { decisionsContract } from '../decisions/index.ts'
import { exportsContract } from '../exports/index.ts'
import { formatsContract } from '../formats/index.ts'
import { framingContract } from '../framing/index.ts'
import type { Endpoint } from '../http/index.ts'
import { identityContract } from '../identity/index.ts'
import { interestsContract } from '../interests/index.ts'
import { introductionsContract } from '../introductions/index.ts'
import { invitationsContract } from '../invitations/index.ts'
import { jointInterestsContract } from '../joint-interests/index.ts'
import { matchingContract } from '../matching/index.ts'
import { notificationsContract } from '../notifications/index.ts'
import { organisationsContract } from '../organisations/index.ts'
import { passkeysContract } from '../passkeys/index.ts'
import { paymentsContract } from '../payments/index.ts'
import { placesContract } from '../places/index.ts'
import { placePageContract } from '../places/page/index.ts'
import { practicesContract } from '../practices/index.ts'
import { proposalsContract } from '../proposals/index.ts'
import { protectionsContract } from '../protections/index.ts'
import { questionsContract } from '../questions/index.ts'
import { readingsContract } from '../readings/index.ts'
import { recruitmentContract } from '../recruitment/index.ts'
import { rolesContract } from '../roles/index.ts'
import { sessionsContract } from '../sessions/index.ts'
import { squeezeOutsContract } from '../squeeze-outs/index.ts'
import { suggestionsContract } from '../suggestions/index.ts'
import { supportExchangeContract } from '../support-exchange/index.ts'
import { supportersContract } from '../supporters/index.ts'
import { textsContract } from '../texts/index.ts'

/** Every route there is, by noun: what the contract tests and the API docs walk through. */
export const contracts: Record<string, Record<string, Endpoint>> = {
  audit: auditContract,
  places: { ...placesContract, ...placePageContract },
  identity: identityContract,
  roles: rolesContract,
  formats: formatsContract,
  passkeys: passkeysContract,
  consents: consentsContract,
  supporters: supportersContract,
  notifications: notificationsContract,
  organisations: organisationsContract,
  actors: actorsContract,
  practices: practicesContract,
  'support-exchange': supportExchangeContract,
  framing: framingContract,
  'squeeze-outs': squeezeOutsContract,
  amendments: amendmentsContract,
  challenges: challengesContract,
  protections: protectionsContract,
  charters: chartersContract,
  codesign: codesignContract,
  recruitment: recruitmentContract,
  proposals: proposalsContract,
  payments: paymentsContract,
  sessions: sessionsContract,
  texts: textsContract,
  decisions: decisionsContract,
  suggestions: suggestionsContract,
  conversations: conversationsContract,
  concerns: concernsContract,
  matching: matchingContract,
  invitations: invitationsContract,
  interests: interestsContract,
  'joint-interests': jointInterestsContract,
  readings: readingsContract,
  questions: questionsContract,
  cohorts: cohortsContract,
  agreements: agreementsContract,
  contacts: contactsContract,
  cases: casesContract,
  typed: typedContract,
  introductions: introductionsContract,
  exports: exportsContract,
  alerts: alertsContract,
}
