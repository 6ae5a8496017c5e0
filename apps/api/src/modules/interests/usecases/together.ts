import type { JointPart } from '@howcanwe/shared/interests'
import { bandOfMajority } from '@howcanwe/shared/joint-interests'
import type { IncomeBand } from '@howcanwe/shared/organisations'
import type { Database } from '../../../db/database.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { deleteDraft, draftOf, mergeDraft } from '../drafts.queries.ts'
import { refuse } from '../interests.errors.ts'
import * as q from '../interests.queries.ts'
import { isTooLong } from '../interests.rules.ts'

/** What several organisations say together, for one row of interests. */
export interface JointAnswer {
  jointInterestId: string
  placeId: string
  challengeId: string
  /** Who sends it. */
  convenorId: string
  purpose: string
  fromWhen: string | null
  need: q.Answers['need']
  needNote: string
  conflictNote: string
  conflict: boolean
  parts: readonly (JointPart & { incomeBand: IncomeBand })[]
  /** The row that was sent before, if there is one. */
  interestId: string | null
}

const answersOf = (joint: JointAnswer): q.Answers => ({
  why: joint.purpose,
  bring: [],
  bringNote: '',
  hoursPerMonth: joint.parts.reduce((sum, part) => sum + part.hoursPerMonth, 0),
  fromWhen: joint.fromWhen,
  need: joint.need,
  needNote: joint.needNote,
  together: 'with',
  togetherWith: joint.parts
    .filter((part) => !part.convenor)
    .map((part) => part.name)
    .join(', ')
    .slice(0, 300),
  conflict: joint.conflict,
  conflictNote: joint.conflictNote,
})

const togetherOf = ({ jointInterestId, convenorId, parts }: JointAnswer): q.Together => ({
  jointInterestId,
  jointBand: bandOfMajority(parts.map((part) => part.incomeBand)),
  jointParts: parts.map(({ incomeBand: _, ...part }) => part),
  parties: parts.map((part) => part.organisationId).filter((id) => id !== convenorId),
})

/** @throws interests.too_many_words when what is said together is longer than 250 words; parts are counted apart */
export function requireShortTogether(said: { purpose: string; needNote: string }): void {
  const rest = { bringNote: '', togetherWith: '', conflictNote: '' }
  if (!isTooLong({ why: said.purpose, needNote: said.needNote, ...rest })) return
  const fields = [{ pointer: '#/body/purpose', code: 'too_many_words', limit: 250 }]
  throw refuse('interests.too_many_words', { fields })
}

/**
 * Sends several organisations' answer as one interest, or sends it again in place of the one before; in the caller's
 * transaction, with the challenge locked open. The database looks once more whether it is whole (HW124).
 *
 * @returns id of the interest
 */
export async function sendTogether(
  tx: Database,
  actor: Actor,
  joint: JointAnswer,
): Promise<string> {
  const key = { challengeId: joint.challengeId, organisationId: joint.convenorId }
  const sent = { ...answersOf(joint), ...togetherOf(joint), submittedBy: actor.personId }
  const before = joint.interestId ? await q.interestById(tx, joint.interestId) : undefined
  const stands = before?.interest.state === 'submitted' ? before.interest : undefined
  const id = stands
    ? (await q.replace(tx, stands.id, stands.version, sent)) && stands.id
    : ((await q.put(tx, { ...sent, ...key, placeId: joint.placeId, secondsTaken: null })) ??
      (await q.sendAgain(tx, key, { ...sent, secondsTaken: null })))
  if (!id) throw refuse('interests.already_expressed')
  for (const { organisationId } of joint.parts)
    await deleteDraft(tx, { challengeId: joint.challengeId, organisationId })
  await record(tx, {
    placeId: joint.placeId,
    actorId: actor.personId,
    action: stands ? 'interests.changed' : 'interests.expressed',
    subject: { kind: 'interest', id },
    after: { state: 'submitted', together: joint.parts.length },
  })
  return id
}

/**
 * Takes several organisations' answer back, in the caller's transaction.
 *
 * @throws interests.wrong_state when it does not stand any more
 */
export async function takeBackTogether(
  tx: Database,
  actor: Actor,
  of: { placeId: string; interestId: string },
): Promise<void> {
  if (!(await q.takeBack(tx, of.interestId))) throw refuse('interests.wrong_state')
  await record(tx, {
    placeId: of.placeId,
    actorId: actor.personId,
    action: 'interests.withdrawn',
    subject: { kind: 'interest', id: of.interestId },
    before: { state: 'submitted' },
    after: { state: 'withdrawn' },
  })
}

/**
 * Keeps what one organisation wrote for an answer together as its own draft, so that nobody who leaves begins again. A
 * draft it has already stays as it is.
 */
export async function keepAsDraft(
  tx: Database,
  words: {
    placeId: string
    challengeId: string
    organisationId: string
    personId: string
    why: string
    part: string
    hoursPerMonth: number
  },
): Promise<void> {
  const { placeId, challengeId, organisationId, personId, why, part, hoursPerMonth } = words
  const key = { challengeId, organisationId }
  if ((why === '' && part === '') || (await draftOf(tx, key))) return
  await mergeDraft(tx, {
    ...key,
    placeId,
    content: {
      ...(why === '' ? {} : { why }),
      ...(part === '' ? {} : { bringNote: part }),
      ...(hoursPerMonth > 0 ? { hoursPerMonth } : {}),
      together: 'alone',
    },
    seconds: 0,
    updatedBy: personId,
  })
}
