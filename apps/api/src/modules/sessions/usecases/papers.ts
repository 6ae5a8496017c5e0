import type { Paper, paperBody } from '@howcanwe/shared/sessions'
import type * as z from 'zod/mini'
import { inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import * as a from '../queries/agenda.queries.ts'
import { guarded, refuse } from '../sessions.errors.ts'
import { type At, recordRun, runsOn } from './inside.ts'
import { shownPaper } from './view.ts'

/**
 * Lets a paper go out: its summary in plain words, and the text or where it stands. Whether that is in time, the
 * database's clock says; late ones are read, and decided on another time (§4.2 [G]).
 *
 * @throws sessions.paper_empty · sessions.papers_after_agenda · sessions.other_items
 */
export async function addPaper(
  deps: Deps,
  actor: Actor,
  { body, requestId, ...at }: At & { body: z.output<typeof paperBody>; requestId: string },
): Promise<Paper> {
  if (!body.body && !body.link) throw refuse('sessions.paper_empty')
  return guarded(
    () =>
      inTransaction(deps.db, async (tx) => {
        const { group, session } = await runsOn(tx, actor, at)
        const { placeId, id: sessionId } = session
        const row = await a.addPaper(tx, { ...body, placeId, sessionId })
        const paper = shownPaper(session, row, group.facilitatorLanguage)
        const after = { itemId: body.itemId, inTime: paper.inTime }
        await recordRun(tx, actor, session, { action: 'paper-out', after, requestId })
        return paper
      }),
    { HW191: 'sessions.other_items' },
  )
}
