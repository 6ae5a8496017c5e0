import { goesBeyond, type HoursSetAside, type Stretched } from '@howcanwe/shared/organisations'
import { endOfDay } from '@howcanwe/shared/places'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { enqueue, wordsIn } from '../../notifications/index.ts'
import { placeById } from '../../places/index.ts'
import { beyondLetter } from '../hours.words.ts'
import { isBrokerHere } from '../organisations.policy.ts'
import * as q from '../queries/commitments.queries.ts'
import { contactsOf } from '../queries/front-door.queries.ts'
import { pausedHere } from '../queries/pause.queries.ts'
import { requireOwn } from './organisations.usecases.ts'

/** Hours a month for one thing, from one day to another; days as YYYY-MM-DD, null where nobody has said. */
export interface Hours {
  placeId: string
  organisationId: string
  source: q.Source
  hoursPerMonth: number
  fromDay: string | null
  untilDay: string | null
}

/** An answer is sent: its hours are held. Warns the organisation once where it goes beyond 80 % (OR3, T7). */
export const reserve = (tx: Database, deps: Pick<Deps, 'config'>, hours: Hours): Promise<void> =>
  setAside(tx, deps, { ...hours, state: 'reserved' })

/** Chosen, or agreed: its hours are promised. Warns as `reserve` does, unless that has been done. */
export const commit = (tx: Database, deps: Pick<Deps, 'config'>, hours: Hours): Promise<void> =>
  setAside(tx, deps, { ...hours, state: 'committed' })

/** Taken back, not chosen, or over: the hours are free again, whoever held some for it. */
export const release = async (tx: Database, source: q.Source): Promise<void> => {
  await q.letGoOfSource(tx, source)
}

async function setAside(
  tx: Database,
  deps: Pick<Deps, 'config'>,
  hours: Hours & { state: 'reserved' | 'committed' },
): Promise<void> {
  const { source, untilDay, ...row } = hours
  const place = await placeById(tx, hours.placeId)
  const endsAt = place && untilDay ? endOfDay(place.timeZone, untilDay) : null
  const of = { sourceKind: source.kind, sourceId: source.id }
  await q.takeTurn(tx, hours.organisationId)
  const kept = await q.setAside(tx, { ...row, ...of, untilDay, endsAt })
  if (kept.warnedAt) return
  const { spare, committed } = await q.hoursOf(tx, hours.organisationId, kept.id)
  if (!goesBeyond({ spare, committed, adding: hours.hoursPerMonth })) return
  await q.markWarned(tx, kept.id)
  await warn(tx, deps, hours, { spare: spare ?? 0, committed })
}

/** Never blocks anything: a letter, and its last sentence offers backfill and a pause. */
async function warn(
  tx: Database,
  { config }: Pick<Deps, 'config'>,
  { placeId, organisationId, hoursPerMonth }: Hours,
  now: { spare: number; committed: number },
): Promise<void> {
  const contact = await contactsOf(tx, organisationId)
  const place = await placeById(tx, placeId)
  if (!contact?.to || !place) return
  const letter = wordsIn(beyondLetter, contact.language, {
    contact: contact.name,
    organisation: contact.organisation,
    ...now,
    adding: hoursPerMonth,
    link: `${config.origin}/organisation/hours`,
    ring: [place.contactName, place.contactPhone].filter(Boolean).join(', '),
  })
  await enqueue(tx, { placeId, to: contact.to, template: 'organisations.beyond', letter })
}

/** Ends one whose last day is over; for the worker. */
export const expireDue = (db: Database): Promise<boolean> => inTransaction(db, q.expireOne)

/** For its own people only: answers that wait are sealed from everybody else. */
export async function readHours(
  db: Database,
  about: { actor: Actor; organisationId: string },
): Promise<HoursSetAside> {
  const { id } = await requireOwn(db, about)
  const rows = await q.setAsideBy(db, id)
  const { spare, committed } = await q.hoursOf(db, id)
  return {
    organisationId: id,
    spare,
    committed,
    reserved: rows.filter((r) => r.state === 'reserved').reduce((n, r) => n + r.hoursPerMonth, 0),
    items: rows.map((r) => ({
      kind: r.sourceKind,
      sourceId: r.sourceId,
      hoursPerMonth: r.hoursPerMonth,
      state: r.state === 'committed' ? 'committed' : 'reserved',
      until: r.untilDay,
    })),
  }
}

/** Who of a place has promised more than 80 %, who rests, and M15. For its brokers. */
export async function stretchedHere(
  db: Database,
  ask: { actor: Actor; placeId: string },
): Promise<Stretched> {
  if (!isBrokerHere(ask.actor, ask.placeId)) throw refuseRequest('auth.forbidden')
  const promised = (await q.promisedHere(db, ask.placeId)).filter((o) => o.committed > 0)
  const over = promised.filter(({ spare, committed }) =>
    goesBeyond({ spare, committed, adding: 0 }),
  )
  return {
    over,
    paused: await pausedHere(db, ask.placeId),
    figure: { over: over.length, committed: promised.length },
  }
}
