/** The importers' front door: reading official files, and what they need to know about places. */
export {
  isPostcode,
  normalisePostcode,
  outwardCode,
  suggestPostcode,
} from '../postcodes.rules.ts'
export { type Counts, noCounts, type OnProgress, type Progress } from './counts.ts'
export { isGssCode } from './gss-rows.ts'
export { placesWords, problemSentence, reportWords } from './import.words.ts'
export {
  filesAt,
  importPlaces,
  type LoadedFile,
  type PlacesOptions,
  type PlacesReport,
} from './import-places.ts'
export { alone } from './lock.ts'
export { isLoose, type Loose, looseList, looseText } from './loose.ts'
export { inspectTable, readTable, type TableFile } from './open-table.ts'
export { parseColumns } from './postcode-columns.ts'
export { ImportProblem, type ImportProblemCode, type RowFlaw } from './problem.ts'
export { readJson } from './read-json.ts'
export type { TableRow } from './records.ts'
export { type Refusal, Refusals, reasonOf } from './refusals.ts'
export { countLines, measuredLine, refusalLines } from './report.ts'
export { type Target, type Upserted, upsert } from './upsert.ts'
