import { further } from './further-paths.ts'
import type { Pages } from './matched.tsx'
import { page } from './page.tsx'

/** Pages on which organisations find one another; a part of the list in pages-further-on.tsx. */
export const ofOneAnother: Pages = [
  [
    further.map.path,
    page(
      () => import('./pages/map-page.tsx').then((m) => m.MapPage),
      ['actors', 'new-ties', 'organisations', 'places', 'problems'],
    ),
  ],
  [
    further.mapOne.path,
    page(
      () => import('./pages/map-one-page.tsx').then((m) => m.MapOnePage),
      ['actors', 'organisations', 'organisations+funding', 'places', 'problems'],
    ),
  ],
  [
    further.mapEntry.path,
    page(
      () => import('./pages/map-entry-page.tsx').then((m) => m.MapEntryPage),
      ['actors+own', 'organisations', 'problems'],
    ),
  ],
  [
    further.introductions.path,
    page(
      () => import('./pages/introductions-page.tsx').then((m) => m.IntroductionsPage),
      ['introductions', 'problems'],
    ),
  ],
  [
    further.introductionLink.path,
    page(
      () => import('./pages/introduction-link-page.tsx').then((m) => m.IntroductionLinkPage),
      ['introductions', 'problems'],
    ),
  ],
  [
    further.stop.path,
    page(() => import('./pages/stop-page.tsx').then((m) => m.StopPage), ['alerts', 'problems']),
  ],
]
