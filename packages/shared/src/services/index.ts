export { type PublishedService, publishedService } from './services.schemas.ts'
export { SERVICE_STATES, type ServiceState } from './services.states.ts'
