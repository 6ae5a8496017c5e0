import { HEARD, type Stopped } from '@howcanwe/shared/alerts'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { record } from '../../audit/index.ts'
import { letterOfStop, mayStop } from '../../notifications/index.ts'
import { refuse } from '../alerts.errors.ts'
import { windTurns, wishesOf } from '../queries/hearing.queries.ts'
import * as q from '../queries/stops.queries.ts'
import { wish } from './hearing.ts'

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
})

/** @throws alerts.stop_unknown */
export const stopping = async (deps: Needs, token: string): Promise<Stopped> =>
  shown(deps.db, await requireLetter(deps.db, deps, token))

async function stopFor(tx: Database, personId: string, what: Kind): Promise<void> {
  if (isWish(what)) await wish(tx, personId, { what, how: 'never' })
  else if (what === 'saved') await q.quietSearches(tx, personId)
  else {
    for (const one of await collected(tx, personId))
      await wish(tx, personId, { what: one.what, how: 'never' })
    await q.quietSearches(tx, personId, 'collected')
  }
  await windTurns(tx, personId)
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
    if (letter.personId) await stopFor(tx, letter.personId, letter.what)
    else await q.stopAddress(tx, letter)
    const about = letter.personId ?? letter.organisationId
    await record(tx, {
      placeId: letter.placeId,
      actorId: null,
      action: 'alerts.stopped',
      subject: about
        ? { kind: letter.personId ? 'person' : 'organisation', id: about }
        : { kind: 'letter', id: letter.id },
      after: { what: letter.what },
    })
    return shown(tx, letter)
  })
