import { further } from './further-paths.ts'
import { Matched, mostExactFirst, type Pages } from './matched.tsx'
import { page } from './page.tsx'
import { ofDraws } from './pages-of-draws.ts'
import { ofGroups } from './pages-of-groups.ts'
import { ofOneAnother } from './pages-of-one-another.ts'
import { ofResidents } from './pages-of-residents.ts'
import { paths } from './paths.ts'

/** A new page is two lines: its address in further-paths.ts, and here. Those with an address in paths.ts are linked to early. */
const list: Pages = [
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
    page(() => import('./pages/inbox-page.tsx').then((m) => m.InboxPage), ['identity', 'problems']),
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
  [
    paths.askQuestion.path,
    page(
      () => import('./pages/ask-question-page.tsx').then((m) => m.AskQuestionPage),
      ['questions', 'problems'],
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
    paths.beingRead.path,
    page(() => import('./pages/being-read-page.tsx').then((m) => m.BeingReadPage), ['readings']),
  ],
  [
    paths.today.path,
    page(
      () => import('./pages/today-page.tsx').then((m) => m.TodayPage),
      ['organisations', 'challenges', 'interests'],
    ),
  ],
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
    further.beginAgreement.path,
    page(
      () => import('./pages/begin-agreement-page.tsx').then((m) => m.BeginAgreementPage),
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
    further.matchingHere.path,
    page(
      () => import('./pages/matching-here-page.tsx').then((m) => m.MatchingHerePage),
      ['match-weights', 'matching'],
    ),
  ],
  [
    further.slip.path,
    page(() => import('./pages/slip-page.tsx').then((m) => m.SlipPage), ['typed', 'problems']),
  ],
  [
    further.paperOrganisation.path,
    page(
      () => import('./pages/paper-organisation-page.tsx').then((m) => m.PaperOrganisationPage),
      ['typed', 'organisations', 'places'],
    ),
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
  ...ofOneAnother,
  ...ofResidents,
  ...ofGroups,
  ...ofDraws,
]

const pages = mostExactFirst(list)
const notFound = page(() => import('./pages/not-found-page.tsx').then((m) => m.NotFoundPage))

/**
 * Pages few open first. The router comes here with every address it does not know itself, so the first view is not
 * made to carry where they lead (decision 17).
 */
export function PagesFurtherOn() {
  return <Matched pages={pages} otherwise={notFound} />
}
