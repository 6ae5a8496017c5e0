import type { ActionOf } from '@howcanwe/shared/audit'
import type { Organisation } from '@howcanwe/shared/organisations'
import { endOfDay } from '@howcanwe/shared/places'
import type { Config } from '../../../config.ts'
import { type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { enqueue, wordsIn } from '../../notifications/index.ts'
import { placeById, requirePlace } from '../../places/index.ts'
import { backLetter } from '../hours.words.ts'
import { refuse } from '../organisations.errors.ts'
import { isAskable } from '../organisations.policy.ts'
import { letGoOfReserved } from '../queries/commitments.queries.ts'
import {
  contactsOf,
  type OrganisationRow,
  organisationById,
} from '../queries/front-door.queries.ts'
import { duePause, pauseRow, resumeRow } from '../queries/pause.queries.ts'
import { requireOwn } from './organisations.usecases.ts'
import { oneAsSeenBy } from './shown.usecases.ts'

type About = { actor: Actor; organisationId: string }

const trail = (
  tx: Database,
  actorId: string | null,
  row: OrganisationRow,
  event: { action: `organisations.${ActionOf<'organisations'>}`; before: string },
) =>
  record(tx, {
    placeId: row.placeId,
    actorId,
    action: event.action,
    subject: { kind: 'organisation', id: row.id },
    before: { state: event.before },
    after: { state: row.state, until: row.pausedUntil },
  })

/**
 * "Too much on our plate" (J-09): nothing is asked of them until that day is over. Hours held for answers that wait are
 * theirs again; the answers stay. No reason is asked, and no score or order reads it.
 *
 * @throws organisations.not_found · auth.forbidden · organisations.pause_day
 */
export async function pause(deps: Deps, given: About & { until: string }): Promise<Organisation> {
  return inTransaction(deps.db, async (tx) => {
    const before = await requireOwn(tx, given)
    const { timeZone } = await requirePlace(tx, before.placeId)
    const pauseEndsAt = endOfDay(timeZone, given.until)
    const row = await pauseRow(tx, before.id, { pausedUntil: given.until, pauseEndsAt })
    if (!row) throw refuse('organisations.not_found')
    await letGoOfReserved(tx, row.id)
    await trail(tx, given.actor.personId, row, {
      action: 'organisations.paused',
      before: before.state,
    })
    return oneAsSeenBy(tx, given.actor, row)
  }).catch((error: unknown) => {
    throw sqlState(error) === 'HW126' ? refuse('organisations.pause_day') : error
  })
}

/** Back before the day. Pressing it twice is pressing it once. */
export async function resume(deps: Deps, given: About): Promise<Organisation> {
  return inTransaction(deps.db, async (tx) => {
    const before = await requireOwn(tx, given)
    const row = await resumeRow(tx, before.id)
    if (row)
      await trail(tx, given.actor.personId, row, {
        action: 'organisations.resumed',
        before: before.state,
      })
    return oneAsSeenBy(tx, given.actor, row ?? before)
  })
}

/**
 * Whether an organisation may be asked anything: invitations, introductions, support, digests (FR-12). What they press
 * themselves is always open to them.
 */
export async function takesAsks(db: Database, organisationId: string): Promise<boolean> {
  const row = await organisationById(db, organisationId)
  return row !== undefined && isAskable(row.state)
}

/**
 * Ends one pause whose last day is over, and says so with the way to a longer one; for the worker.
 *
 * @returns false when none was due
 */
export const liftDue = (db: Database, config: Pick<Config, 'origin'>): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    const due = await duePause(tx)
    const row = due && (await resumeRow(tx, due.id))
    if (!row) return false
    await trail(tx, null, row, { action: 'organisations.resumed', before: 'paused' })
    await tellBack(tx, config, row)
    return true
  })

async function tellBack(
  tx: Database,
  { origin }: Pick<Config, 'origin'>,
  row: OrganisationRow,
): Promise<void> {
  const contact = await contactsOf(tx, row.id)
  const place = await placeById(tx, row.placeId)
  if (!contact?.to || !place) return
  const letter = wordsIn(backLetter, contact.language, {
    contact: contact.name,
    organisation: contact.organisation,
    link: `${origin}/organisation/hours`,
    ring: [place.contactName, place.contactPhone].filter(Boolean).join(', '),
  })
  await enqueue(tx, {
    placeId: row.placeId,
    to: contact.to,
    template: 'organisations.back',
    letter,
  })
}
