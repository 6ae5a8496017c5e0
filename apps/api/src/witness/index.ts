export { acceptRecord } from './witness.accept.ts'
export { acceptWords } from './witness.accept.words.ts'
export { raise, readOnlyWatch, STILL_SENT } from './witness.alarm.ts'
export { witnessOne } from './witness.usecases.ts'
