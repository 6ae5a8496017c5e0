import { goesBeyond } from '@howcanwe/shared/organisations'
import type { Config } from '../../../config.ts'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { record } from '../../audit/index.ts'
import { peopleWithRole, person } from '../../identity/index.ts'
import { enqueue, wordsIn } from '../../notifications/index.ts'
import {
  commit,
  type Hours,
  hoursOf,
  markBrokerTold,
  organisationById,
  release,
  reserve,
  stretchedLetter,
} from '../../organisations/index.ts'
import * as q from '../hours.queries.ts'

type Row = NonNullable<Awaited<ReturnType<typeof q.hoursIn>>>

const sourceOf = (row: Pick<Row, 'id' | 'jointInterestId'>): Hours['source'] =>
  row.jointInterestId
    ? { kind: 'joint-interest', id: row.jointInterestId }
    : { kind: 'interest', id: row.id }

/** The hours of everybody in an answer: of one organisation, or each with its own part. */
function hoursFor(row: Row): Hours[] {
  const parts = row.jointParts ?? [row]
  return parts.map(({ organisationId, hoursPerMonth }) => ({
    placeId: row.placeId,
    organisationId,
    hoursPerMonth,
    source: sourceOf(row),
    fromDay: row.fromWhen ?? row.startsOn,
    untilDay: row.endsOn,
  }))
}

async function whole(tx: Database, interestId: string): Promise<Row> {
  const row = await q.hoursIn(tx, interestId)
  if (!row) throw new Error('an interest was gone in its own transaction')
  return row
}

/** Sent, or changed: its hours are held until somebody is chosen (OR3). */
export async function holdHours(
  tx: Database,
  deps: Pick<Deps, 'config'>,
  interestId: string,
): Promise<void> {
  for (const hours of hoursFor(await whole(tx, interestId))) await reserve(tx, deps, hours)
}

/** Taken back, or not chosen. */
export const freeHours = async (tx: Database, interestId: string): Promise<void> =>
  release(tx, sourceOf(await whole(tx, interestId)))

/** Chosen promises the hours, everything else gives them back; in the transaction that decides. */
export async function settleHours(
  tx: Database,
  deps: Pick<Deps, 'config'>,
  decided: { id: string; outcome: 'chosen' | 'not-this-time' },
): Promise<void> {
  if (decided.outcome !== 'chosen') return freeHours(tx, decided.id)
  for (const hours of hoursFor(await whole(tx, decided.id))) await commit(tx, deps, hours)
}

/**
 * Tells the brokers of a place once that an organisation has promised more than 80 % of its spare hours (T7). While an
 * answer is sealed nobody but its own people learns of it, so this waits for the closing time (S-02).
 *
 * @returns false when nobody was to be told
 */
export const tellOfStretched = (db: Database, config: Pick<Config, 'origin'>): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    const due = await q.untoldWarning(tx)
    if (!due) return false
    await markBrokerTold(tx, due.id)
    const { spare, committed } = await hoursOf(tx, due.organisationId, due.id)
    const adding = due.hoursPerMonth
    // They may have said since that they can spare more.
    if (!goesBeyond({ spare, committed, adding })) return true
    await record(tx, {
      placeId: due.placeId,
      actorId: null,
      action: 'organisations.stretched-told',
      subject: { kind: 'organisation', id: due.organisationId },
    })
    await tellBrokers(tx, config, due, { spare: spare ?? 0, committed: committed + adding })
    return true
  })

async function tellBrokers(
  tx: Database,
  { origin }: Pick<Config, 'origin'>,
  { placeId, organisationId }: { placeId: string; organisationId: string },
  hours: { spare: number; committed: number },
): Promise<void> {
  const organisation = (await organisationById(tx, organisationId))?.name ?? '…'
  const link = `${origin}/desk/hours`
  for (const { id } of await peopleWithRole(tx, placeId, 'broker')) {
    const broker = await person(tx, id)
    if (!broker?.to) continue
    const letter = wordsIn(stretchedLetter, broker.language, { organisation, link, ...hours })
    await enqueue(tx, { placeId, to: broker.to, template: 'organisations.stretched', letter })
  }
}
