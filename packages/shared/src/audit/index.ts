export { auditContract } from './audit.contract.ts'
export { type Checkpoint, checkpoint, checkpoints, trailPage, trailQuery } from './audit.schemas.ts'
