import { further } from './further-paths.ts'
import type { Pages } from './matched.tsx'
import { page } from './page.tsx'
import { ofDecisions } from './pages-of-decisions.ts'
import { ofSessions } from './pages-of-sessions.ts'

const ROOM = ['codesign+group', 'codesign+room', 'problems']

/** Pages within a group: for its members, mostly without an account, and for whoever runs it. */
export const ofGroups: Pages = [
  ...ofDecisions,
  [
    further.myPlace.path,
    page(
      () => import('./pages/my-place-page.tsx').then((m) => m.MyPlacePage),
      [...ROOM, 'payments'],
    ),
  ],
  [
    further.room.path,
    page(() => import('./pages/group-room-page.tsx').then((m) => m.GroupRoomPage), ROOM),
  ],
  [
    further.enterMember.path,
    page(
      () => import('./pages/enter-member-page.tsx').then((m) => m.EnterMemberPage),
      [...ROOM, 'consents'],
    ),
  ],
  [
    further.texts.path,
    page(() => import('./pages/texts-page.tsx').then((m) => m.TextsPage), ['texts', 'problems']),
  ],
  [
    further.ownPay.path,
    page(
      () => import('./pages/own-pay-page.tsx').then((m) => m.OwnPayPage),
      ['payments', 'problems'],
    ),
  ],
  [
    further.groupPay.path,
    page(
      () => import('./pages/group-pay-page.tsx').then((m) => m.GroupPayPage),
      ['payments+desk', 'problems'],
    ),
  ],
  [
    further.charter.path,
    page(
      () => import('./pages/charter-page.tsx').then((m) => m.CharterPage),
      ['charters', 'problems'],
    ),
  ],
  [
    further.join.path,
    page(
      () => import('./pages/join-code-page.tsx').then((m) => m.JoinCodePage),
      ['group-paper', 'codesign+group', 'problems'],
    ),
  ],
  [
    further.joinWith.path,
    page(
      () => import('./pages/join-code-page.tsx').then((m) => m.JoinCodePage),
      ['group-paper', 'codesign+group', 'problems'],
    ),
  ],
  [
    further.paperOfGroup.path,
    page(
      () => import('./pages/group-paper-page.tsx').then((m) => m.GroupPaperPage),
      ['group-paper', 'codesign+group', 'problems'],
    ),
  ],
  [
    further.poster.path,
    page(
      () => import('./pages/poster-page.tsx').then((m) => m.PosterPage),
      ['group-paper', 'codesign+group', 'problems'],
    ),
  ],
  [
    further.inviteLetter.path,
    page(
      () => import('./pages/invite-letter-page.tsx').then((m) => m.InviteLetterPage),
      ['group-paper', 'typed', 'codesign+group', 'problems'],
    ),
  ],
  [
    further.joinForm.path,
    page(
      () => import('./pages/join-form-page.tsx').then((m) => m.JoinFormPage),
      ['group-paper', 'typed', 'codesign+group', 'consents', 'problems'],
    ),
  ],
  [
    further.easyRead.path,
    page(
      () => import('./pages/easy-read-page.tsx').then((m) => m.EasyReadPage),
      ['group-paper', 'codesign+group', 'problems'],
    ),
  ],
  [
    further.youSaid.path,
    page(
      () => import('./pages/you-said-page.tsx').then((m) => m.YouSaidPage),
      ['suggestions', 'problems'],
    ),
  ],
  [
    further.suggestions.path,
    page(
      () => import('./pages/suggestions-page.tsx').then((m) => m.SuggestionsPage),
      [...ROOM, 'suggestions'],
    ),
  ],
  [
    further.influence.path,
    page(
      () => import('./pages/influence-page.tsx').then((m) => m.InfluencePage),
      [...ROOM, 'suggestions'],
    ),
  ],
  ...ofSessions,
  [
    further.threads.path,
    page(
      () => import('./pages/threads-page.tsx').then((m) => m.ThreadsPage),
      ['conversations', 'problems'],
    ),
  ],
  [
    further.thread.path,
    page(
      () => import('./pages/thread-page.tsx').then((m) => m.ThreadPage),
      ['conversations', 'problems'],
    ),
  ],
  [
    further.moderation.path,
    page(
      () => import('./pages/moderation-page.tsx').then((m) => m.ModerationPage),
      ['conversations', 'problems'],
    ),
  ],
  [
    further.reports.path,
    page(
      () => import('./pages/reports-page.tsx').then((m) => m.ReportsPage),
      ['conversations', 'problems'],
    ),
  ],
  [
    further.worry.path,
    page(() => import('./pages/worry-page.tsx').then((m) => m.WorryPage), ['concerns', 'problems']),
  ],
  [
    further.safeguarding.path,
    page(
      () => import('./pages/safeguarding-desk-page.tsx').then((m) => m.SafeguardingDeskPage),
      ['concerns', 'problems'],
    ),
  ],
  [
    further.agendaSheet.path,
    page(
      () => import('./pages/agenda-sheet-page.tsx').then((m) => m.AgendaSheetPage),
      ['group-paper', 'sessions', 'typed', 'problems'],
    ),
  ],
  [
    further.homeworkSheet.path,
    page(
      () => import('./pages/homework-sheet-page.tsx').then((m) => m.HomeworkSheetPage),
      ['group-paper', 'suggestions', 'typed', 'problems'],
    ),
  ],
  [
    further.ballotSheet.path,
    page(
      () => import('./pages/ballot-sheet-page.tsx').then((m) => m.BallotSheetPage),
      ['group-paper', 'decisions', 'typed', 'problems'],
    ),
  ],
]
