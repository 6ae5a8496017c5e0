import { HEARD, type Stopped } from '@howcanwe/shared/alerts'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { record } from '../../audit/index.ts'
import { letterOfStop, mayStop } from '../../notifications/index.ts'
import { refuse } from '../alerts.errors.ts'
import { windTurns, wishesOf } from '../queries/hearing.queries.ts'
import * as q from '../queries/stops.queries.ts'
import { confirmStop } from './confirming.ts'
import { followWish } from './hearing.ts'

type Needs = Pick<Deps, 'db' | 'config'>
type Kind = Stopped['what']

const isWish = (kind: Kind): kind is (typeof HEARD)[number] =>
  (HEARD as readonly string[]).includes(kind)

/** What is collected for somebody: whatever they hear of daily or weekly. */
const collected = async (db: Database, personId: string) =>
  (await wishesOf(db, personId)).filter(({ how }) => how === 'daily' || how === 'weekly')

/** @throws alerts.stop_unknown also for a letter that cannot be stopped, or whose reader is forgotten */
async function requireLetter(db: Database, { config }: Needs, token: string) {
  const id = letterOfStop(config, token)
  const letter = id ? await q.letterToStop(db, id) : undefined
  if (!letter || !mayStop(letter.kind)) throw refuse('alerts.stop_unknown')
  if (!letter.personId && letter.recipient === '') throw refuse('alerts.stop_unknown')
  return { ...letter, what: letter.kind as Kind }
}
type Found = Awaited<ReturnType<typeof requireLetter>>

async function isStopped(db: Database, letter: Found): Promise<boolean> {
  const { personId, what } = letter
  if (!personId) return q.isAddressStopped(db, letter)
  if (what === 'saved') return !(await q.hasLoudSearch(db, personId))
  if (what === 'digest')
    return (
      (await collected(db, personId)).length === 0 &&
      !(await q.hasLoudSearch(db, personId, 'collected'))
    )
  return (await wishesOf(db, personId)).some((w) => w.what === what && w.how === 'never')
}

/** The first name of whose letters they are, or the group they are for: what the letter says itself, and no address. */
const whoseOf = ({ person, organisation }: Found): string | null =>
  person?.trim().split(/\s+/)[0] || organisation || null

const shown = async (db: Database, letter: Found): Promise<Stopped> => ({
  what: letter.what,
  whose: whoseOf(letter),
  stopped: await isStopped(db, letter),
  canUndo: await q.stoppedWith(db, letter.id),
})

/** @throws alerts.stop_unknown */
export const stopping = async (deps: Needs, token: string): Promise<Stopped> =>
  shown(deps.db, await requireLetter(deps.db, deps, token))

async function stopFor(tx: Database, of: Found & { personId: string }): Promise<void> {
  const { personId, what } = of
  const stopWish = async (one: (typeof HEARD)[number]) => {
    await q.stopWish(tx, of, one)
    await followWish(tx, personId, { what: one, how: 'never' })
  }
  if (isWish(what)) await stopWish(what)
  else if (what === 'saved') await q.stopSearches(tx, of)
  else {
    for (const one of await collected(tx, personId)) await stopWish(one.what)
    await q.stopSearches(tx, of, 'collected')
  }
  await windTurns(tx, personId)
}

async function trail(tx: Database, letter: Found, action: 'alerts.stopped' | 'alerts.heard-again') {
  const about = letter.personId ?? letter.organisationId
  await record(tx, {
    placeId: letter.placeId,
    actorId: null,
    action,
    subject: about
      ? { kind: letter.personId ? 'person' : 'organisation', id: about }
      : { kind: 'letter', id: letter.id },
    after: { what: letter.what },
  })
}

/**
 * Stops letters like the one a link came with: of its kind, to this person, or to this organisation at this address.
 * Whoever else reads the same mailbox goes on getting theirs. Twice is the same as once.
 *
 * @throws alerts.stop_unknown
 */
export const stop = (deps: Needs, token: string): Promise<Stopped> =>
  inTransaction(deps.db, async (tx) => {
    const letter = await requireLetter(tx, deps, token)
    if (await isStopped(tx, letter)) return shown(tx, letter)
    const { personId } = letter
    if (personId) await stopFor(tx, { ...letter, personId })
    else await q.stopAddress(tx, letter)
    await trail(tx, letter, 'alerts.stopped')
    await confirmStop(tx, deps, { ...letter, whose: whoseOf(letter), token })
    return shown(tx, letter)
  })

/**
 * Takes back what a link stopped, all as it was before; what was chosen anew since stays as chosen. Twice is the same as
 * once, and a link that stopped nothing changes nothing.
 *
 * @throws alerts.stop_unknown
 */
export const hearAgain = (deps: Needs, token: string): Promise<Stopped> =>
  inTransaction(deps.db, async (tx) => {
    const letter = await requireLetter(tx, deps, token)
    if (!(await q.stoppedWith(tx, letter.id))) return shown(tx, letter)
    await q.undoStop(tx, letter.id)
    if (letter.personId) await windTurns(tx, letter.personId)
    await trail(tx, letter, 'alerts.heard-again')
    return shown(tx, letter)
  })
