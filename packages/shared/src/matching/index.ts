export { matchingContract } from './matching.contract.ts'
export {
  type Match,
  match,
  PARTS,
  type Part,
  REASONS,
  type Reason,
  WEIGHTS,
} from './matching.schemas.ts'
