import {
  type JointInterest,
  type JointMember,
  lendsOnlyItsName,
} from '@howcanwe/shared/joint-interests'

/** What one organisation does next; `wait` while others have to first, so that nobody agrees twice for nothing. */
export type Next =
  | 'part'
  | 'terms'
  | 'agree'
  | 'wait'
  | 'send'
  | 'sent'
  | 'done'
  | 'convening'
  | 'closed'

const hasPart = (one: JointMember): boolean => one.share !== null && one.share.part !== ''

/** The one thing the reader's organisation does next, in the order that costs everybody the fewest presses. */
export function nextFor(joint: JointInterest): Next {
  const mine = joint.members.find((one) => one.ours)
  const others = joint.missing.filter((one) => one !== 'not-agreed')
  const isSent = joint.missing.length === 0 && joint.sent?.termsVersion === joint.termsVersion
  if (!joint.can.write) return joint.sent ? 'sent' : 'closed'
  if (mine && !hasPart(mine)) return 'part'
  if (joint.can.convene && joint.missing.includes('purpose')) return 'terms'
  if (joint.can.send) return 'send'
  if (isSent) return 'sent'
  if (others.length > 0) return 'wait'
  if (joint.can.agree) return 'agree'
  return joint.can.convene ? 'convening' : 'done'
}

/** Whom each thing that is missing waits for, by name; nobody where it is nobody's in particular. */
export function waitingFor(joint: JointInterest, one: JointInterest['missing'][number]): string[] {
  const { offeredPence } = joint.challenge
  const joined = joint.members.filter((m) => m.state === 'joined')
  const among = {
    'too-few': joint.members.filter((m) => m.state === 'invited'),
    'too-many': [],
    purpose: joined.filter((m) => m.convenor),
    part: joined.filter((m) => !hasPart(m) || m.share?.role === ''),
    'name-only': joined.filter(
      (m) => m.share && hasPart(m) && lendsOnlyItsName(m.share, offeredPence),
    ),
    'more-than-offered': [],
    'not-agreed': joined.filter((m) => !m.agreed),
  }
  return among[one].map((m) => m.organisation.name)
}
