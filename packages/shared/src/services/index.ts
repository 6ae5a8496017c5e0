export { SERVICE_STATES, type ServiceState } from './services.states.ts'
