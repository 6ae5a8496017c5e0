import { dueAfter } from '@howcanwe/shared/places'
import { v7 } from 'uuid'
import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { record } from '../../audit/index.ts'
import {
  CONTACT_WITHIN,
  databaseNow,
  dayOf,
  factsFor,
  type GroupRow,
  groupById,
  type MemberRow,
  memberReach,
  tellFacilitator,
} from '../../codesign/index.ts'
import { enqueue, wordsIn } from '../../notifications/index.ts'
import { calendarOf } from '../../places/index.ts'
import { putAway } from '../../vault/index.ts'
import * as q from '../queries/texts.queries.ts'
import { keptLetter, textWaitsLetter } from '../texts.words.ts'
import type { Came } from './came.ts'

/** The vault's name for what a text says and where it came from. */
export const WORDS = 'texts.words'

export const textsPage = ({ config }: Pick<Deps, 'config'>, groupId: string): string =>
  `${config.origin}/groups/${groupId}/texts`

/** The last day on which the promise holds, in the group's place. */
export const lastDay = (language: string, { zone }: Pick<GroupRow, 'zone'>, dueAt: Date): string =>
  dayOf(language === 'nl' ? 'nl' : 'en', zone, new Date(dueAt.getTime() - 1))

/**
 * Puts a text away for whoever runs the group, who is told when it is the first that waits. A person answers within
 * three working days, as they do whoever joins (J-17).
 *
 * @returns by when; undefined where one from this number waits already, to which nothing more is said back
 */
export async function keep(
  deps: Deps,
  tx: Database,
  group: GroupRow,
  came: Came & { memberId: string | null },
): Promise<Date | undefined> {
  const { number, numberHash, text, memberId } = came
  const before = await q.waitingOf(tx, { numberHash })
  const { id: groupId, placeId } = group
  const id = v7()
  const dueAt = dueAfter(await calendarOf(tx, placeId), await databaseNow(tx), CONTACT_WITHIN)
  await q.addText(tx, { id, placeId, groupId, memberId, numberHash, dueAt })
  const box = { placeId, subjectId: id, field: WORDS }
  await putAway(tx, deps.config.vaultKey, box, JSON.stringify({ text, number }))
  await record(tx, {
    placeId,
    actorId: null,
    action: 'texts.came-in',
    subject: { kind: 'incoming_text', id },
    after: { groupId },
  })
  const waiting = await q.waitingOf(tx, { groupId })
  if (waiting === 1)
    await tellFacilitator(deps, tx, group, 'codesign.text-waits', textWaitsLetter, {
      texts: textsPage(deps, groupId),
      by: lastDay(group.facilitatorLanguage, group, dueAt),
      waiting,
    })
  return before === 0 ? dueAt : undefined
}

/** What somebody of the group wrote that no machine may decide. */
export async function keepForPerson(
  deps: Deps,
  tx: Database,
  { member, ...came }: Came & { groupId: string; member: MemberRow },
): Promise<void> {
  const group = await groupById(tx, came.groupId)
  if (!group) return
  const dueAt = await keep(deps, tx, group, { ...came, memberId: member.id })
  const to = dueAt && memberReach(deps, group, member)
  if (!to) return
  const letter = wordsIn(keptLetter, member.language, {
    ...factsFor(deps, group, member.reference),
    facilitator: group.facilitatorName ?? '',
    by: lastDay(member.language, group, dueAt),
  })
  await enqueue(tx, { placeId: group.placeId, to, template: 'codesign.text-answered', letter })
}
