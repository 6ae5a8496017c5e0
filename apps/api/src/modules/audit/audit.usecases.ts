import type { AuditAction } from '@howcanwe/shared/audit'
import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { supporterNow } from '../../http/through.ts'
import { auditEvents } from './audit.table.ts'

export interface AuditEvent {
  placeId: string | null
  actorId: string | null
  action: AuditAction
  subject: { kind: string; id: string }
  before?: Record<string, unknown>
  after?: Record<string, unknown>
  requestId?: string
}

/**
 * Writes one event into the caller's own transaction: no change without its trail, no trail without its change.
 * Where somebody acts for the actor, the event says who pressed; what names nobody goes on naming nobody.
 */
export async function record(tx: Database, event: AuditEvent): Promise<void> {
  const supporterId = event.actorId === null ? undefined : supporterNow()
  await tx.insert(auditEvents).values({
    placeId: event.placeId,
    at: sql`clock_timestamp()`,
    actorId: event.actorId,
    action: event.action,
    subjectKind: event.subject.kind,
    subjectId: event.subject.id,
    before: event.before,
    after: supporterId ? { ...event.after, supporterId } : event.after,
    requestId: event.requestId,
  })
}
