import type { Database } from '../db/database.ts'
import { record } from '../modules/audit/index.ts'
import { matchDecisions } from '../modules/matching/decisions.table.ts'
import { type Ids, idOf } from './demo.ids.ts'

const SAID = [
  { body: 'nightshift', decision: 'kept', reason: '' },
  {
    body: 'wheels',
    decision: 'dismissed',
    reason: 'They rang: both buses are in repair until spring.',
  },
] as const

/** Ines went through who fits the question about the night bus: one kept, one folded away (BR2). */
export async function loadMatches(
  tx: Database,
  placeId: string,
  of: { asked: Ids; persons: Ids; bodies: Ids },
): Promise<void> {
  const challengeId = idOf(of.asked, 'nightbus')
  const ines = idOf(of.persons, 'ines')
  for (const { body, decision, reason } of SAID) {
    const organisationId = idOf(of.bodies, body)
    await tx
      .insert(matchDecisions)
      .values({ placeId, challengeId, organisationId, decision, reason, decidedBy: ines })
    await record(tx, {
      placeId,
      actorId: ines,
      action: `matching.${decision}`,
      subject: { kind: 'challenge', id: challengeId },
      after: { kind: 'organisation', candidateId: organisationId },
    })
  }
}
