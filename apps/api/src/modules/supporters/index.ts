export { refuse as refuseSupporters } from './supporters.errors.ts'
export { supportersRoutes } from './supporters.routes.ts'
export { noteAct, supportOf } from './usecases/acting.ts'
export { endForPerson, endOverdueSupport, endSupportsOf } from './usecases/ending.ts'
