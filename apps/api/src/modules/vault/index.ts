export { destroy, open, putAway, whoHas } from './vault.usecases.ts'
