import { further } from './further-paths.ts'
import { Matched, mostExactFirst, type Pages } from './matched.tsx'
import { page } from './page.tsx'

/** A new page is two lines: its address in further-paths.ts, and here. */
const list: Pages = [
  [
    further.agreements.path,
    page(
      () => import('./pages/agreements-page.tsx').then((m) => m.AgreementsPage),
      ['agreements', 'problems'],
    ),
  ],
  [
    further.agreement.path,
    page(
      () => import('./pages/agreement-page.tsx').then((m) => m.AgreementPage),
      ['agreements', 'problems'],
    ),
  ],
  [
    further.practices.path,
    page(
      () => import('./pages/practices-page.tsx').then((m) => m.PracticesPage),
      ['practices', 'places'],
    ),
  ],
  [
    further.practice.path,
    page(
      () => import('./pages/practice-page.tsx').then((m) => m.PracticePage),
      ['practices', 'places', 'problems'],
    ),
  ],
  [
    further.ourPractices.path,
    page(
      () => import('./pages/our-practices-page.tsx').then((m) => m.OurPracticesPage),
      ['practices', 'organisations', 'places', 'problems'],
    ),
  ],
  [
    further.support.path,
    page(
      () => import('./pages/support-page.tsx').then((m) => m.SupportPage),
      ['support-exchange', 'organisations', 'problems'],
    ),
  ],
  [
    further.hours.path,
    page(
      () => import('./pages/hours-page.tsx').then((m) => m.HoursPage),
      ['hours', 'organisations', 'problems'],
    ),
  ],
  [
    further.fitting.path,
    page(
      () => import('./pages/fitting-page.tsx').then((m) => m.FittingPage),
      ['matching+fitting', 'organisations', 'places', 'problems'],
    ),
  ],
  [
    further.slip.path,
    page(() => import('./pages/slip-page.tsx').then((m) => m.SlipPage), ['typed', 'problems']),
  ],
  [
    further.paper.path,
    page(
      () => import('./pages/paper-page.tsx').then((m) => m.PaperPage),
      ['typed', 'interests', 'organisations', 'problems'],
    ),
  ],
  [
    further.together.path,
    page(
      () => import('./pages/together-page.tsx').then((m) => m.TogetherPage),
      ['joint-interests', 'organisations', 'problems'],
    ),
  ],
  [
    further.startTogether.path,
    page(
      () => import('./pages/start-together-page.tsx').then((m) => m.StartTogetherPage),
      ['joint-interests', 'problems'],
    ),
  ],
  [
    further.map.path,
    page(
      () => import('./pages/map-page.tsx').then((m) => m.MapPage),
      ['actors', 'organisations', 'places'],
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

const pages = mostExactFirst(list)
const notFound = page(() => import('./pages/not-found-page.tsx').then((m) => m.NotFoundPage))

/**
 * Pages nobody opens first. The router comes here with every address it does not know itself, so the first view is not
 * made to carry where they lead.
 */
export function PagesFurtherOn() {
  return <Matched pages={pages} otherwise={notFound} />
}
