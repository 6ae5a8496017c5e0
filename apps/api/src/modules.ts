import type { FastifyInstance } from 'fastify'
import type { Deps } from './deps.ts'
import { liveHub } from './live/index.ts'
import { actorsRoutes } from './modules/actors/index.ts'
import { agreementsRoutes } from './modules/agreements/index.ts'
import { alertsRoutes } from './modules/alerts/index.ts'
import { amendmentsRoutes } from './modules/amendments/index.ts'
import { auditRoutes } from './modules/audit/index.ts'
import { casesRoutes, noteAction } from './modules/cases/index.ts'
import { challengesRoutes } from './modules/challenges/index.ts'
import { chartersRoutes } from './modules/charters/index.ts'
import {
  codesignRoutes,
  isNeeded,
  leaveAs,
  namesOf,
  placesUnder,
  thingsIn,
} from './modules/codesign/index.ts'
import { cohortsRoutes } from './modules/cohorts/index.ts'
import { consentsRoutes, phoneChanged } from './modules/consents/index.ts'
import { contactsRoutes, tellingsWaiting } from './modules/contacts/index.ts'
import { conversationsRoutes } from './modules/conversations/index.ts'
import { closedOf, decisionsRoutes } from './modules/decisions/index.ts'
import { asWritten, csvOf, exportsRoutes, themeNamed } from './modules/exports/index.ts'
import { framingRoutes } from './modules/framing/index.ts'
import { authentication, identityRoutes } from './modules/identity/index.ts'
import {
  interestedOrganisationIds,
  interestsRoutes,
  tellWithdrawn,
} from './modules/interests/index.ts'
import {
  introducedBy,
  introducedIn,
  introductionsRoutes,
  introductionsWaiting,
} from './modules/introductions/index.ts'
import { invitationsRoutes, invitedAmong, invitedOf } from './modules/invitations/index.ts'
import { jointInterestsRoutes } from './modules/joint-interests/index.ts'
import { gapsWaiting, matchingRoutes } from './modules/matching/index.ts'
import { notificationsRoutes } from './modules/notifications/index.ts'
import {
  membershipsOf,
  organisationsOf,
  organisationsRoutes,
  publicBodiesOf,
  release,
  reserve,
} from './modules/organisations/index.ts'
import { hasPasskey, passkeysRoutes } from './modules/passkeys/index.ts'
import { paymentsRoutes } from './modules/payments/index.ts'
import { placesRoutes } from './modules/places/index.ts'
import { practicesRoutes } from './modules/practices/index.ts'
import { proposalsRoutes, proposalsWaiting } from './modules/proposals/index.ts'
import { protectionsRoutes } from './modules/protections/index.ts'
import { questionsRoutes } from './modules/questions/index.ts'
import { readingsRoutes, readSoFar } from './modules/readings/index.ts'
import { recruitmentRoutes } from './modules/recruitment/index.ts'
import { rolesRoutes } from './modules/roles/index.ts'
import { sessionsRoutes } from './modules/sessions/index.ts'
import { squeezeOutsRoutes } from './modules/squeeze-outs/index.ts'
import { livedRungOf, suggestionsRoutes } from './modules/suggestions/index.ts'
import { supportExchangeRoutes } from './modules/support-exchange/index.ts'
import {
  endForPerson,
  endSupportGivenBy,
  supportersRoutes,
  supportOf,
} from './modules/supporters/index.ts'
import { textsRoutes } from './modules/texts/index.ts'
import { personalRoutes, voicesOf } from './personal/index.ts'

/** One line a module, from left to right. */
export async function mountModules(app: FastifyInstance, deps: Deps): Promise<void> {
  await authentication(app, deps, { hasPasskey, membershipsOf, supportOf })
  auditRoutes(app, deps)
  notificationsRoutes(app, deps)
  placesRoutes(app, deps, publicBodiesOf)
  identityRoutes(app, deps, { organisationsOf, phoneChanged })
  rolesRoutes(app, deps, { thingsIn, namesOf, isNeeded })
  passkeysRoutes(app, deps, {
    endSupportGivenBy: (tx, of) => endSupportGivenBy(deps, tx, of),
  })
  consentsRoutes(app, deps, {
    placesUnder,
    organisationsOf,
    voicesOf,
    leaveGroup: (tx, memberId, requestId) => leaveAs(deps, tx, memberId, requestId),
    endSupport: (tx, which) => endForPerson(deps, tx, which),
  })
  supportersRoutes(app, deps)
  organisationsRoutes(app, deps)
  practicesRoutes(app, deps)
  supportExchangeRoutes(app, deps)
  actorsRoutes(app, deps, { introducedIn })
  framingRoutes(app)
  squeezeOutsRoutes(app, deps)
  challengesRoutes(app, deps, {
    tellWithdrawn: (tx, challenge) => tellWithdrawn(tx, deps, challenge),
    readThroughOf: readSoFar,
  })
  protectionsRoutes(app, deps)
  codesignRoutes(app, deps, { livedOf: (db, groupId) => livedRungOf(db, groupId, closedOf) })
  recruitmentRoutes(app, deps)
  chartersRoutes(app, deps)
  proposalsRoutes(app, deps, {
    noteTyped: (tx, done) => noteAction(tx, { ...done, kind: 'typed-for' }),
  })
  paymentsRoutes(app, deps, { csvOf })
  sessionsRoutes(app, deps)
  textsRoutes(app, deps)
  const hub = liveHub(deps)
  // Before the server waits for answers under way: these never end by themselves.
  app.addHook('preClose', hub.close)
  decisionsRoutes(app, deps, { hub })
  suggestionsRoutes(app, deps, { decisionsOf: closedOf })
  conversationsRoutes(app, deps)
  matchingRoutes(app, deps, { interestedOf: interestedOrganisationIds, invitedOf, invitedAmong })
  invitationsRoutes(app, deps, { interestedOf: interestedOrganisationIds })
  interestsRoutes(app, deps)
  jointInterestsRoutes(app, deps, {
    reserve: (tx, { jointInterestId: id, ...hours }) =>
      reserve(tx, deps, {
        ...hours,
        source: { kind: 'joint-interest', id },
        fromDay: null,
        untilDay: null,
      }),
    release: (tx, id) => release(tx, { kind: 'joint-interest', id }),
    noteSeed: async (tx, { organisationIds, ...seed }) => {
      for (const organisationId of organisationIds)
        await noteAction(tx, { ...seed, kind: 'joint-interest-seed', organisationId })
    },
  })
  readingsRoutes(app, deps)
  questionsRoutes(app, deps)
  amendmentsRoutes(app, deps)
  cohortsRoutes(app, deps)
  agreementsRoutes(app, deps, { introduced: introducedBy })
  casesRoutes(app, deps, {
    sources: [
      introductionsWaiting,
      gapsWaiting({ interestedOf: interestedOrganisationIds, invitedOf }),
      tellingsWaiting,
      proposalsWaiting,
    ],
  })
  contactsRoutes(app, deps, { asWritten, themeNamed })
  exportsRoutes(app, deps)
  introductionsRoutes(app, deps)
  alertsRoutes(app, deps)
  personalRoutes(app, deps)
}
