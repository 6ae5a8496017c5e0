export { type AuditEvent, record } from './audit.usecases.ts'
