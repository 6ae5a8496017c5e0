/**
 * What kind of letter a template is, in one table: whether it may be stopped, collected or wait for the morning.
 *
 * - `now`: codes, warnings, and what answers somebody who has just pressed a button. At any hour, always.
 * - `duty`: receipts, decisions, deadlines of one's own, what a role asks. Always; a text waits for the morning.
 * - `waiting`: something waits for the reader, who owes nobody an answer.
 * - `mine`: news about answers, groups and challenges the reader takes part in or follows.
 * - `new`, `saved`, `digest`: what `alerts` collects.
 */
export const LETTER_KINDS = ['now', 'duty', 'waiting', 'mine', 'new', 'saved', 'digest'] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

/** Letters somebody may stop: these carry a link that does it. */
export const mayStop = (kind: LetterKind): boolean => kind !== 'now' && kind !== 'duty'

const NOW = [
  'identity.sign-in',
  'identity.new-email',
  'identity.new-phone',
  'identity.way-added',
  'identity.way-gone',
  'identity.erased',
  'passkeys.added',
  'passkeys.digits',
  'passkeys.first-of-colleague',
  'passkeys.new-codes',
  'passkeys.recovered',
  'passkeys.removed',
  'passkeys.reset',
  'supporters.asked',
  'supporters.accepted',
  'supporters.declined',
  'supporters.ended',
  'codesign.joined',
  'codesign.already-here',
  'recruitment.in',
  'recruitment.already-in',
  'audit.witness',
  'audit.read-only',
  'audit.accepted',
  'cases.slip-printed',
  'cases.slip-used',
  'proposals.received',
  'proposals.confirm',
  'proposals.already',
] as const

const DUTY = [
  'alerts.stopped',
  'identity.quiet',
  'roles.granted',
  'roles.suspended',
  'roles.resumed',
  'roles.ended',
  'roles.declined',
  'roles.requested',
  'roles.proposed',
  'roles.laid-down',
  'organisations.registered',
  'organisations.back',
  'organisations.beyond',
  'organisations.stretched',
  'recruitment.closed',
  'recruitment.not-drawn',
  'introductions.not',
  'introductions.broker-together',
  'introductions.broker-what-came',
  'cases.typed-for',
  'support-exchange.yes',
  'introductions.together',
  'challenges.handed-over',
  'interests.received',
  'interests.changed',
  'interests.withdrawn',
  'interests.challenge-taken-back',
  'joint-interests.ready',
  'joint-interests.convenor',
  'joint-interests.changed',
  'joint-interests.left',
  'joint-interests.ended',
  'joint-interests.sent',
  'joint-interests.taken-back',
  'joint-interests.unsent',
  'agreements.begun',
  'agreements.changed',
  'agreements.live',
  'agreements.review',
  'agreements.ended',
  'cohorts.chosen',
  'cohorts.not-this-time',
  'cohorts.asked-back',
  'cohorts.answered-back',
  'cohorts.answers-soon',
  'cohorts.answers-day',
  'cohorts.answers-late',
  'cohorts.question-back-day',
  'cohorts.question-back-late',
  'charters.asked',
  'charters.agreed',
  'codesign.session-announced',
  'codesign.given-again',
  'codesign.ring-due',
  'codesign.ring-late',
  'codesign.held-back',
  'codesign.may-want-to-leave',
  'amendments.substance',
  'amendments.paused',
  'amendments.resumed',
  'protections.handed-over',
  'protections.review',
  'questions.new',
  'questions.due',
  'questions.late',
  'readings.new',
  'readings.due',
  'readings.few',
  'proposals.published',
  'proposals.returned',
  'proposals.backed',
  'proposals.to-answer',
  'proposals.soon',
  'proposals.late',
  'proposals.unread',
  'proposals.joined',
  'proposals.adopted',
  'proposals.answered',
  'proposals.lapsed',
  'proposals.commented',
  'proposals.comment-answered',
  'proposals.step',
] as const

const WAITING = [
  'invitations.invited',
  'introductions.asked',
  'support-exchange.asked',
  'introductions.what-came',
  'joint-interests.invited',
  'organisations.still-so',
  'readings.ask',
  'readings.residents',
] as const

const MINE = [
  'codesign.somebody-joined',
  'codesign.somebody-left',
  'joint-interests.joined',
  'protections.published',
  'questions.answered',
  'questions.declined',
  'readings.answered',
  'proposals.outcome',
] as const

const as = (kind: LetterKind, templates: readonly string[]) =>
  templates.map((template) => [template, kind] as const)

/** Every template there is; a test compares it with the code, so that none is silenced or wakes anybody by accident. */
export const KIND_OF: ReadonlyMap<string, LetterKind> = new Map([
  ...as('now', NOW),
  ...as('duty', DUTY),
  ...as('waiting', WAITING),
  ...as('mine', MINE),
  ...as('new', ['alerts.new']),
  ...as('saved', ['alerts.saved']),
  ...as('digest', ['alerts.digest']),
])

/** A template nobody has put in the table is owed: it is never silenced. */
export const kindOf = (template: string): LetterKind => KIND_OF.get(template) ?? 'duty'
