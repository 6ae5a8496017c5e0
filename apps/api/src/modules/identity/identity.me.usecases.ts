import type { changeMe as changeMeSchema } from '@howcanwe/shared/identity'
import type * as z from 'zod/mini'
import { type Database, inTransaction } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../http/actor.ts'
import { refuse as refuseRequest } from '../../http/app-error.ts'
import { record } from '../audit/index.ts'
import { type Here, tellGone } from './identity.contact.usecases.ts'
import { refuse } from './identity.errors.ts'
import * as q from './identity.queries.ts'
import type { Ways } from './identity.reach.queries.ts'
import { callingCodeOf, readPhone } from './identity.rules.ts'

type Body = z.output<typeof changeMeSchema>

/** The ledger of consents lives further right; it is told when a number comes or goes. */
export type PhoneChanged = (
  tx: Database,
  change: { personId: string; language: string; consentVersion: string | null },
) => Promise<void>

export interface ChangeOfMe {
  version: number
  body: Body
  here: Here
  phoneChanged: PhoneChanged
}

const wrong = (field: string, code: string) =>
  refuseRequest('request.invalid', { fields: [{ pointer: `#/body/${field}`, code }] })

type Before = NonNullable<Awaited<ReturnType<typeof q.person>>>

/** The columns a change sets; the words beside a new number have to have been seen. */
function columnsOf(body: Body, callingCode: string, before: Before): q.Change {
  const { phone: typed, phoneConsent, ...rest } = body
  if (typed === undefined) return rest
  const phone = typed === null ? null : readPhone(typed, callingCode)
  if (phone === undefined) throw wrong('phone', 'invalid')
  if (phone === before.phone) return rest
  if (!before.email) throw refuse('identity.last_address')
  if (phone && !phoneConsent) throw wrong('phoneConsent', 'required')
  return { ...rest, phone, phoneVerifiedAt: null }
}

/** Nobody can be rung without a number, texted without a proven one, or emailed without an address. */
function requireReachable(row: Ways, wish: string | undefined): void {
  if (!row.phone && ['sms', 'phone'].includes(row.preferredChannel))
    throw wrong('preferredChannel', 'needs_phone')
  if (wish === 'sms' && !row.phoneVerifiedAt) throw wrong('preferredChannel', 'needs_proof')
  if (wish === 'email' && !row.email) throw wrong('preferredChannel', 'needs_email')
}

/**
 * Changes somebody's own name, language, number or preferred channel. A new number is unproven; the one they signed
 * in with until now is told.
 *
 * @throws request.stale · request.invalid · identity.last_address · auth.required when the person is gone
 */
export async function changeMe(deps: Deps, actor: Actor, change: ChangeOfMe): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const before = await q.person(tx, actor.personId)
    if (!before) throw refuseRequest('auth.required')
    const columns = columnsOf(change.body, callingCodeOf(change.here.timeZone), before)
    requireReachable({ ...before, ...columns }, change.body.preferredChannel)
    if (!(await q.changePerson(tx, actor.personId, change.version, columns))) {
      const now = await q.person(tx, actor.personId)
      throw refuseRequest('request.stale', { currentVersion: now?.version ?? before.version })
    }
    if (columns.phone !== undefined) {
      const language = columns.language ?? before.language
      const consentVersion = columns.phone ? (change.body.phoneConsent ?? '') : null
      await change.phoneChanged(tx, { personId: before.id, language, consentVersion })
      if (before.phone && before.phoneVerifiedAt)
        await tellGone(tx, before.phone, before.language, change.here)
    }
    await record(tx, {
      placeId: null,
      actorId: actor.personId,
      action: 'identity.changed',
      subject: { kind: 'person', id: actor.personId },
      after: { version: change.version + 1, fields: Object.keys(change.body).toSorted() },
    })
  })
}
