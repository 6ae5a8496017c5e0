import type { ActionOf } from '@howcanwe/shared/audit'
import type { Received } from '@howcanwe/shared/http'
import type { PayRules, paymentsContract } from '@howcanwe/shared/payments'
import { dayIn } from '@howcanwe/shared/places'
import { type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { record } from '../../audit/index.ts'
import { requirePlace } from '../../places/index.ts'
import { clerks, setsRules } from '../payments.policy.ts'
import { databaseNow } from '../queries/items.queries.ts'
import * as q from '../queries/rules.queries.ts'

interface Ask {
  actor: Actor
  requestId: string
}

const dated = (one: { fromDay: string; source: string; by: string | null; createdAt: Date }) => ({
  fromDay: one.fromDay,
  source: one.source,
  by: one.by,
  at: one.createdAt,
})

/** The newest of those that count today, by what they are for. */
function markNow<T extends { fromDay: string }>(
  rows: readonly T[],
  today: string,
  keyOf: (row: T) => string,
): Set<T> {
  const first = new Map<string, T>()
  for (const row of rows)
    if (row.fromDay <= today && !first.has(keyOf(row))) first.set(keyOf(row), row)
  return new Set(first.values())
}

async function shown(db: Database, placeId: string): Promise<PayRules> {
  const { currency, timeZone } = await requirePlace(db, placeId)
  const today = dayIn(timeZone, await databaseNow(db))
  const rates = await q.ratesOf(db, placeId)
  const settings = await q.settingsOf(db, placeId)
  const ratesNow = markNow(rates, today, ({ what }) => what)
  const settingsNow = markNow(settings, today, () => 'settings')
  return {
    currency,
    rates: rates.map((r) => ({ what: r.what, pence: r.pence, now: ratesNow.has(r), ...dated(r) })),
    settings: settings.map((s) => ({
      receiptLimitPence: s.receiptLimitPence,
      vouchers: s.vouchers,
      paysOrganisations: s.paysOrganisations,
      now: settingsNow.has(s),
      ...dated(s),
    })),
    advice: (await q.adviceOf(db, placeId)).map((a) => ({ ...a, since: a.createdAt })),
  }
}

/** @throws auth.forbidden · places.not_found */
export async function payRules(db: Database, actor: Actor, placeId: string): Promise<PayRules> {
  if (!setsRules(actor, placeId) && !clerks(actor, placeId)) throw refuseRequest('auth.forbidden')
  return shown(db, placeId)
}

async function setting(
  deps: Deps,
  { actor, requestId }: Ask,
  {
    placeId,
    action,
    after,
  }: {
    placeId: string
    action: `payments.${ActionOf<'payments'>}`
    after: Record<string, unknown>
  },
  write: (tx: Database, currency: string) => Promise<unknown>,
): Promise<PayRules> {
  try {
    return await inTransaction(deps.db, async (tx) => {
      const { currency } = await requirePlace(tx, placeId)
      if (!setsRules(actor, placeId)) throw refuseRequest('auth.forbidden')
      await write(tx, currency)
      await record(tx, {
        placeId,
        actorId: actor.personId,
        action,
        subject: { kind: 'place', id: placeId },
        after,
        requestId,
      })
      return shown(tx, placeId)
    })
  } catch (error) {
    throw sqlState(error) === 'HW210' ? refuseRequest('auth.forbidden') : error
  }
}

type Rate = Received<typeof paymentsContract.setRate>['body']
type Settings = Received<typeof paymentsContract.setSettings>['body']
type NewAdvice = Received<typeof paymentsContract.setAdvice>['body']

/** A rate from a day on. What groups were promised before is never less for it. @throws auth.forbidden · places.not_found */
export const setRate = (deps: Deps, ask: Ask, body: Rate): Promise<PayRules> => {
  const { placeId, ...after } = body
  return setting(deps, ask, { placeId, action: 'payments.rate-set', after }, (tx, currency) =>
    q.addRate(tx, { ...body, currency, setBy: ask.actor.personId }),
  )
}

/** @throws auth.forbidden · places.not_found */
export const setSettings = (deps: Deps, ask: Ask, body: Settings): Promise<PayRules> => {
  const { placeId, ...after } = body
  return setting(deps, ask, { placeId, action: 'payments.settings-set', after }, (tx) =>
    q.addSettings(tx, { ...body, setBy: ask.actor.personId }),
  )
}

/** @throws auth.forbidden · places.not_found */
export const setAdvice = (deps: Deps, ask: Ask, body: NewAdvice): Promise<PayRules> => {
  const { placeId, language } = body
  return setting(deps, ask, { placeId, action: 'payments.advice-set', after: { language } }, (tx) =>
    q.addAdvice(tx, { ...body, setBy: ask.actor.personId }),
  )
}
