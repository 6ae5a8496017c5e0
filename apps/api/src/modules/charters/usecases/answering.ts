import type { OpenCharter } from '@howcanwe/shared/charters'
import { type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import {
  type Knock,
  memberOf,
  refuseGroup,
  requireOwnGroup,
  requireVoice,
} from '../../codesign/index.ts'
import { noteAct } from '../../supporters/index.ts'
import { refuse } from '../charters.errors.ts'
import * as q from '../queries/charters.queries.ts'
import { shownOpen } from './reading.ts'

interface Answer {
  /** The wording that was read. */
  version: number
  answer: 'agree' | 'not-yet'
  words: string
}
interface Answered extends Answer {
  groupId: string
  requestId: string
}

/**
 * Whether somebody can live with the charter. Changeable until it is settled; the trail says that a voice answered,
 * never what. It counts for the wording they read, and for no other.
 *
 * @throws codesign.no_place_here · charters.not_asked · charters.reworded · charters.words_missing
 */
export async function answer(deps: Deps, knock: Knock, said: Answered): Promise<OpenCharter> {
  return inTransaction(deps.db, async (tx) => {
    const voice = await requireVoice(tx, knock, said.groupId)
    const shown = await put(tx, { ...said, memberId: voice.memberId, placeId: voice.placeId })
    if (knock.actor) await noteAct(tx, knock.actor, 'supporters.answered-in-group')
    return shown
  })
}

/**
 * Writes down what somebody said by telephone, on paper or in the room.
 *
 * @throws codesign.group_not_found · codesign.member_not_found · charters.not_asked · charters.reworded ·
 * charters.words_missing
 */
export async function typeAnswer(
  deps: Deps,
  actor: Actor,
  said: Answered & { memberId: string },
): Promise<OpenCharter> {
  return inTransaction(deps.db, async (tx) => {
    const { placeId } = await requireOwnGroup(tx, actor, said.groupId)
    if (!(await memberOf(tx, said.groupId, said.memberId)))
      throw refuseGroup('codesign.member_not_found')
    await record(tx, {
      placeId,
      actorId: actor.personId,
      action: 'charters.answer-typed',
      subject: { kind: 'group_member', id: said.memberId },
      after: { groupId: said.groupId },
      requestId: said.requestId,
    })
    return put(tx, { ...said, placeId, typed: true })
  })
}

async function put(
  tx: Database,
  said: Answered & { memberId: string; placeId: string; typed?: boolean },
): Promise<OpenCharter> {
  if (said.answer === 'not-yet' && said.words === '')
    throw refuse('charters.words_missing', {
      fields: [{ pointer: '#/body/words', code: 'required' }],
    })
  const row = await q.openCharter(tx, said.groupId)
  if (row?.state !== 'asked') throw refuse('charters.not_asked')
  if (row.version !== said.version) throw refuse('charters.reworded')
  const { memberId, placeId, typed = false } = said
  const words = said.answer === 'agree' ? '' : said.words
  try {
    await q.putAnswer(tx, {
      charterId: row.id,
      memberId,
      placeId,
      answer: said.answer,
      words,
      typed,
    })
  } catch (error) {
    if (sqlState(error) === 'HW245') throw refuseGroup('codesign.no_place_here')
    if (sqlState(error) === 'HW244') throw refuse('charters.not_asked')
    throw error
  }
  return shownOpen(tx, row, typed ? undefined : memberId)
}
