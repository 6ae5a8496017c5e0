import type { STATES } from '@howcanwe/shared/challenges'
import type { INTEREST_STATES, TOGETHER } from '@howcanwe/shared/interests'
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

/** What a code is called. A code without a name does not compile. */
export interface Labels {
  themes: Record<Theme, string>
  sectors: Record<Sector, string>
  kinds: Record<Kind, string>
  bands: Record<IncomeBand, string>
  skills: Record<(typeof SKILLS)[number], string>
  possibleWith: Record<(typeof POSSIBLE_WITH)[number], string>
  organisationStates: Record<Organisation['state'], string>
  challengeStates: Record<(typeof STATES)[number], string>
  interestStates: Record<(typeof INTEREST_STATES)[number], string>
  together: Record<(typeof TOGETHER)[number], string>
  parts: Record<Part, string>
}
