import { at, paths } from './paths.ts'

/**
 * Addresses that no page of the first view links to. They come with the pages that do, so that the first view does not
 * carry them (decision 17). Written as in paths.ts.
 */
export const further = {
  /** Who there is in the place, what each offers and asks. */
  map: at('/map'),
  mapOne: at('/map/:actorId'),
  /** What the map says of one's own organisation. */
  mapEntry: at('/organisation/map'),
  /** A broker's part of the map: whom to add, who has not met. */
  mapDesk: at('/desk/map'),
  introductions: at('/introductions'),
  /** Where a letter's links lead. The token stands behind the #. */
  introductionLink: at('/introductions/answer'),
  /** `query.a`, `aName`, `b`, `bName`: whom to introduce; `challenge`: what it is about. */
  introductionsDesk: at('/desk/introductions'),
  /** A resident's place in a group, without an account. A letter's link has its key behind the #. */
  myPlace: at('/my-place'),
  /** A group from within. */
  room: at('/groups/:groupId/room'),
  enterMember: at('/groups/:groupId/enter'),
  /** Texts that wait for whoever runs it. */
  texts: at('/groups/:groupId/texts'),
  /** The words of a poster, typed by hand or read by a camera. Short, because people copy it. */
  join: at('/join'),
  joinWith: at('/join/:code'),
  /** What a group hands out on paper. */
  paperOfGroup: at('/groups/:groupId/paper'),
  poster: at('/groups/:groupId/paper/poster'),
  inviteLetter: at('/groups/:groupId/paper/letter'),
  joinForm: at('/groups/:groupId/paper/form'),
  easyRead: at('/groups/:groupId/paper/easy'),
  agendaSheet: at('/groups/:groupId/sessions/:sessionId/agenda'),
  ballotSheet: at('/groups/:groupId/decisions/:decisionId/ballot'),
  /** What a group says to each other, who looks after it, and what was reported. */
  threads: at('/groups/:groupId/threads'),
  thread: at('/groups/:groupId/threads/:threadId'),
  moderation: at('/groups/:groupId/moderation'),
  reports: at('/groups/:groupId/reports'),
  /** Somebody may be at risk; `query.group`, `message`: where it was seen. Its reader's own page. */
  worry: at('/worry'),
  safeguarding: at('/desk/safeguarding'),
  charter: at('/groups/:groupId/charter'),
  /** What a group decides, one decision, the same for a wall; what a body has to answer. */
  decisions: at('/groups/:groupId/decisions'),
  decision: at('/groups/:groupId/decisions/:decisionId'),
  decisionScreen: at('/groups/:groupId/decisions/:decisionId/screen'),
  extraSession: at('/groups/:groupId/decisions/:decisionId/session'),
  decisionsDesk: at('/desk/decisions'),
  /** What one is owed, and how a facilitator, a finance clerk and a steward see to it (CD4). */
  ownPay: at('/groups/:groupId/pay'),
  groupPay: at('/groups/:groupId/pay/desk'),
  payDesk: paths.payDesk,
  payBatch: at('/desk/pay/batches/:batchId'),
  payRules: at('/desk/pay/rules'),
  /** Sessions of a group from within; a letter's link to one has its key behind the #. */
  sessions: at('/groups/:groupId/sessions'),
  session: at('/groups/:groupId/sessions/:sessionId'),
  /** For whoever runs it: what to see to, and the sheet that goes round. */
  sessionPlan: at('/groups/:groupId/sessions/:sessionId/plan'),
  signInSheet: at('/groups/:groupId/sessions/:sessionId/sheet'),
  /** How a group finds its people by draw; one's own name in it (the token stands behind the #); the desk. */
  draw: at('/groups/:groupId/draw'),
  putName: at('/groups/:groupId/draw/name'),
  drawSlip: at('/draw-slip'),
  drawDesk: at('/groups/:groupId/draw/desk'),
  /** A name for somebody who rang or wrote; and the form on paper. */
  enterName: at('/groups/:groupId/draw/enter'),
  drawForm: at('/groups/:groupId/paper/draw'),
  /** You said, we did; the same from within; how much each voice counted; answers we owe residents. */
  youSaid: at('/groups/:groupId/you-said'),
  suggestions: at('/groups/:groupId/suggestions'),
  homeworkSheet: at('/groups/:groupId/suggestions/sheet'),
  influence: at('/groups/:groupId/influence'),
  answersOwed: at('/desk/answers'),
  /** A broker's cases, and one of them. */
  cases: at('/desk/cases'),
  case: at('/desk/cases/:caseId'),
  /** The address book of a place, one entry of it, and bringing in a list. */
  contacts: at('/desk/contacts'),
  contactsImport: at('/desk/contacts/import'),
  contact: at('/desk/contacts/:contactId'),
  /** Where the foot of a letter leads. The token stands behind the #. */
  stop: at('/stop'),
  /** Several organisations answer as one; `query.o`: for which of one's own. */
  together: at('/together/:jointInterestId'),
  startTogether: at('/challenges/:slug/together'),
  /** One plain page between organisations. */
  agreements: at('/agreements'),
  agreement: at('/agreements/:agreementId'),
  /** `query.from` and `id`: out of what, a chosen set without; `o`: for which of one's own. */
  beginAgreement: at('/agreements/new'),
  /** A broker asks groups to. */
  seedTogether: at('/desk/together/:slug'),
  /** A broker types for somebody (`query.o`: for whom); with the slip they take it over. */
  typeFor: at('/desk/type'),
  typeOrganisation: at('/desk/type/organisation'),
  typeInterest: at('/desk/type/:challengeId/:organisationId'),
  typeCapacity: at('/desk/type/capacity/:organisationId'),
  slip: at('/slip'),
  /** The form of a challenge to fill in by hand, and the one for getting on the list. */
  paper: at('/paper/:slug'),
  paperOrganisation: at('/paper'),
  /** What our hours are for, and a rest from being asked; the broker's part of it. */
  hours: at('/organisation/hours'),
  hoursDesk: at('/desk/hours'),
  /** Open questions that may suit us. */
  fitting: at('/organisation/fitting'),
  /** What counts for how much in the place when a broker looks for organisations; a steward changes it. */
  matchingHere: at('/how-matching-works'),
  setWeights: at('/desk/match-weights'),
  /** Questions residents put on the table, one of them, and putting one there. */
  proposals: at('/proposals'),
  putProposal: at('/proposals/new'),
  proposal: at('/proposals/:proposalId'),
  /** A sheet on which people sign that they stand behind it, to print. */
  supportSheet: at('/proposals/:proposalId/sheet'),
  /** Where a slip and letters lead. The token stands behind the #. */
  ownProposal: at('/proposals/own'),
  proposalSupport: at('/proposals/support'),
  proposalsDesk: at('/desk/proposals'),
  typeProposal: at('/desk/proposals/new'),
  coAuthors: at('/desk/challenges/:challengeId/co-authors'),
  /** Who needs and who lends what. */
  support: at('/support-exchange'),
  /** The same for a broker, whichever group they belong to. */
  supportDesk: at('/desk/support'),
  /** What already works, one card of it, and our own. */
  practices: at('/practices'),
  practice: at('/practices/:cardId'),
  ourPractices: at('/organisation/practices'),
} as const
