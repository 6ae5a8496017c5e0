import { MOST_ASKS, type ReadingAsks } from '@howcanwe/shared/readings'
import { constraintOf, type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { type ChallengeRow, challengeForReaders, refuseChallenge } from '../../challenges/index.ts'
import { askForResidents, askGroup } from '../asks.letters.ts'
import * as q from '../asks.queries.ts'
import { against, inOrder, minutesAsked } from '../asks.rules.ts'
import { refuse } from '../readings.errors.ts'
import { deskAs } from '../readings.policy.ts'
import { partsNow } from './reading.ts'

type Needs = Pick<Deps, 'db' | 'config'>
type DeskRole = NonNullable<ReturnType<typeof deskAs>>

/** As many as two batches: those further down are asked for another challenge. */
const OFFERED = 24

/** The challenge whose desk this is; held as it is where `lock` says so. @throws challenges.not_found */
async function deskOf(db: Database, actor: Actor, challengeId: string, lock: 'lock' | 'read') {
  const row = await challengeForReaders(db, challengeId, lock)
  const as = row && deskAs(actor, row)
  if (!as) throw refuseChallenge('challenges.not_found')
  const asking: q.Asking = {
    challengeId: row.id,
    placeId: row.placeId,
    organisationId: row.organisationId,
    parties: [row.commissionerId, actor.personId],
  }
  return { row, as, asking }
}

interface Desk {
  row: ChallengeRow
  as: DeskRole
  asking: q.Asking
}

async function shown(db: Database, { row, as, asking }: Desk): Promise<ReadingAsks> {
  const open = row.state === 'read-through'
  const asks = await q.asksOf(db, row.id)
  const groups = asks.flatMap(({ name, on }) => (name === null ? [] : [{ name, on }]))
  const residents = asks.find(({ organisationId }) => organisationId === null)
  return {
    open,
    left: Math.max(MOST_ASKS - groups.length, 0),
    minutes: minutesAsked(await partsNow(db, row)).enough,
    suggested: open ? inOrder(await q.groupsToAsk(db, asking), row.id).slice(0, OFFERED) : [],
    byPhone: open ? await q.countByPhone(db, asking) : 0,
    asked: groups,
    residentsOn: residents?.on ?? null,
    can: { askBrokers: open && as === 'commissioner' && residents === undefined },
  }
}

/**
 * Who could be asked to read a challenge before it opens, and who has been (CH5, J-04).
 *
 * @throws challenges.not_found also when it is somebody else's
 */
export async function asks(db: Database, actor: Actor, challengeId: string): Promise<ReadingAsks> {
  return shown(db, await deskOf(db, actor, challengeId, 'read'))
}

/** @throws readings.* of the first that may not be asked, with a pointer to each · readings.asked_enough */
async function requireAll(tx: Database, asking: q.Asking, ids: readonly string[]): Promise<void> {
  const known = await q.holdGroups(tx, asking, ids)
  const before = (await q.asksOf(tx, asking.challengeId)).map((one) => one.organisationId)
  const found = against(ids, known, before)
  const [first] = found
  if (first)
    throw refuse(`readings.${first.reason}`, {
      fields: found.map(({ index, reason }) => ({
        pointer: `#/body/organisationIds/${index}`,
        code: reason,
      })),
    })
  const groups = before.filter((id) => id !== null)
  if (groups.length + ids.length > MOST_ASKS) throw refuse('readings.asked_enough')
}

/** One ask with its line in the trail: ids and nothing else. */
async function put(
  tx: Database,
  actor: Actor,
  row: ChallengeRow,
  organisationId: string | null,
): Promise<void> {
  const { placeId, id: challengeId } = row
  const id = await q.putAsk(tx, { placeId, challengeId, organisationId, askedBy: actor.personId })
  await record(tx, {
    placeId,
    actorId: actor.personId,
    action: 'readings.asked',
    subject: { kind: 'reading', id },
    after: { challengeId, organisationId },
  })
}

/** What the database found while two asked at once. */
async function asking<T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> {
  try {
    return await inTransaction(db, work)
  } catch (error) {
    if (constraintOf(error) === 'reading_asks_once') throw refuse('readings.already_asked')
    if (sqlState(error) === 'HW083') throw refuse('readings.asked_enough')
    throw sqlState(error) === 'HW084' ? refuse('readings.group_unknown') : error
  }
}

/**
 * Asks small groups by email to read a challenge before it opens: all of them or none, each once, twelve at most
 * (CH5, J-04). Being asked changes nothing later.
 *
 * @throws challenges.not_found · readings.over · readings.group_unknown · readings.group_paused ·
 *   readings.already_asked · readings.asked_enough
 */
export async function ask(
  { db, config }: Needs,
  actor: Actor,
  input: { challengeId: string; organisationIds: readonly string[] },
): Promise<ReadingAsks> {
  return asking(db, async (tx) => {
    const desk = await deskOf(tx, actor, input.challengeId, 'lock')
    if (desk.row.state !== 'read-through') throw refuse('readings.over')
    await requireAll(tx, desk.asking, input.organisationIds)
    const minutes = minutesAsked(await partsNow(tx, desk.row))
    for (const organisationId of input.organisationIds) {
      await put(tx, actor, desk.row, organisationId)
      await askGroup(tx, config, desk.row, { organisationId, minutes })
    }
    return shown(tx, desk)
  })
}

/**
 * Hands residents to the broker, with the words to send on: whoever asks learns nobody's address (J-04). Once.
 *
 * @throws challenges.not_found · readings.over · readings.already_asked · readings.no_broker
 */
export async function askBrokers(
  { db, config }: Needs,
  actor: Actor,
  challengeId: string,
): Promise<ReadingAsks> {
  return asking(db, async (tx) => {
    const desk = await deskOf(tx, actor, challengeId, 'lock')
    if (desk.as !== 'commissioner') throw refuseChallenge('challenges.not_found')
    if (desk.row.state !== 'read-through') throw refuse('readings.over')
    await put(tx, actor, desk.row, null)
    if (!(await askForResidents(tx, config, desk.row))) throw refuse('readings.no_broker')
    return shown(tx, desk)
  })
}
