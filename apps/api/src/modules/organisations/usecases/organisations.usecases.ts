import type { changeOrganisation, Organisation } from '@howcanwe/shared/organisations'
import type * as z from 'zod/mini'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { record } from '../../audit/index.ts'
import { refuse } from '../organisations.errors.ts'
import { isBrokerHere, mayChange, mayCheck, mayRead } from '../organisations.policy.ts'
import {
  bandOf,
  canBeChecked,
  cursorOf,
  distinct,
  losesCheck,
  readCursor,
  stateAfterRename,
} from '../organisations.rules.ts'
import { type OrganisationRow, organisationById } from '../queries/front-door.queries.ts'
import {
  changeOrganisationRow,
  markChecked,
  organisationsHere,
  putAreas,
} from '../queries/organisations.queries.ts'
import {
  parentColumns,
  requireAreas,
  requirePlainNames,
  requireReachable,
  requireWholeParent,
  taken,
} from './register.usecases.ts'
import { asSeenBy, oneAsSeenBy, parentOf } from './shown.usecases.ts'

const PAGE = 20

type About = { actor: Actor; organisationId: string }
export type Change = z.output<typeof changeOrganisation>

/**
 * The organisation, if this person may see it. Somebody else's answers like one that is not there.
 *
 * @throws organisations.not_found
 */
export async function requireSeen(db: Database, about: About): Promise<OrganisationRow> {
  const row = await organisationById(db, about.organisationId)
  if (!row || !mayRead(about.actor, row)) throw refuse('organisations.not_found')
  return row
}

/**
 * The organisation, if this person may speak for it. A broker who may read it is told plainly that they may not.
 *
 * @throws organisations.not_found, auth.forbidden
 */
export async function requireOwn(db: Database, about: About): Promise<OrganisationRow> {
  const row = await requireSeen(db, about)
  if (!mayChange(about.actor, row)) throw refuseRequest('auth.forbidden')
  return row
}

export const read = async (db: Database, about: About): Promise<Organisation> =>
  oneAsSeenBy(db, about.actor, await requireSeen(db, about))

/** Organisations of a place by name, for its brokers. */
export async function list(
  db: Database,
  ask: {
    actor: Actor
    query: {
      placeId: string
      q?: string | undefined
      cursor?: string | undefined
      limit?: number | undefined
    }
  },
) {
  const { placeId, q, cursor, limit = PAGE } = ask.query
  if (!isBrokerHere(ask.actor, placeId)) throw refuseRequest('auth.forbidden')
  const asked = { placeId, q: q?.trim(), after: readCursor(cursor), limit }
  const rows = await inTransaction(db, (tx) => organisationsHere(tx, asked))
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: await asSeenBy(db, ask.actor, page),
    nextCursor: rows.length > limit && last ? cursorOf({ name: last.sortName, id: last.id }) : null,
  }
}

/** Changes what an organisation said of itself. */
export async function change(
  deps: Deps,
  given: About & { version: number; input: Change },
): Promise<Organisation> {
  const { actor, input, version } = given
  return inTransaction(deps.db, async (tx) => {
    const before = await requireOwn(tx, given)
    requirePlainNames(input)
    requireWholeParent(input.parent)
    if (input.contact) requireReachable(input.contact)
    if (input.areaIds) await requireAreas(tx, before.placeId, input.areaIds)
    const state = stateAfterRename(before.state, before.name, input.name)
    const row = await changeOrganisationRow(
      tx,
      { id: before.id, version },
      {
        ...columnsOf(input, before),
        ...(state === before.state ? {} : { state }),
        ...(losesCheck(before.state, before.name, input.name) ? { checkedAt: null } : {}),
      },
    )
    if (!row) throw refuseRequest('request.stale', { currentVersion: before.version })
    if (input.areaIds) await putAreas(tx, row, distinct(input.areaIds))
    await record(tx, {
      placeId: row.placeId,
      actorId: actor.personId,
      action: 'organisations.changed',
      subject: { kind: 'organisation', id: row.id },
      before: { state: before.state, version: before.version },
      after: { state: row.state, version: row.version, fields: Object.keys(input).sort() },
    })
    return oneAsSeenBy(tx, actor, row)
  }).catch((error: unknown) => {
    throw taken(error)
  })
}

/** The band that counts once this change is made; whoever leaves a larger body says their own band with it. */
function bandColumns({ incomeBand, parent }: Change, before: OrganisationRow) {
  if (incomeBand === undefined && parent === undefined) return {}
  const now = parent === undefined ? parentOf(before) : parent
  return { incomeBand: bandOf(incomeBand ?? before.incomeBand, now), ...parentColumns(now) }
}

/** Only the columns that were spoken of. */
function columnsOf(change: Change, before: OrganisationRow) {
  const { contact, areaIds: _, themes, incomeBand: __, parent: ___, ...rest } = change
  return {
    ...rest,
    ...bandColumns(change, before),
    ...(themes ? { themes: distinct(themes) } : {}),
    ...(contact
      ? {
          contactName: contact.name,
          contactEmail: contact.email || null,
          contactPhone: contact.phone || null,
        }
      : {}),
  }
}

/** A broker says: they are who they say. Saying it twice is saying it once. */
export async function check(deps: Deps, about: About): Promise<Organisation> {
  return inTransaction(deps.db, async (tx) => {
    const before = await requireSeen(tx, about)
    if (!mayCheck(about.actor, before)) throw refuseRequest('auth.forbidden')
    const row = canBeChecked(before.state) ? await markChecked(tx, before.id) : undefined
    if (!row) return read(tx, about)
    await record(tx, {
      placeId: row.placeId,
      actorId: about.actor.personId,
      action: 'organisations.checked',
      subject: { kind: 'organisation', id: row.id },
      before: { state: before.state },
      after: { state: row.state },
    })
    return oneAsSeenBy(tx, about.actor, row)
  })
}
