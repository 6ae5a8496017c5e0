import { further } from './further-paths.ts'
import type { Pages } from './matched.tsx'
import { page } from './page.tsx'

const INSIDE = ['sessions', 'codesign+group', 'codesign+room', 'problems']
const DESK = ['sessions', 'sessions+desk', 'problems']

/** Sessions of a group: for its members, mostly without an account, and for whoever runs it. */
export const ofSessions: Pages = [
  [
    further.sessions.path,
    page(() => import('./pages/group-sessions-page.tsx').then((m) => m.GroupSessionsPage), INSIDE),
  ],
  [
    further.session.path,
    page(() => import('./pages/group-session-page.tsx').then((m) => m.GroupSessionPage), INSIDE),
  ],
  [
    further.sessionPlan.path,
    page(() => import('./pages/session-plan-page.tsx').then((m) => m.SessionPlanPage), DESK),
  ],
  [
    further.signInSheet.path,
    page(() => import('./pages/sign-in-sheet-page.tsx').then((m) => m.SignInSheetPage), DESK),
  ],
]
