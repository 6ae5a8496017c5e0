export { readSoFar } from './readings.queries.ts'
