import type { openDecision } from '@howcanwe/shared/decisions'
import { sql } from 'drizzle-orm'
import type * as z from 'zod/mini'
import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Knock } from '../../codesign/index.ts'
import type { VersionRow } from '../queries/decisions.queries.ts'
import * as write from '../queries/writing.queries.ts'
import { tellOpened } from './letters.ts'
import { move } from './moving.ts'
import { lastOf, type Whole } from './whole.ts'

/** The same words again, where too few answered the last time. */
async function versionToOpen(tx: Database, whole: Whole): Promise<VersionRow> {
  const last = lastOf(whole)
  if (last.result !== 'no-quorum') return last
  const { placeId, decisionId, text, reason, options, affects } = last
  return write.addVersion(tx, {
    ...{ placeId, decisionId, text, reason, options, affects },
    why: 'again',
  })
}

/**
 * Opens it for answers until a time of the database's clock, and writes to everybody who can be written to.
 *
 * @throws decisions.not_found · decisions.wrong_state · decisions.voice_missing · decisions.dates
 */
export const open = (
  deps: Deps,
  knock: Knock,
  {
    body,
    ...asked
  }: { decisionId: string; requestId: string; body: z.output<typeof openDecision> },
) =>
  move(deps, knock, asked, async (tx, whole, group) => {
    const version = await versionToOpen(tx, whole)
    const { closesAt, reviewOn } = body
    await write.setVersion(tx, version.id, {
      ...{ closesAt, reviewOn },
      openedAt: sql`clock_timestamp()`,
    })
    await write.setDecision(tx, whole.decision.id, { state: 'open' })
    await tellOpened(deps, tx, group, {
      ...{ text: version.text, closesAt, kind: whole.decision.kind },
    })
    const after = { version: version.number, closesAt: closesAt.toISOString(), reviewOn }
    return { action: 'decisions.opened', after }
  })
