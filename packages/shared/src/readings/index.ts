export { READS_AS, readsAs } from './readings.schemas.ts'
