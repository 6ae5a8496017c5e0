import { type Database, inTurn } from '../../../db/database.ts'
import { type GroupRow, groupById } from '../../codesign/index.ts'
import { enqueue, type Template, wordsIn } from '../../notifications/index.ts'
import { type SessionRow, takeReopened } from '../queries/sessions.queries.ts'
import { openAgainLetter } from '../sessions.running.words.ts'

interface Facts {
  group: string
  zone: string
  session: SessionRow
  plan: string
}

/** Writes to whoever runs the group, if they can be written to. */
export async function tellRunner<More>(
  { config }: { config: { origin: string } },
  tx: Database,
  at: { group: GroupRow; session: SessionRow },
  said: { template: `sessions.${string}`; words: Template<Facts & More>; more: More },
): Promise<void> {
  const { group, session } = at
  if (!group.facilitatorReach) return
  const plan = `${config.origin}/groups/${group.id}/sessions/${session.id}/plan`
  const letter = wordsIn(said.words, group.facilitatorLanguage, {
    group: group.name,
    zone: group.zone,
    session,
    plan,
    ...said.more,
  })
  await enqueue(tx, {
    placeId: group.placeId,
    to: group.facilitatorReach,
    template: said.template,
    letter,
  })
}

/**
 * Tells whoever runs a group of sessions in which something that was settled is open again: somebody said what they need,
 * joined with a need or comes after all, or the session moved. Each is told once.
 *
 * @param groupId of one group, or of any
 * @returns how many
 */
export async function tellReopened(
  deps: { config: { origin: string } },
  tx: Database,
  groupId?: string,
): Promise<number> {
  const again = await takeReopened(tx, groupId)
  await inTurn(again, async (session) => {
    const group = await groupById(tx, session.groupId)
    const letter = { template: 'sessions.open-again', words: openAgainLetter, more: {} } as const
    if (group) await tellRunner(deps, tx, { group, session }, letter)
  })
  return again.length
}
