import type { ACTOR_KINDS } from '@howcanwe/shared/actors'
import type { QueueKind, Stage } from '@howcanwe/shared/cases'
import type { STATES } from '@howcanwe/shared/challenges'
import type { INTEREST_STATES, TOGETHER } from '@howcanwe/shared/interests'
import type { IntroductionState, Outcome } from '@howcanwe/shared/introductions'
import type { Part } from '@howcanwe/shared/matching'
import type {
  IncomeBand,
  Kind,
  Organisation,
  POSSIBLE_WITH,
  Sector,
  SKILLS,
} from '@howcanwe/shared/organisations'
import type { Theme } from '@howcanwe/shared/places'
import type { Copying, Evidence } from '@howcanwe/shared/practices'
import type { ProposalState } from '@howcanwe/shared/proposals'
import type { SuggestionState } from '@howcanwe/shared/suggestions'
import type { SupportKind, SupportState } from '@howcanwe/shared/support-exchange'

/** What a code is called. A code without a name does not compile. */
export interface Labels {
  themes: Readonly<Record<Theme, string>>
  sectors: Record<Sector, string>
  kinds: Record<Kind, string>
  bands: Record<IncomeBand, string>
  skills: Readonly<Record<(typeof SKILLS)[number], string>>
  possibleWith: Record<(typeof POSSIBLE_WITH)[number], string>
  organisationStates: Record<Organisation['state'], string>
  challengeStates: Record<(typeof STATES)[number], string>
  interestStates: Record<(typeof INTEREST_STATES)[number], string>
  together: Record<(typeof TOGETHER)[number], string>
  parts: Record<Part, string>
  queue: Record<QueueKind, string>
  stages: Record<Stage, string>
  introductionStates: Record<IntroductionState, string>
  outcomes: Record<Outcome, string>
  actorKinds: Record<(typeof ACTOR_KINDS)[number], string>
  supportKinds: Record<SupportKind, string>
  evidence: Record<Evidence, string>
  copying: Record<Copying, string>
  supportStates: Record<SupportState, string>
  proposalStates: Record<ProposalState, string>
  suggestionStates: Record<SuggestionState, string>
}
