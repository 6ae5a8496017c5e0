import type { Bloc } from '@howcanwe/shared/codesign'
import { constraintOf, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { refuse } from '../codesign.errors.ts'
import * as q from '../queries/members.queries.ts'
import { type Member, requireOwnGroup, shownMember } from './members.ts'

interface Seat {
  groupId: string
  memberId: string
  bloc: Bloc
  organisation: string
  requestId: string
}

/**
 * Says which voice somebody sits with. Settled with the charter: after that the database refuses (HW167).
 *
 * @throws codesign.group_not_found · codesign.member_not_found · codesign.blocs_agreed · codesign.group_full
 */
export async function seat(deps: Deps, actor: Actor, to: Seat): Promise<Member> {
  try {
    return await inTransaction(deps.db, async (tx) => {
      const { placeId } = await requireOwnGroup(tx, actor, to.groupId)
      const before = await q.memberOf(tx, to.groupId, to.memberId)
      if (!before) throw refuse('codesign.member_not_found')
      const after = await q.setBloc(tx, to)
      if (!after) throw refuse('codesign.member_not_found')
      await record(tx, {
        placeId,
        actorId: actor.personId,
        action: 'codesign.seated',
        subject: { kind: 'group_member', id: to.memberId },
        before: { bloc: before.bloc },
        after: { bloc: after.bloc },
        requestId: to.requestId,
      })
      return shownMember(tx, after)
    })
  } catch (error) {
    if (sqlState(error) === 'HW167') throw refuse('codesign.blocs_agreed')
    if (constraintOf(error) === 'groups_never_overfilled') throw refuse('codesign.group_full')
    throw error
  }
}
