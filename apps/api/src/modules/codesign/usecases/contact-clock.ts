import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { ringLateLetter, ringTodayLetter } from '../codesign.clock.words.ts'
import { type ContactStage, takeWaiting } from '../queries/contacting.queries.ts'
import { type GroupRow, groupById } from '../queries/groups.queries.ts'
import { tellBrokers, tellFacilitator } from './letters.ts'

type Needs = Pick<Deps, 'db' | 'config'>
const STAGES: readonly ContactStage[] = ['due', 'late']

/**
 * Sees to it that a person answers whoever joined within three working days (CD2, J-17): on the last day the
 * facilitator is reminded; when it is over, the brokers of the place are told as well, for the promise is the place's.
 *
 * @returns whether a letter was due
 */
export async function keepContactClock({ db, config }: Needs): Promise<boolean> {
  for (const stage of STAGES) {
    const written = await inTransaction(db, async (tx) => {
      const taken = await takeWaiting(tx, stage)
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
  { stage, waiting }: { stage: ContactStage; waiting: number },
): Promise<void> {
  const words = stage === 'due' ? ringTodayLetter : ringLateLetter
  await tellFacilitator(deps, tx, group, `codesign.ring-${stage}`, words, { waiting })
  if (stage !== 'late') return
  await tellBrokers(tx, group, 'codesign.ring-late', ringLateLetter, {
    group: group.name,
    desk: `${deps.config.origin}/groups/${group.id}`,
    zone: group.zone,
    waiting,
  })
}
