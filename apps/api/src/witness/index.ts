export { witnessOne } from './witness.usecases.ts'
