export { matchingContract } from './matching.contract.ts'
export {
  DECISIONS,
  type FittingChallenge,
  type Gaps,
  isSmall,
  type Match,
  match,
  PARTS,
  type Part,
  REASONS,
  type Reason,
  type Standing,
  type Suggestions,
  WEIGHTS,
} from './matching.schemas.ts'
export {
  newWeights,
  type PlaceWeights,
  WEIGHT_RANGES,
  type WeightRange,
} from './weights.schemas.ts'
