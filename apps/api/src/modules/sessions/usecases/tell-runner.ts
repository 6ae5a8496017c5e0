import type { Database } from '../../../db/database.ts'
import type { GroupRow } from '../../codesign/index.ts'
import { enqueue, type Template, wordsIn } from '../../notifications/index.ts'
import type { SessionRow } from '../queries/sessions.queries.ts'

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
