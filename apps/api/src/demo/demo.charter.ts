import { eq } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { charters } from '../modules/charters/charters.table.ts'
import { groups } from '../modules/codesign/codesign.table.ts'
import { daysAgo } from './demo.ids.ts'

/** What the respite group agreed with itself before it decided anything (CD1). */
export async function addCharter(
  tx: Database,
  at: { placeId: string; groupId: string; yusuf: string },
): Promise<void> {
  const { placeId, groupId, yusuf } = at
  const [group] = await tx.select().from(groups).where(eq(groups.id, groupId))
  if (!group) return
  const { rung, decides, shapes, fixed, answersBy } = group
  await tx.insert(charters).values({
    ...{ placeId, groupId, version: 1, state: 'agreed', writtenBy: yusuf },
    ...{ askedAt: daysAgo(43), agreedAt: daysAgo(41) },
    text: {
      ...{ rung, decides, shapes, fixed, answersBy },
      rules: 'One speaks, the others listen. Whoever has to leave for home leaves, without a word.',
      meeting: 'Every three weeks on a Tuesday evening, two hours, with a break after the first.',
      expect:
        'About four hours a month, papers read for you if you like. We ask nothing of your health.',
      equality: 'Each voice weighs a third, however many people sit there.',
      diversity: 'Drawn from three parts of town, so that Elmside is heard as much as Northgate.',
      access: 'No step. Somebody takes over at home. Large print, and a link for who cannot leave.',
      reciprocity: 'Paid by the hour or not at all, as you choose. Fares before you set out.',
    },
  })
}
