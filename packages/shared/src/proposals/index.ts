import { proposalsContract as open } from './proposals.contract.ts'
import { proposalsDeskContract as desk } from './proposals.desk.contract.ts'

export type {
  CoAuthorComment,
  DeskProposal,
  OwnProposal,
  Similar,
} from './proposals.own.schemas.ts'
export {
  FEW,
  LEAST_SENTENCES,
  PROPOSAL_STATES,
  PROPOSAL_WORDING,
  type Proposal,
  type ProposalState,
  PUBLIC_STATES,
  type PublicState,
  proposalWords,
  putProposal,
  QUESTION_MAX,
  REACHED_BY,
  RETURN_REASONS,
  type ReturnReason,
  SHOWN_AS,
  type ShownAs,
  sentencesIn,
  supportProposal,
  typeProposal,
} from './proposals.schemas.ts'
export const proposalsContract = { ...open, ...desk } as const
