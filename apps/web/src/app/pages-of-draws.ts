import { further } from './further-paths.ts'
import type { Pages } from './matched.tsx'
import { page } from './page.tsx'

/** How a group finds its people by draw: what anybody reads, one's own name, and the desk. */
export const ofDraws: Pages = [
  [
    further.draw.path,
    page(
      () => import('./pages/draw-page.tsx').then((m) => m.DrawPage),
      ['recruitment', 'problems'],
    ),
  ],
  [
    further.putName.path,
    page(
      () => import('./pages/put-name-page.tsx').then((m) => m.PutNamePage),
      ['recruitment', 'consents', 'problems'],
    ),
  ],
  [
    further.drawSlip.path,
    page(
      () => import('./pages/draw-slip-page.tsx').then((m) => m.DrawSlipPage),
      ['recruitment', 'problems'],
    ),
  ],
  [
    further.drawDesk.path,
    page(
      () => import('./pages/draw-desk-page.tsx').then((m) => m.DrawDeskPage),
      ['recruitment+desk', 'problems'],
    ),
  ],
  [
    further.enterName.path,
    page(
      () => import('./pages/enter-name-page.tsx').then((m) => m.EnterNamePage),
      ['recruitment', 'recruitment+desk', 'consents', 'problems'],
    ),
  ],
  [
    further.drawForm.path,
    page(
      () => import('./pages/draw-form-page.tsx').then((m) => m.DrawFormPage),
      ['recruitment+desk', 'typed', 'consents', 'problems'],
    ),
  ],
]
