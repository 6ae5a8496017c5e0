import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { type GroupRow, groupById, tellBrokers, tellFacilitator } from '../../codesign/index.ts'
import * as q from '../queries/texts.queries.ts'
import { textLateLetter, textWaitsLetter } from '../texts.words.ts'
import { textsPage } from './keep.ts'

type Needs = Pick<Deps, 'db' | 'config'>

/**
 * Sees to it that a person answers a text within three working days: on the last day whoever runs the group is
 * reminded; when it is over, the brokers of the place are told as well, for the promise is the place's.
 *
 * @returns whether a letter was due
 */
export async function keepTexts({ db, config }: Needs): Promise<boolean> {
  for (const stage of ['waits', 'late'] as const) {
    const written = await inTransaction(db, async (tx) => {
      const taken = await q.takeLate(tx, stage)
      const group = taken && (await groupById(tx, taken.groupId))
      if (taken && group) await tell({ db, config }, tx, group, { stage, waiting: taken.waiting })
      return taken !== undefined
    })
    if (written) return true
  }
  return false
}

async function tell(
  deps: Needs,
  tx: Database,
  group: GroupRow,
  { stage, waiting }: { stage: q.TextStage; waiting: number },
): Promise<void> {
  const facts = { texts: textsPage(deps, group.id), waiting }
  if (stage === 'waits') {
    const by = group.facilitatorLanguage === 'nl' ? 'vandaag' : 'today'
    await tellFacilitator(deps, tx, group, 'codesign.text-waits', textWaitsLetter, { ...facts, by })
    return
  }
  await tellFacilitator(deps, tx, group, 'codesign.text-late', textLateLetter, facts)
  const named = { ...facts, group: group.name }
  await tellBrokers(tx, group, 'codesign.text-late', textLateLetter, named)
}
