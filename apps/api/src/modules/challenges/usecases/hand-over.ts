import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { type Actor, holds, type Scope } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { peopleWithRole, person } from '../../identity/index.ts'
import { enqueue, wordsIn } from '../../notifications/index.ts'
import { refuse } from '../challenges.errors.ts'
import { scopesOf } from '../challenges.policy.ts'
import { mayHandOver } from '../challenges.rules.ts'
import { handedOverLetter } from '../challenges.words.ts'
import { changeRow } from '../queries/challenge.queries.ts'
import { requireCommissionerOf } from './front-door.ts'

interface About {
  placeId: string
  /** What may be held instead of the whole place. */
  over?: readonly Scope[]
}

/** The other commissioners of a place, and of what is handed over; nobody for whoever is none of them. */
export const colleaguesOf = async (db: Database, actor: Actor, { placeId, over = [] }: About) => {
  const mine = [undefined, ...over].some((one) => holds(actor, 'commissioner', placeId, one))
  const all = mine ? await peopleWithRole(db, placeId, 'commissioner', over) : []
  return all
    .filter(({ id }) => id !== actor.personId)
    .map(({ id, name }) => ({ id, name: name ?? '…' }))
}

/**
 * Who could take over, whichever challenge of a place or this one.
 *
 * @throws challenges.not_found also when it is somebody else's
 */
export async function colleaguesFor(
  db: Database,
  actor: Actor,
  asked: { placeId: string; challengeId?: string | undefined },
): Promise<{ id: string; name: string }[]> {
  if (!asked.challengeId) return colleaguesOf(db, actor, asked)
  const row = await requireCommissionerOf(db, actor, asked.challengeId)
  return colleaguesOf(db, actor, { placeId: row.placeId, over: scopesOf(row) })
}

/**
 * Gives a challenge to a colleague, who is told. Whoever gave it away no longer sees its desk; the trail holds both.
 *
 * @throws challenges.not_found · challenges.wrong_state · challenges.colleague_unknown
 */
export async function handOver(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  actor: Actor,
  input: { id: string; to: string },
): Promise<{ handedTo: string }> {
  return inTransaction(db, async (tx) => {
    const row = await requireCommissionerOf(tx, actor, input.id, 'lock')
    if (!mayHandOver(row.state)) throw refuse('challenges.wrong_state')
    const colleagues = await colleaguesOf(tx, actor, { placeId: row.placeId, over: scopesOf(row) })
    const to = colleagues.find((one) => one.id === input.to)
    if (!to) throw refuse('challenges.colleague_unknown')
    await changeRow(tx, row.id, { commissionerId: to.id })
    await record(tx, {
      placeId: row.placeId,
      actorId: actor.personId,
      action: 'challenges.handed-over',
      subject: { kind: 'challenge', id: row.id },
      before: { commissionerId: actor.personId },
      after: { commissionerId: to.id },
    })
    const receiver = await person(tx, to.id)
    if (receiver?.to) {
      const letter = wordsIn(handedOverLetter, receiver.language, {
        question: row.question,
        from: actor.displayName ?? '…',
        link: `${config.origin}/desk/challenges/${row.id}/edit`,
      })
      const template = 'challenges.handed-over'
      await enqueue(tx, { placeId: row.placeId, to: receiver.to, template, letter })
    }
    return { handedTo: to.name }
  })
}
