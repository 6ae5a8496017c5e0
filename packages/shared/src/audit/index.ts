export { type ActionOf, AUDIT_ACTIONS, type AuditAction } from './audit.actions.ts'
export { auditContract } from './audit.contract.ts'
export { type Checkpoint, checkpoint, checkpoints, trailPage, trailQuery } from './audit.schemas.ts'
