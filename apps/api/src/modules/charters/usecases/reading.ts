import type { Charter, CharterText, OpenCharter } from '@howcanwe/shared/charters'
import type { Database } from '../../../db/database.ts'
import {
  type GroupRow,
  groupById,
  type Knock,
  refuseGroup,
  runs,
  voiceIn,
} from '../../codesign/index.ts'
import { voiceAgrees, withEmpty } from '../charters.rules.ts'
import * as q from '../queries/charters.queries.ts'

export const shownCharter = (row: q.CharterRow): Charter => ({
  id: row.id,
  version: row.version,
  state: row.state,
  text: row.text,
  askedAt: row.askedAt,
  agreedAt: row.agreedAt,
})

/** One that is being answered, with how far each voice has come; `memberId` is whose own answer is shown. */
export async function shownOpen(
  db: Database,
  row: q.CharterRow,
  memberId: string | undefined,
): Promise<OpenCharter> {
  const voices = withEmpty(await q.countVoices(db, row))
  const mine = memberId ? await q.answerOf(db, row.id, memberId) : undefined
  return {
    charter: shownCharter(row),
    voices: voices.map((voice) => ({ ...voice, agreed: voice.members > 0 && voiceAgrees(voice) })),
    wishes: await q.wishesFor(db, row.id),
    mine: mine ?? null,
  }
}

/** @throws codesign.group_not_found */
export async function agreedFor(
  db: Database,
  groupId: string,
): Promise<{ agreed: Charter | null }> {
  if (!(await groupById(db, groupId))) throw refuseGroup('codesign.group_not_found')
  const row = await q.agreedCharter(db, groupId)
  return { agreed: row ? shownCharter(row) : null }
}

const beginWith = (group: GroupRow): CharterText => ({
  rung: group.rung,
  decides: group.decides,
  shapes: group.shapes,
  fixed: group.fixed,
  answersBy: group.answersBy,
  rules: '',
  meeting: '',
  expect: '',
  equality: '',
  diversity: '',
  access: '',
  reciprocity: '',
})

/**
 * The charter being written or answered. A draft is for whoever runs the group; members see it once they are asked.
 *
 * @throws codesign.group_not_found · codesign.no_place_here
 */
export async function openFor(db: Database, knock: Knock, groupId: string) {
  const group = await groupById(db, groupId)
  if (!group) throw refuseGroup('codesign.group_not_found')
  const isFacilitator = knock.actor !== undefined && runs(knock.actor, group)
  const voice = await voiceIn(db, knock, groupId)
  if (!voice && !isFacilitator) throw refuseGroup('codesign.no_place_here')
  const row = await q.openCharter(db, groupId)
  const isSeen = row && (row.state === 'asked' || isFacilitator)
  const agreed = isFacilitator && !row ? await q.agreedCharter(db, groupId) : undefined
  return {
    open: isSeen ? await shownOpen(db, row, voice?.memberId) : null,
    begin: isFacilitator && !row ? (agreed?.text ?? beginWith(group)) : null,
    runs: isFacilitator,
  }
}
