/** The importers' front door: reading official files, and what they need to know about places. */
export {
  isPostcode,
  normalisePostcode,
  outwardCode,
  suggestPostcode,
} from '../postcodes.rules.ts'
export { inspectTable, readTable, type TableFile } from './open-table.ts'
export { ImportProblem, type ImportProblemCode, type RowFlaw } from './problem.ts'
export type { TableRow } from './records.ts'
