export { grantsTo } from './grants.queries.ts'
export { grantLines } from './grants.report.ts'
export { grantsWords } from './grants.words.ts'
export { type GrantsReport, importGrants } from './import-grants.ts'
