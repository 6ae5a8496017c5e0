import {
  bandOfMajority,
  type JointInterest,
  type JointMember,
  missingIn,
} from '@howcanwe/shared/joint-interests'
import type { Database } from '../../../db/database.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse } from '../joint-interests.errors.ts'
import { readsAs, readsParts, standsFor } from '../joint-interests.policy.ts'
import * as q from '../joint-interests.queries.ts'

/** One answer together with everybody in it. */
export interface Joint extends q.WholeJoint {
  members: q.MemberRow[]
}

export const joinedIn = (joint: Joint): q.MemberRow[] =>
  joint.members.filter((m) => m.member.state === 'joined')

export const hasAgreed = (joint: Joint, { member }: q.MemberRow): boolean =>
  member.agreedVersion === joint.joint.termsVersion

/** What still stands between it and sending. */
export const missingOf = (joint: Joint) =>
  missingIn(
    { purpose: joint.joint.purpose, offeredPence: joint.challenge.offeredPence },
    joinedIn(joint).map((row) => ({ ...row.member, agreed: hasAgreed(joint, row) })),
  )

export async function jointWith(db: Database, id: string): Promise<Joint | undefined> {
  const joint = await q.jointById(db, id)
  return joint && { ...joint, members: await q.membersOf(db, [id]) }
}

function shownMember(joint: Joint, row: q.MemberRow, reads: boolean, mine: string): JointMember {
  const { member, organisation } = row
  const { part, role, hoursPerMonth, pence, nameOnly, conflict, conflictNote } = member
  const share = { part, role, hoursPerMonth, pence, nameOnly, conflict, conflictNote }
  return {
    organisation: { id: organisation.id, name: organisation.name, sector: organisation.sector },
    state: member.state,
    convenor: joint.joint.convenorId === organisation.id,
    ours: organisation.id === mine,
    share: member.state === 'joined' && reads ? share : null,
    agreed: reads && member.state === 'joined' && hasAgreed(joint, row),
  }
}

function rightsIn(joint: Joint, mine: q.MemberRow): JointInterest['can'] {
  const { state } = joint.joint
  const on = joint.open && state !== 'ended'
  const joined = on && mine.member.state === 'joined'
  const convene = joined && joint.joint.convenorId === mine.organisation.id
  const newer = joint.joint.sentTermsVersion !== joint.joint.termsVersion
  return {
    answer: on && mine.member.state === 'invited',
    write: joined,
    agree: joined && !hasAgreed(joint, mine),
    leave: joined && state === 'forming',
    convene: convene,
    send: convene && missingOf(joint).length === 0 && (state === 'forming' || newer),
    takeBack: convene && state === 'submitted',
  }
}

type Terms = Pick<
  JointInterest,
  | 'state'
  | 'purpose'
  | 'fromWhen'
  | 'need'
  | 'needNote'
  | 'rules'
  | 'termsVersion'
  | 'missing'
  | 'sent'
  | 'countsAs'
>

/** What all say together as it stands, for whoever is in it. */
function termsNow(joint: Joint): Terms {
  const { state, purpose, fromWhen, need, needNote, rules, termsVersion } = joint.joint
  const bands = joinedIn(joint).map((m) => m.organisation.incomeBand)
  const { sent } = joint
  return {
    ...{ state, purpose, fromWhen, need, needNote, rules, termsVersion },
    missing: missingOf(joint),
    sent:
      sent && sent.state !== 'withdrawn'
        ? { interestId: sent.id, at: sent.at, termsVersion: joint.joint.sentTermsVersion ?? 0 }
        : null,
    countsAs: bands.length >= 2 ? bandOfMajority(bands) : null,
  }
}

/** What was said when one was asked, the same before and after sending: whoever is asked may answer against it (S-02). */
const termsAsAsked = ({ member }: q.MemberRow): Terms => ({
  state: 'forming',
  purpose: member.askedPurpose,
  fromWhen: null,
  need: [],
  needNote: '',
  rules: '',
  termsVersion: 1,
  missing: [],
  sent: null,
  countsAs: null,
})

/** As one of those asked or part of it reads it. */
export function shown(joint: Joint, organisationId: string): JointInterest {
  const mine = joint.members.find((m) => m.organisation.id === organisationId)
  if (!mine) throw refuse('joint-interests.not_found')
  const reads = readsParts(mine.member.state)
  return {
    id: joint.joint.id,
    ...(reads ? termsNow(joint) : termsAsAsked(mine)),
    challenge: joint.challenge,
    // Whoever said no or left is nobody's business any more.
    members: joint.members
      .filter((m) => m.member.state === 'joined' || m.member.state === 'invited')
      .map((row) => shownMember(joint, row, reads, organisationId)),
    mine: {
      organisationId,
      state: mine.member.state,
      convenor: joint.joint.convenorId === organisationId,
      why: mine.member.why,
    },
    seeded: joint.joint.seededBy !== null,
    can: rightsIn(joint, mine),
  }
}

/**
 * One answer together, for whoever is asked or in it. For everybody else it is not there.
 *
 * @throws joint-interests.not_found
 */
export async function read(
  db: Database,
  actor: Actor,
  of: { jointInterestId: string; organisationId?: string | undefined },
): Promise<JointInterest> {
  const joint = await jointWith(db, of.jointInterestId)
  const as = joint && readsAs(actor, memberStates(joint), of.organisationId)
  if (!joint || !as) throw refuse('joint-interests.not_found')
  return shown(joint, as)
}

const memberStates = (joint: Joint) =>
  joint.members
    .filter(({ member, elsewhere }) => standsFor(joint, { state: member.state, elsewhere }))
    .map(({ member }) => ({ organisationId: member.organisationId, state: member.state }))

/** Everything the caller's organisations are asked to join or part of, newest first. */
export async function mine(
  db: Database,
  actor: Actor,
  challengeId?: string,
): Promise<JointInterest[]> {
  const ids = actor.memberships.map((m) => m.organisationId)
  const rows = await q.jointsOf(db, ids, challengeId)
  if (rows.length === 0) return []
  const members = await q.membersOf(
    db,
    rows.map((row) => row.joint.id),
  )
  return rows.flatMap((row) => {
    const own = members.filter((m) => m.member.jointInterestId === row.joint.id)
    const joint = { ...row, members: own }
    const as = readsAs(actor, memberStates(joint))
    return as ? [shown(joint, as)] : []
  })
}
