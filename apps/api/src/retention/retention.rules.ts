/**
 * What is forgotten, when, and how (`trust.md` §4.6): the whole list, and the only one. Days count from the moment
 * named, by the database's clock. A letter that is blanked leaves only that one was written and when. People who have
 * gone quiet have a letter and a list of their own (`personal/quiet.rules.ts`).
 */
export const RETENTION = [
  { what: 'signInRequests', days: 1, since: 'somebody asked', action: 'delete' },
  { what: 'contactChanges', days: 1, since: 'somebody asked', action: 'delete' },
  /** What passkeys were asked to sign, six digits to show who one is, and counted tries. */
  { what: 'proofs', days: 1, since: 'somebody was asked', action: 'delete' },
  /** The day's key for counting questions, and with it what was counted. */
  { what: 'questionTurns', days: 1, since: 'the day began', action: 'delete' },
  { what: 'claimTries', days: 1, since: 'somebody tried a code', action: 'delete' },
  /** Digests of codes; that somebody took over with one stays in the trail. */
  { what: 'claimSlips', days: 30, since: 'it was used, replaced or over', action: 'delete' },
  { what: 'signInLetters', days: 1, since: 'sent or given up', action: 'blank' },
  { what: 'letters', days: 30, since: 'sent or given up', action: 'blank' },
  /** Whom an optional one was for: so long the link at its foot stops others like it. */
  { what: 'letterReaders', days: 365, since: 'sent or given up', action: 'blank' },
  /** Bank details and addresses, with what lies in the vault; anybody deletes their own whenever they like. */
  { what: 'payWays', days: 90, since: 'the last money was owed or paid', action: 'delete' },
  /** What somebody wrote about an expense, or about hours that were not right; that it was paid stays. */
  { what: 'payWords', days: 365, since: 'it was settled', action: 'blank' },
  { what: 'groupEchoes', days: 90, since: 'handed out', action: 'delete' },
  /** On which device a place in a group was open. */
  { what: 'groupDevices', days: 1, since: 'it was over', action: 'delete' },
  /** Who answered what; the counts stay. */
  { what: 'decisionBallots', days: 30, since: 'the count', action: 'delete' },
  /** Whose mark of the homework it was; the marks stay, by voice. */
  { what: 'homeworkMarks', days: 30, since: 'the marks were published', action: 'blank' },
  /** Who said where the group stood; the rungs stay, by voice. */
  { what: 'ladderRatings', days: 30, since: 'the group had finished', action: 'blank' },
  /** Who said how a session felt; the answers stay. Also a year after the last session of a group that never ends. */
  { what: 'feltAnswers', days: 30, since: 'the group had finished', action: 'blank' },
  /** What residents need to take part, once their group's question is settled and its last session is over. */
  { what: 'accessNeeds', days: 30, since: 'end of the activity', action: 'delete' },
  /** Who said they come to a session, and whom somebody rang; who was there stays with what was paid. */
  { what: 'sessionReplies', days: 365, since: 'the session was over', action: 'delete' },
  /** Who put a name in and came up or not: long enough to ring those no letter reaches. */
  { what: 'drawNames', days: 30, since: 'the draw was confirmed or called off', action: 'blank' },
  /** With their refresh tokens. */
  { what: 'sessions', days: 90, since: 'ended, or over by themselves', action: 'delete' },
  { what: 'interestDrafts', days: 365, since: 'somebody last wrote in it', action: 'delete' },
  /** What several wanted to answer together and never sent. */
  { what: 'jointInterests', days: 365, since: 'somebody last wrote in it', action: 'delete' },
  /** With the sound in the vault; what was never sent goes 30 days after the challenge closed. */
  { what: 'voiceNotes', days: 30, since: 'the challenge was decided', action: 'delete' },
  /** Of a challenge that was taken back, or that nobody came back to; the others go when everybody is told. */
  { what: 'decisionDrafts', days: 180, since: 'somebody last wrote in it', action: 'delete' },
  /** Who followed it; questions and answers stay, nobody's name is on them. */
  /** What was found for somebody by their searches and groups. */
  { what: 'alertHits', days: 90, since: 'the challenge closed', action: 'delete' },
  /** That one of the collected letters went. */
  { what: 'digests', days: 90, since: 'it went', action: 'delete' },
  { what: 'followers', days: 90, since: 'the challenge closed', action: 'delete' },
  /** Who helped whom, once it is over; the questions nobody answered go by a clock of their own after 30 days. */
  { what: 'supports', days: 365, since: 'the help ended', action: 'delete' },
  /**
   * Who asked whom for help, what they said, and what was needed and lent: as long as the share of new ties looks back
   * (M16). An offer stays while somebody's ask still points at it.
   */
  { what: 'supportRequests', days: 365, since: 'the last day of the ask', action: 'delete' },
  { what: 'supportAsks', days: 365, since: 'its last day', action: 'delete' },
  { what: 'supportOffers', days: 365, since: 'its last day', action: 'delete' },
  /** Whom a broker rings at an organisation: 24 months without being used. */
  { what: 'contacts', days: 730, since: 'a broker last used it', action: 'delete' },
  /** Who asked to stand behind a question and never pressed the button. */
  { what: 'proposalSupportsAsked', days: 7, since: 'we asked them to confirm', action: 'delete' },
  /** First name and contact of who stands behind a question; that they did goes on counting. */
  {
    what: 'proposalSupporters',
    days: 90,
    since: 'the question was answered or over',
    action: 'blank',
  },
  /** Questions that came back and that nobody wrote again; nobody else ever read them. */
  { what: 'proposalsReturned', days: 90, since: 'somebody was to read them', action: 'delete' },
  /** How to reach whoever asked a question that came to nothing; question and answer stay, asked by a resident. */
  {
    what: 'proposalAskers',
    days: 365,
    since: 'the question was answered no, or was over',
    action: 'blank',
  },
  /** That a text came in, so that none is taken twice. */
  { what: 'textsTaken', days: 7, since: 'it came in', action: 'delete' },
  /** Words and number go when somebody deals with it; whoever ran the group and never did keeps nothing either. */
  { what: 'incomingTexts', days: 90, since: 'it came in', action: 'delete' },
  /** Pictures and PDFs that were sent for a message nobody sent. */
  { what: 'looseFiles', days: 1, since: 'they were sent', action: 'delete' },
  /** What a group said to each other, with files, reports and moderation log. */
  {
    what: 'groupTalk',
    days: 365,
    since: 'the last message of a group that has finished',
    action: 'delete',
  },
  /** That somebody may be at risk: sealed to the end. */
  { what: 'concerns', days: 1_095, since: 'it was dealt with', action: 'delete' },
  /** Who was introduced to whom, and who said no: as long as the share of new ties looks back (M16). */
  { what: 'introductions', days: 365, since: 'it was over', action: 'delete' },
] as const

export type Forgotten = (typeof RETENTION)[number]['what']

const HOUR = 3_600_000

/**
 * A step that the worker may offer as often as it likes.
 *
 * @returns whether it is time; counts from the start of the last run, also of one that failed
 */
export function onceAnHour(): (now: number) => boolean {
  let last = Number.NEGATIVE_INFINITY
  return (now) => {
    if (now - last < HOUR) return false
    last = now
    return true
  }
}
