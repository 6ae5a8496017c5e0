export { themeNamed } from './exports.labels.ts'
export { exportsRoutes } from './exports.routes.ts'
export { asWritten, csvOf } from './exports.table.rules.ts'
