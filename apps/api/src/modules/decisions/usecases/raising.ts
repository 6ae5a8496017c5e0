import type { clarifyDecision, raiseDecision } from '@howcanwe/shared/decisions'
import type * as z from 'zod/mini'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { GroupRow, Knock } from '../../codesign/index.ts'
import { kept } from '../decisions.refused.ts'
import { notBeforeOf } from '../queries/decisions.queries.ts'
import * as write from '../queries/writing.queries.ts'
import { tellWords } from './letters.ts'
import { lookerOf, readFor } from './looking.ts'
import { move, moved } from './moving.ts'
import { lastOf, requireGroup, type Whole } from './whole.ts'

type Raised = z.output<typeof raiseDecision>
type Clear = z.output<typeof clarifyDecision>

const words = ({
  text,
  why,
  options,
  affects,
}: Pick<Clear, 'text' | 'why' | 'options' | 'affects'>) => ({
  text,
  reason: why,
  options,
  affects,
})

/**
 * Proposes something: a member with their own voice, or whoever runs the group for a voice they name.
 *
 * @throws codesign.group_not_found · codesign.no_place_here · decisions.no_charter
 */
export async function raise(
  deps: Deps,
  knock: Knock,
  { groupId, body, requestId }: { groupId: string; body: Raised; requestId: string },
) {
  const { db } = deps
  const { placeId } = await requireGroup(db, groupId)
  const { voice } = await lookerOf(db, knock, groupId)
  const origin = voice?.bloc ?? body.origin ?? 'residents'
  const id = await kept(() =>
    inTransaction(db, async (tx) => {
      const decision = await write.addDecision(tx, { placeId, groupId, kind: body.kind, origin })
      const of = { placeId, decisionId: decision.id, why: 'first' as const }
      await write.addVersion(tx, { ...of, ...words(body) })
      const actorId = voice ? voice.actorId : (knock.actor?.personId ?? null)
      const after = { origin, kind: body.kind }
      await moved(tx, { decision }, { action: 'decisions.raised', after }, { actorId, requestId })
      return decision.id
    }),
  )
  return readFor(deps, knock, id)
}

/** New words, or proposed and now clear: everybody who is asked gets them, and the five working days begin. */
async function handOut(deps: Deps, tx: Database, whole: Whole, body: Clear, group: GroupRow) {
  const last = lastOf(whole)
  const before = { text: last.text, why: last.reason, options: last.options, affects: last.affects }
  const isNew =
    whole.decision.state === 'raised' ||
    Object.entries(before).some(([name, was]) => was !== body[name as keyof typeof before])
  const notBefore = await notBeforeOf(tx, last.id)
  const { text, why, kind } = body
  if (isNew && notBefore) await tellWords(deps, tx, group, { text, why, kind, notBefore })
}

/**
 * Puts it so that everybody understands it, and hands the words out as its paper.
 *
 * @throws decisions.not_found · decisions.wrong_state · decisions.residents_alone
 */
export const clarify = (
  deps: Deps,
  knock: Knock,
  { body, ...asked }: { decisionId: string; requestId: string; body: Clear },
) =>
  move(deps, knock, asked, async (tx, whole, group) => {
    const { kind, bodyDecides } = body
    await write.setVersion(tx, lastOf(whole).id, words(body))
    const isFirst = whole.decision.state === 'raised' || whole.decision.state === 'clarified'
    if (isFirst)
      await write.setDecision(tx, whole.decision.id, { state: 'clarified', kind, bodyDecides })
    await handOut(deps, tx, whole, body, group)
    return { action: 'decisions.clarified', after: { kind, bodyDecides } }
  })

/**
 * The next version, with objections taken in: one integrating round.
 *
 * @throws decisions.not_found · decisions.wrong_state · decisions.objections_open
 */
export const rewrite = (
  deps: Deps,
  knock: Knock,
  {
    body,
    ...asked
  }: {
    decisionId: string
    requestId: string
    body: Pick<Clear, 'text' | 'why' | 'options' | 'affects'>
  },
) =>
  move(deps, knock, asked, async (tx, whole) => {
    const { id: decisionId, placeId } = whole.decision
    const of = { placeId, decisionId, why: 'integrated' as const }
    const next = await write.addVersion(tx, { ...of, ...words(body) })
    await write.setDecision(tx, decisionId, { state: 'integrating' })
    return { action: 'decisions.rewritten', after: { version: next.number } }
  })
