import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { auditEvents } from './audit.table.ts'

export interface AuditEvent {
  placeId: string | null
  actorId: string | null
  action: `${string}.${string}`
  subject: { kind: string; id: string }
  before?: Record<string, unknown>
  after?: Record<string, unknown>
  requestId?: string
}

/** Writes one event into the caller's own transaction: no change without its trail, no trail without its change. */
export async function record(tx: Database, event: AuditEvent): Promise<void> {
  await tx.insert(auditEvents).values({
    placeId: event.placeId,
    at: sql`clock_timestamp()`,
    actorId: event.actorId,
    action: event.action,
    subjectKind: event.subject.kind,
    subjectId: event.subject.id,
    before: event.before,
    after: event.after,
    requestId: event.requestId,
  })
}
