import type { member as memberSchema } from '@howcanwe/shared/codesign'
import type * as z from 'zod/mini'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { open, whoHas } from '../../vault/index.ts'
import { refuse } from '../codesign.errors.ts'
import { runs } from '../codesign.policy.ts'
import { type GroupRow, groupById } from '../queries/groups.queries.ts'
import * as q from '../queries/members.queries.ts'

export type Member = z.output<typeof memberSchema>

/** The vault's name for what a resident needs to take part. */
export const NEEDS = 'codesign.needs'

type Formats = Awaited<ReturnType<typeof q.formatsIn>>

const shown = (m: q.MemberRow, withNeeds: Set<string>, formats: Formats): Member => ({
  id: m.id,
  reference: m.reference,
  firstName: m.firstName,
  contactBy: m.contactBy,
  contact: m.contact,
  ways: m.ways,
  hasNeeds: withNeeds.has(m.id),
  bloc: m.bloc,
  organisation: m.organisation,
  contactDueAt: m.state === 'joined' ? m.contactDueAt : null,
  formats: formats.get(m.id) ?? [],
  state: m.state,
  joinedAt: m.joinedAt,
})

/** What stands beside each name; how somebody likes to read is found by what they have proven theirs. */
async function withFacts(db: Database, rows: readonly q.MemberRow[]): Promise<Member[]> {
  const ids = rows.map((m) => m.id)
  const withNeeds = await whoHas(db, NEEDS, ids)
  const formats = await q.formatsIn(db, ids)
  return rows.map((m) => shown(m, withNeeds, formats))
}

export async function shownMember(db: Database, row: q.MemberRow): Promise<Member> {
  const [member] = await withFacts(db, [row])
  if (!member) throw new Error('one row gives one member')
  return member
}

/** For everyone but its own facilitator a group's people are not there. */
export async function requireOwnGroup(
  db: Database,
  actor: Actor,
  groupId: string,
): Promise<GroupRow> {
  const group = await groupById(db, groupId)
  if (!group || !runs(actor, group)) throw refuse('codesign.group_not_found')
  return group
}

export async function membersFor(db: Database, actor: Actor, groupId: string): Promise<Member[]> {
  await requireOwnGroup(db, actor, groupId)
  return withFacts(db, await q.membersOf(db, groupId))
}

interface OneMember {
  groupId: string
  memberId: string
  requestId: string
}

/**
 * Opens what one person needs. The reading is written into the trail, each time.
 *
 * @throws codesign.group_not_found · codesign.no_needs
 */
export async function readNeeds(
  deps: Deps,
  actor: Actor,
  { groupId, memberId, requestId }: OneMember,
): Promise<{ needs: string; saidAt: Date }> {
  return inTransaction(deps.db, async (tx) => {
    const { placeId } = await requireOwnGroup(tx, actor, groupId)
    if (!(await q.memberOf(tx, groupId, memberId))) throw refuse('codesign.no_needs')
    const context = { placeId, subjectId: memberId, field: NEEDS }
    const reader = { personId: actor.personId, requestId }
    const box = await open(tx, deps.config.vaultKey, context, reader)
    if (!box) throw refuse('codesign.no_needs')
    return { needs: box.text, saidAt: box.putAwayAt }
  })
}

/** @throws codesign.group_not_found · codesign.member_not_found */
export async function contacted(
  deps: Deps,
  actor: Actor,
  { groupId, memberId, requestId }: OneMember,
): Promise<Member> {
  return inTransaction(deps.db, async (tx) => {
    const { placeId } = await requireOwnGroup(tx, actor, groupId)
    const before = await q.memberOf(tx, groupId, memberId)
    if (!before) throw refuse('codesign.member_not_found')
    const after = await q.markContacted(tx, memberId)
    if (after)
      await record(tx, {
        placeId,
        actorId: actor.personId,
        action: 'codesign.member-contacted',
        subject: { kind: 'group_member', id: memberId },
        before: { state: before.state },
        after: { state: after.state },
        requestId,
      })
    return shownMember(tx, after ?? before)
  })
}
