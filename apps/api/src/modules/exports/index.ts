export { themeNamed } from './exports.labels.ts'
export { exportsRoutes } from './exports.routes.ts'
export { asWritten } from './exports.table.rules.ts'
