export {
  importRegister,
  type LoadedTable,
  type RegisterOptions,
  type RegisterReport,
} from './import/import-register.ts'
export {
  type Identifier,
  joinOrgId,
  KNOWN_LISTS,
  normaliseIdentifier,
  PREFERRED_LISTS,
  parseOrgId,
} from './register.identifiers.ts'
export { folded, tidy } from './register.names.ts'
export { entryById, type RegisterEntry } from './register.queries.ts'
export { withoutContacts } from './register.rules.ts'
export { type RegisterSearch, searchRegister } from './register.usecases.ts'
export { registerWords } from './register.words.ts'
