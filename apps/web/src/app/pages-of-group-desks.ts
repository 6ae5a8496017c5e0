import { further } from './further-paths.ts'
import type { Pages } from './matched.tsx'
import { page } from './page.tsx'
import { paths } from './paths.ts'

/** Pages of those who run groups, pay what people are owed, or owe a group an answer; a part of pages-of-the-desk.tsx. */
export const deskOfGroups: Pages = [
  [
    further.payDesk.path,
    page(
      () => import('./pages/pay-desk-page.tsx').then((m) => m.PayDeskPage),
      ['payments+desk', 'problems'],
    ),
  ],
  [
    further.payBatch.path,
    page(
      () => import('./pages/pay-batch-page.tsx').then((m) => m.PayBatchPage),
      ['payments+desk', 'problems'],
    ),
  ],
  [
    further.payRules.path,
    page(
      () => import('./pages/pay-rules-page.tsx').then((m) => m.PayRulesPage),
      ['payments+desk', 'problems'],
    ),
  ],
  [
    further.decisionsDesk.path,
    page(
      () => import('./pages/decisions-desk-page.tsx').then((m) => m.DecisionsDeskPage),
      ['decisions', 'problems'],
    ),
  ],
  [
    paths.myGroups.path,
    page(
      () => import('./pages/my-groups-page.tsx').then((m) => m.MyGroupsPage),
      ['codesign+group', 'codesign+room', 'formats', 'problems'],
    ),
  ],
  [
    paths.newGroup.path,
    page(
      () => import('./pages/start-group-page.tsx').then((m) => m.StartGroupPage),
      ['codesign+group'],
    ),
  ],
]
