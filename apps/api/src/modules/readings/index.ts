export { readSoFar } from './readings.queries.ts'
export { readingsRoutes } from './readings.routes.ts'
export { remindOfReadings } from './usecases/answering.ts'
export { keepReaderClocks } from './usecases/few-readers.ts'
