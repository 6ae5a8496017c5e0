/**
 * A new page is two lines: its address in paths.ts, and here (or in pages-of-the-desk.tsx, or in pages-further-on.tsx)
 *
 *   [paths.help.path, page(() => import('./pages/help-page.tsx').then((m) => m.HelpPage), ['help'])],
 *
 * The list at the end of the line names the catalogues in src/words/<language>/ that the page reads; a part such
 * as `challenges+desk` brings `challenges` along and is read under that name. A page that
 * asks for sign-in draws itself inside `<SignedIn roles={['commissioner']}>`. The more exact
 * address wins, whatever the order.
 */
import { Suspense } from 'react'
import { Loading } from '../ui/index.ts'
import { Layout } from './layout.tsx'
import { Matched, mostExactFirst } from './matched.tsx'
import { page } from './page.tsx'
import { paths } from './paths.ts'

const pages = mostExactFirst([
  [
    paths.home.path,
    page(
      () => import('./pages/home-page.tsx').then((m) => m.HomePage),
      ['home', 'challenges', 'codesign'],
    ),
  ],
  [
    paths.challenges.path,
    page(
      () => import('./pages/challenges-page.tsx').then((m) => m.ChallengesPage),
      ['challenges+list', 'places'],
    ),
  ],
  [
    paths.challenge.path,
    page(
      () => import('./pages/challenge-page.tsx').then((m) => m.ChallengePage),
      [
        'challenges+page',
        'codesign',
        'cohorts',
        'questions',
        'ask-cost',
        'squeeze-outs',
        'times',
        'amendments',
      ],
    ),
  ],
  [
    paths.place.path,
    page(
      () => import('./pages/place-page.tsx').then((m) => m.PlacePage),
      ['places+page', 'protections'],
    ),
  ],
  [
    paths.interest.path,
    page(
      () => import('./pages/express-interest-page.tsx').then((m) => m.ExpressInterestPage),
      ['interests+answer', 'times', 'organisations', 'problems', 'cohorts+mine'],
    ),
  ],
  [
    paths.readThrough.path,
    page(
      () => import('./pages/read-through-page.tsx').then((m) => m.ReadThroughPage),
      ['readings', 'problems'],
    ),
  ],
  [
    paths.signIn.path,
    page(() => import('./pages/sign-in-page.tsx').then((m) => m.SignInPage), ['identity']),
  ],
  [
    paths.signInLink.path,
    page(() => import('./pages/sign-in-link-page.tsx').then((m) => m.SignInLinkPage), ['identity']),
  ],
  [paths.welcome.path, page(() => import('./pages/welcome-page.tsx').then((m) => m.WelcomePage))],
  [
    paths.groups.path,
    page(() => import('./pages/groups-page.tsx').then((m) => m.GroupsPage), ['codesign+group']),
  ],
  [
    paths.group.path,
    page(() => import('./pages/group-page.tsx').then((m) => m.GroupPage), ['codesign+group']),
  ],
  [
    paths.joinGroup.path,
    page(
      () => import('./pages/join-group-page.tsx').then((m) => m.JoinGroupPage),
      ['codesign+group'],
    ),
  ],
  [
    paths.leaveGroup.path,
    page(
      () => import('./pages/leave-group-page.tsx').then((m) => m.LeaveGroupPage),
      ['codesign+group', 'payments', 'problems'],
    ),
  ],
  [paths.help.path, page(() => import('./pages/help-page.tsx').then((m) => m.HelpPage), ['help'])],
  [
    `${paths.desk.path}/*`,
    page(() => import('./pages-of-the-desk.tsx').then((m) => m.PagesOfTheDesk)),
  ],
])

const furtherOn = page(() => import('./pages-further-on.tsx').then((m) => m.PagesFurtherOn))

/** All pages inside the one layout; works under any of React Router's routers, the server's too. */
export function AppRoutes() {
  return (
    <Layout>
      <Suspense fallback={<Loading />}>
        <Matched pages={pages} otherwise={furtherOn} />
      </Suspense>
    </Layout>
  )
}
