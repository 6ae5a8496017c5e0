export { onceAnHour } from './retention.rules.ts'
export { forgetOld } from './retention.usecases.ts'
