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
    paths.kept.path,
    page(() => import('./pages/kept-page.tsx').then((m) => m.KeptPage), ['protections']),
  ],
  [
    paths.protection.path,
    page(
      () => import('./pages/protection-page.tsx').then((m) => m.ProtectionPage),
      ['protections'],
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
    paths.askQuestion.path,
    page(
      () => import('./pages/ask-question-page.tsx').then((m) => m.AskQuestionPage),
      ['questions', 'problems'],
    ),
  ],
  [
    paths.beingRead.path,
    page(() => import('./pages/being-read-page.tsx').then((m) => m.BeingReadPage), ['readings']),
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
  [paths.me.path, page(() => import('./pages/me-page.tsx').then((m) => m.MePage), ['identity+me'])],
  [
    paths.myPart.path,
    page(
      () => import('./pages/me-part-page.tsx').then((m) => m.MePartPage),
      ['identity+me', 'formats', 'passkeys', 'supporters', 'consents', 'problems'],
    ),
  ],
  [
    paths.inbox.path,
    page(() => import('./pages/inbox-page.tsx').then((m) => m.InboxPage), ['identity']),
  ],
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
      ['codesign+group'],
    ),
  ],
  [
    paths.today.path,
    page(
      () => import('./pages/today-page.tsx').then((m) => m.TodayPage),
      ['organisations', 'challenges', 'interests'],
    ),
  ],
  [
    paths.organisation.path,
    page(
      () => import('./pages/organisation-page.tsx').then((m) => m.OrganisationPage),
      ['organisations', 'places'],
    ),
  ],
  [
    paths.registerOrganisation.path,
    page(
      () =>
        import('./pages/organisation-register-page.tsx').then((m) => m.OrganisationRegisterPage),
      ['organisations', 'places'],
    ),
  ],
  [
    paths.capacity.path,
    page(() => import('./pages/capacity-page.tsx').then((m) => m.CapacityPage), ['organisations']),
  ],
  [
    paths.refreshCapacity.path,
    page(
      () => import('./pages/capacity-refresh-page.tsx').then((m) => m.CapacityRefreshPage),
      ['organisations', 'problems'],
    ),
  ],
  [
    paths.checkABrief.path,
    page(
      () => import('./pages/check-a-brief-page.tsx').then((m) => m.CheckABriefPage),
      ['squeeze-outs', 'problems'],
    ),
  ],
  [paths.help.path, page(() => import('./pages/help-page.tsx').then((m) => m.HelpPage), ['help'])],
  [
    paths.accessibility.path,
    page(() => import('./pages/accessibility-page.tsx').then((m) => m.AccessibilityPage), ['help']),
  ],
  [
    paths.privacy.path,
    page(() => import('./pages/privacy-page.tsx').then((m) => m.PrivacyPage), ['help']),
  ],
  [
    paths.decisions.path,
    page(
      () =>
        import('./pages/how-decisions-are-made-page.tsx').then((m) => m.HowDecisionsAreMadePage),
      ['help'],
    ),
  ],
  [
    paths.trail.path,
    page(() => import('./pages/trail-page.tsx').then((m) => m.TrailPage), ['audit']),
  ],
  [
    paths.styleguide.path,
    page(() => import('./pages/styleguide-page.tsx').then((m) => m.StyleguidePage), ['styleguide']),
  ],
  [
    `${paths.desk.path}/*`,
    page(() => import('./pages-of-the-desk.tsx').then((m) => m.PagesOfTheDesk)),
  ],
  [
    paths.peopleHere.path,
    page(() => import('./pages/people-here-page.tsx').then((m) => m.PeopleHerePage), ['roles']),
  ],
  [
    paths.myRoles.path,
    page(
      () => import('./pages/my-roles-page.tsx').then((m) => m.MyRolesPage),
      ['roles+mine', 'problems'],
    ),
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
