import { further } from './further-paths.ts'
import type { Pages } from './matched.tsx'
import { page } from './page.tsx'

const WORDS = ['decisions', 'problems']

/** What a group decides: for its members on a phone, for a wall, and for everybody. */
export const ofDecisions: Pages = [
  [
    further.decisions.path,
    page(() => import('./pages/decisions-page.tsx').then((m) => m.DecisionsPage), WORDS),
  ],
  [
    further.decision.path,
    page(() => import('./pages/decision-page.tsx').then((m) => m.DecisionPage), WORDS),
  ],
  [
    further.decisionScreen.path,
    page(() => import('./pages/decision-screen-page.tsx').then((m) => m.DecisionScreenPage), WORDS),
  ],
  [
    further.extraSession.path,
    page(
      () => import('./pages/extra-session-page.tsx').then((m) => m.ExtraSessionPage),
      [...WORDS, 'codesign+group'],
    ),
  ],
]
