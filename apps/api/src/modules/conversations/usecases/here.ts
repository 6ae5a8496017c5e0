import type { AboutMe } from '@howcanwe/shared/conversations'
import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import {
  type GroupRow,
  groupById,
  type Knock,
  memberOf,
  memberReach,
  requireVoice,
  runs,
  type Voice,
} from '../../codesign/index.ts'
import { refuseCodesign } from '../conversations.errors.ts'
import { hearingOf } from '../queries/hearing.queries.ts'
import * as m from '../queries/moderation.queries.ts'

/** Somebody within a group, and what they are there. */
export interface Here {
  group: GroupRow
  voice: Voice | undefined
  runs: boolean
  /** Runs the group, or was named by it. */
  looksAfter: boolean
  /** As whom they write: with a voice, or as whoever runs it. */
  who: { memberId: string | null; authorId: string | null }
}

/**
 * A group's conversation is for who takes part and for who runs it; to everybody else it is closed.
 *
 * @throws codesign.group_not_found · codesign.no_place_here
 */
export async function requireHere(db: Database, knock: Knock, groupId: string): Promise<Here> {
  const group = await groupById(db, groupId)
  if (!group) throw refuseCodesign('codesign.group_not_found')
  if (knock.actor && !knock.actor.supporter && runs(knock.actor, group)) {
    const who = { memberId: null, authorId: knock.actor.personId }
    return { group, voice: undefined, runs: true, looksAfter: true, who }
  }
  const voice = await requireVoice(db, knock, groupId)
  const named = await m.moderatorsOf(db, groupId)
  // Whoever acts for a moderator does not moderate.
  const looksAfter =
    voice.by !== 'supporter' && named.some((one) => one.memberId === voice.memberId)
  const who = { memberId: voice.memberId, authorId: null }
  return { group, voice, runs: false, looksAfter, who }
}

/** Whose something is. */
export const isOf = (
  { who }: Pick<Here, 'who'>,
  row: { memberId: string | null; authorId: string | null },
): boolean =>
  who.memberId
    ? row.memberId === who.memberId
    : row.memberId === null && row.authorId === who.authorId

/** Who pressed, where there is an account: for the trail. A place without one leaves no name in it. */
export const actorOf = ({ who }: Here): string | null => who.authorId

async function hears(deps: Deps, here: Here): Promise<AboutMe['hearing']> {
  const member = here.voice && (await memberOf(deps.db, here.group.id, here.voice.memberId))
  const to = member && memberReach(deps, here.group, member)
  if (!member || !to) return null
  const by = to.includes('@') ? 'email' : 'text'
  return { by, daily: await hearingOf(deps.db, member.id, by) }
}

export async function aboutMe(deps: Deps, knock: Knock, groupId: string): Promise<AboutMe> {
  const here = await requireHere(deps.db, knock, groupId)
  const { group, voice } = here
  return {
    group: {
      id: group.id,
      name: group.name,
      placeId: group.placeId,
      closed: group.state === 'closed',
    },
    firstName: voice?.firstName ?? group.facilitatorName ?? '',
    bloc: voice?.bloc ?? null,
    language: voice?.language ?? group.facilitatorLanguage,
    isMember: voice !== undefined,
    runs: here.runs,
    moderates: here.looksAfter,
    moderators: await m.moderatorsOf(deps.db, groupId),
    openReports: here.looksAfter ? await m.openReports(deps.db, groupId, here.who.memberId) : 0,
    hearing: await hears(deps, here),
  }
}
