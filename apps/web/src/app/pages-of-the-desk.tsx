import { further } from './further-paths.ts'
import { Matched, mostExactFirst } from './matched.tsx'
import { page } from './page.tsx'
import { deskOfBrokers } from './pages-of-brokers.ts'
import { deskOfGroups } from './pages-of-group-desks.ts'
import { paths } from './paths.ts'

const pages = mostExactFirst([
  [
    paths.desk.path,
    page(
      () => import('./pages/desk-page.tsx').then((m) => m.DeskPage),
      ['challenges+desk', 'cohorts+clocks', 'rooms', 'cases'],
    ),
  ],
  [
    paths.newChallenge.path,
    page(
      () => import('./pages/new-challenge-page.tsx').then((m) => m.NewChallengePage),
      ['challenges+desk', 'problems'],
    ),
  ],
  [
    paths.editChallenge.path,
    page(
      () => import('./pages/edit-challenge-page.tsx').then((m) => m.EditChallengePage),
      [
        'challenges+desk',
        'readings+desk',
        'protections+check',
        'framing',
        'squeeze-outs',
        'ask-cost',
        'places',
        'problems',
      ],
    ),
  ],
  [
    paths.previewChallenge.path,
    page(
      () => import('./pages/preview-challenge-page.tsx').then((m) => m.PreviewChallengePage),
      ['challenges+desk', 'challenges+page', 'ask-cost', 'squeeze-outs'],
    ),
  ],
  [
    paths.myProtections.path,
    page(
      () => import('./pages/my-protections-page.tsx').then((m) => m.MyProtectionsPage),
      ['protections+desk'],
    ),
  ],
  [
    paths.newProtection.path,
    page(
      () => import('./pages/new-protection-page.tsx').then((m) => m.NewProtectionPage),
      ['protections+desk', 'problems'],
    ),
  ],
  [
    paths.editProtection.path,
    page(
      () => import('./pages/edit-protection-page.tsx').then((m) => m.EditProtectionPage),
      ['protections+desk', 'places', 'problems'],
    ),
  ],
  [
    paths.amendChallenge.path,
    page(
      () => import('./pages/amend-challenge-page.tsx').then((m) => m.AmendChallengePage),
      ['amendments', 'problems'],
    ),
  ],
  [
    paths.followReading.path,
    page(
      () => import('./pages/read-through-desk-page.tsx').then((m) => m.ReadThroughDeskPage),
      ['readings+desk', 'problems'],
    ),
  ],
  [
    paths.answerQuestions.path,
    page(
      () => import('./pages/answer-questions-page.tsx').then((m) => m.AnswerQuestionsPage),
      ['questions+desk', 'problems'],
    ),
  ],
  [
    paths.matches.path,
    page(
      () => import('./pages/matches-page.tsx').then((m) => m.MatchesPage),
      ['matching', 'invitations', 'organisations', 'places', 'problems'],
    ),
  ],
  [
    further.seedTogether.path,
    page(
      () => import('./pages/seed-together-page.tsx').then((m) => m.SeedTogetherPage),
      ['joint-interests', 'problems'],
    ),
  ],
  [
    paths.responses.path,
    page(
      () => import('./pages/responses-page.tsx').then((m) => m.ResponsesPage),
      ['cohorts+desk', 'organisations', 'problems'],
    ),
  ],
  [
    paths.roles.path,
    page(
      () => import('./pages/roles-desk-page.tsx').then((m) => m.RolesDeskPage),
      ['roles+desk', 'problems'],
    ),
  ],
  [
    further.setWeights.path,
    page(
      () => import('./pages/set-weights-page.tsx').then((m) => m.SetWeightsPage),
      ['match-weights', 'matching', 'problems'],
    ),
  ],
  [
    paths.organisationsDesk.path,
    page(
      () => import('./pages/organisations-desk-page.tsx').then((m) => m.OrganisationsDeskPage),
      ['organisations', 'places', 'problems'],
    ),
  ],
  [
    further.proposalsDesk.path,
    page(
      () => import('./pages/proposals-desk-page.tsx').then((m) => m.ProposalsDeskPage),
      ['proposals+desk', 'framing', 'problems'],
    ),
  ],
  [
    further.typeProposal.path,
    page(
      () => import('./pages/type-proposal-page.tsx').then((m) => m.TypeProposalPage),
      ['proposals+desk', 'framing', 'problems'],
    ),
  ],
  [
    further.coAuthors.path,
    page(
      () => import('./pages/co-authors-desk-page.tsx').then((m) => m.CoAuthorsDeskPage),
      ['proposals+desk', 'problems'],
    ),
  ],
  [
    further.answersOwed.path,
    page(
      () => import('./pages/answers-owed-page.tsx').then((m) => m.AnswersOwedPage),
      ['suggestions+desk', 'problems'],
    ),
  ],
  ...deskOfBrokers,
  ...deskOfGroups,
])

const notFound = page(() => import('./pages/not-found-page.tsx').then((m) => m.NotFoundPage))

/**
 * Pages of those who ask, broker, run groups and say who does. They come as one list when somebody opens the first of
 * them: most people never do, and the first view is not made to carry where they lead (decision 17).
 */
export function PagesOfTheDesk() {
  return <Matched pages={pages} otherwise={notFound} />
}
