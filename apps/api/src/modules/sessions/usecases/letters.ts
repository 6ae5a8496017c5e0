import type { RingAbout } from '@howcanwe/shared/sessions'
import type { Config } from '../../../config.ts'
import { type Database, inTurn } from '../../../db/database.ts'
import {
  factsFor,
  type GroupRow,
  groupById,
  type MemberRow,
  memberOf,
  memberReach,
  placeLink,
} from '../../codesign/index.ts'
import { enqueue, type Template, wordsIn } from '../../notifications/index.ts'
import * as p from '../queries/people.queries.ts'
import { type SessionRow, sessionIn } from '../queries/sessions.queries.ts'
import { movedUpLetter, type ToVoice } from '../sessions.words.ts'

interface Needs {
  config: Config
}

/** The session's page; the key behind the # opens the place there, and never reaches a server's log. */
export const sessionLink = (
  deps: Needs,
  session: Pick<SessionRow, 'id' | 'groupId'>,
  member: Pick<MemberRow, 'id' | 'keyVersion'>,
): string => {
  const [, key = ''] = placeLink(deps, member).split('#')
  return `${deps.config.origin}/groups/${session.groupId}/sessions/${session.id}#${key}`
}

interface Said<More> {
  template: `sessions.${string}` | 'codesign.session-announced'
  words: Template<ToVoice & More>
  about: RingAbout
  more: More
}

/** Writes to a member, or puts them on the list of whom to ring. */
export async function tellMember<More>(
  deps: Needs,
  tx: Database,
  to: { group: GroupRow; session: SessionRow; member: MemberRow },
  said: Said<More>,
): Promise<void> {
  const { group, session, member } = to
  const { placeId } = group
  const reach = memberReach(deps, group, member)
  if (!reach) {
    const ring = { placeId, sessionId: session.id, memberId: member.id, about: said.about }
    await p.toRing(tx, ring)
    return
  }
  const facts = {
    ...factsFor(deps, group, member.reference),
    session,
    open: sessionLink(deps, session, member),
    textBack: deps.config.textBack !== null,
    ...said.more,
  }
  const letter = wordsIn(said.words, member.language, facts)
  await enqueue(tx, { placeId, to: reach, template: said.template, letter })
}

/** The same to everybody in the list, one after the other. */
export const tellMembers = <More>(
  deps: Needs,
  tx: Database,
  at: { group: GroupRow; session: SessionRow; members: readonly MemberRow[] },
  said: Said<More>,
) => inTurn(at.members, (member) => tellMember(deps, tx, { ...at, member }, said))

/**
 * Tells whoever moved up from the queue, each once, whatever made room for them.
 *
 * @param sessionId of one session, or of any
 * @returns how many
 */
export async function tellMovedUp(deps: Needs, tx: Database, sessionId?: string): Promise<number> {
  const moved = await p.takeMovedUp(tx, sessionId)
  await inTurn(moved, async (reply) => {
    const facts = await reachOf(tx, reply)
    if (!facts || reply.answer !== 'yes') return
    await tellMember(deps, tx, facts, {
      template: 'sessions.moved-up',
      words: movedUpLetter,
      about: 'moved-up',
      more: {},
    })
  })
  return moved.length
}

async function reachOf(tx: Database, { sessionId, memberId }: p.ReplyRow) {
  const groupId = await p.groupOfSession(tx, sessionId)
  const group = groupId && (await groupById(tx, groupId))
  if (!group) return undefined
  const session = await sessionIn(tx, group.id, sessionId)
  const member = await memberOf(tx, group.id, memberId)
  return session && member ? { group, session, member } : undefined
}
