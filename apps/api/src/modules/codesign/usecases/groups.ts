import {
  callsItselfCodesign,
  type Group,
  mayBeCalledCodesign,
  type startGroup,
} from '@howcanwe/shared/codesign'
import type * as z from 'zod/mini'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { record } from '../../audit/index.ts'
import {
  brokersChallenge,
  noteGroup,
  publishedChallenge,
  requireCommissionerOf,
} from '../../challenges/index.ts'
import { peopleWithRole } from '../../identity/index.ts'
import { refuse } from '../codesign.errors.ts'
import { foldWords } from '../codesign.keys.ts'
import { mayChooseFacilitator, runs } from '../codesign.policy.ts'
import { newJoinCode } from '../codesign.references.ts'
import { mayHaveGroups } from '../codesign.rules.ts'
import * as q from '../queries/groups.queries.ts'
import { shownGroup, shownGroups } from './view.ts'

export const groupsToJoin = async (
  db: Database,
  by: { placeId?: string | undefined; challengeId?: string | undefined },
): Promise<Group[]> => shownGroups(db, await q.liveGroups(db, by))

/**
 * Where the words of a poster lead, however they are typed.
 *
 * @throws codesign.code_unknown
 */
export async function groupBehind(db: Database, typed: string): Promise<{ groupId: string }> {
  const row = await q.groupByCode(db, foldWords(typed).toLowerCase())
  if (!row) throw refuse('codesign.code_unknown')
  return { groupId: row.id }
}

/** Groups somebody runs and is still a facilitator of. */
export async function groupsRunBy(db: Database, actor: Actor): Promise<Group[]> {
  const all = await q.groupsRunBy(db, actor.personId)
  return shownGroups(
    db,
    all.filter((group) => runs(actor, group)),
  )
}

const named = (people: { id: string; name: string | null }[]) =>
  people.flatMap(({ id, name }) => (name ? [{ id, name }] : []))

/**
 * Who can run a group. Only people with a name: residents are told who will read what they need.
 *
 * @throws auth.forbidden · challenges.not_found where one is named that is not theirs
 */
export async function facilitatorsFor(
  db: Database,
  actor: Actor,
  asked: { placeId: string; challengeId?: string | undefined },
): Promise<{ id: string; name: string }[]> {
  const about = asked.challengeId ? await challengeFor(db, actor, asked.challengeId) : undefined
  if (!about && !mayChooseFacilitator(actor, asked.placeId)) throw refuseRequest('auth.forbidden')
  return named(await peopleWithRole(db, about?.placeId ?? asked.placeId, 'facilitator'))
}

/** The question a group starts for: this commissioner's own, or any opened one of the broker's place. */
async function challengeFor(tx: Database, actor: Actor, id: string) {
  const opened = await publishedChallenge(tx, id)
  if (opened && brokersChallenge(actor, opened)) return opened
  return requireCommissionerOf(tx, actor, id)
}

/**
 * Starts a group with its power statement (CD1).
 *
 * @throws challenges.not_found · challenges.wrong_state · codesign.facilitator_unknown · codesign.not_a_codesign_group
 */
export async function start(
  deps: Deps,
  actor: Actor,
  challengeId: string,
  body: z.output<typeof startGroup>,
  requestId: string,
): Promise<Group> {
  if (
    !mayBeCalledCodesign(body.rung) &&
    callsItselfCodesign(`${body.name} ${body.about} ${body.decides}`)
  )
    throw refuse('codesign.not_a_codesign_group', {
      fields: [{ pointer: '#/body/name', code: 'not_allowed' }],
    })
  return inTransaction(deps.db, async (tx) => {
    const challenge = await challengeFor(tx, actor, challengeId)
    if (!mayHaveGroups(challenge.state)) throw refuse('challenges.wrong_state')
    const { placeId } = challenge
    const facilitators = named(await peopleWithRole(tx, placeId, 'facilitator'))
    if (!facilitators.some((f) => f.id === body.facilitatorId))
      throw refuse('codesign.facilitator_unknown')
    const id = await q.addGroup(tx, { ...body, placeId, challengeId }, (attempt) =>
      newJoinCode(actor.language, attempt),
    )
    await noteGroup(tx, challengeId)
    await record(tx, {
      placeId,
      actorId: actor.personId,
      action: 'codesign.group-started',
      subject: { kind: 'group', id },
      after: { challengeId, rung: body.rung, places: body.places },
      requestId,
    })
    return shownGroup(tx, id)
  })
}
