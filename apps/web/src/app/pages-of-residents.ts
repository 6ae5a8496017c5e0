import { further } from './further-paths.ts'
import type { Pages } from './matched.tsx'
import { page } from './page.tsx'

/** Questions residents put on the table; a part of the list in pages-further-on.tsx. */
export const ofResidents: Pages = [
  [
    further.proposals.path,
    page(
      () => import('./pages/proposals-page.tsx').then((m) => m.ProposalsPage),
      ['proposals', 'problems'],
    ),
  ],
  [
    further.putProposal.path,
    page(
      () => import('./pages/put-proposal-page.tsx').then((m) => m.PutProposalPage),
      ['proposals', 'framing', 'problems'],
    ),
  ],
  [
    further.proposal.path,
    page(
      () => import('./pages/proposal-page.tsx').then((m) => m.ProposalPage),
      ['proposals', 'problems'],
    ),
  ],
  [
    further.supportSheet.path,
    page(
      () => import('./pages/support-sheet-page.tsx').then((m) => m.SupportSheetPage),
      ['proposals', 'typed', 'problems'],
    ),
  ],
  [
    further.ownProposal.path,
    page(
      () => import('./pages/own-proposal-page.tsx').then((m) => m.OwnProposalPage),
      ['proposals', 'problems'],
    ),
  ],
  [
    further.proposalSupport.path,
    page(
      () => import('./pages/proposal-support-page.tsx').then((m) => m.ProposalSupportPage),
      ['proposals', 'problems'],
    ),
  ],
]
