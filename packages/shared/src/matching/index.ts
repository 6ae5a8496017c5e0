export { matchingContract } from './matching.contract.ts'
export {
  isSmall,
  type Match,
  match,
  PARTS,
  type Part,
  REASONS,
  type Reason,
  WEIGHTS,
} from './matching.schemas.ts'
