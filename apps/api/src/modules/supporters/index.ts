export { refuse as refuseSupporters } from './supporters.errors.ts'
export { supportersRoutes } from './supporters.routes.ts'
export { noteAct, peopleHelpedSince, supportOf } from './usecases/acting.ts'
export {
  endForPerson,
  endOverdueSupport,
  endSupportGivenBy,
  endSupportsOf,
} from './usecases/ending.ts'
