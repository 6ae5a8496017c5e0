import type { Slip, typedContract } from '@howcanwe/shared/cases'
import type { Result } from '@howcanwe/shared/http'
import { type Database, inTransaction } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../http/actor.ts'
import type { AppError } from '../../http/app-error.ts'
import { record } from '../audit/index.ts'
import { newSlipCode } from '../codesign/index.ts'
import { currentVersion, give } from '../consents/index.ts'
import { keyedHash, lockPerson } from '../identity/index.ts'
import { type OrganisationRow, takeOver } from '../organisations/index.ts'
import { refuse } from './cases.errors.ts'
import { tellOfSlip, whoHearsOfSlip } from './slips.tell.ts'
import * as q from './typed.queries.ts'
import { typingFor } from './typing.usecases.ts'

const TRIES_A_DAY = 5

/** However it is written: spaces for strokes, small letters. */
export const tidyCode = (code: string): string =>
  code
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

const hashOf = ({ config }: Pick<Deps, 'config'>, code: string): string =>
  keyedHash(config.refreshSecret, 'claim-slip', tidyCode(code)).toString('hex')

/** A code in words of the language the broker reads, shown this once. An earlier slip stops working. */
export async function printSlip(
  tx: Database,
  deps: Pick<Deps, 'config'>,
  actor: Actor,
  organisation: Pick<OrganisationRow, 'id' | 'placeId' | 'name'>,
): Promise<Slip> {
  const code = newSlipCode(actor.language)
  const { id: organisationId, placeId, name } = organisation
  const own = { placeId, organisationId, printedBy: actor.personId }
  const expiresAt = await q.putSlip(tx, { ...own, codeHash: hashOf(deps, code) })
  await record(tx, {
    placeId,
    actorId: actor.personId,
    action: 'cases.slip-printed',
    subject: { kind: 'organisation', id: organisationId },
  })
  return { organisation: name, code, expiresAt, address: `${deps.config.origin}/slip` }
}

/**
 * Another slip for an organisation that was typed in at the desk and that nobody took over yet; its contact is told, or
 * the place's stewards.
 *
 * @throws organisations.not_found · cases.own_organisation · cases.has_people · cases.no_slip
 */
export async function slipFor(
  deps: Deps,
  given: { actor: Actor; organisationId: string },
): Promise<Slip> {
  const { actor, organisationId } = given
  return inTransaction(deps.db, async (tx) => {
    const { row, can, hasPeople } = await typingFor(tx, { actor, organisationId })
    if (!can.type) throw refuse('cases.own_organisation')
    if (!can.slip) throw refuse(hasPeople ? 'cases.has_people' : 'cases.no_slip')
    const readers = await whoHearsOfSlip(tx, actor, row)
    await tellOfSlip(tx, readers, { actor, organisation: row, what: 'printed' })
    return printSlip(tx, deps, actor, row)
  })
}

type Claimed = Result<typeof typedContract.claim>

/**
 * Takes an organisation over with the code on a slip: once, within 90 days, five tries a day, and never by whoever
 * printed it or typed for it. What was typed there is theirs from then on, and so is the tick that it is true.
 *
 * @throws cases.slip_unknown also for a code of their own printing · cases.too_many_tries · cases.has_people
 */
export async function claim(deps: Deps, given: { actor: Actor; code: string }): Promise<Claimed> {
  const outcome = await inTransaction(deps.db, (tx) => tryCode(tx, deps, given))
  // A wrong try has to stay counted, so its transaction is over before it is refused.
  if (outcome instanceof Error) throw outcome
  return outcome
}

async function tryCode(
  tx: Database,
  deps: Deps,
  { actor, code }: { actor: Actor; code: string },
): Promise<Claimed | AppError> {
  const { personId } = actor
  await lockPerson(tx, personId)
  if ((await q.triesToday(tx, personId)) >= TRIES_A_DAY) return refuse('cases.too_many_tries')
  const slip = await q.workingSlip(tx, hashOf(deps, code))
  const isTheirs =
    slip && (slip.printedBy === personId || (await q.typedBy(tx, slip.organisationId, personId)))
  if (!slip || isTheirs || !(await q.cameByDesk(tx, slip.organisationId))) {
    await q.putTry(tx, personId)
    return refuse('cases.slip_unknown')
  }
  const { placeId, organisationId, name } = slip
  const organisation = { id: organisationId, placeId, name }
  const readers = await whoHearsOfSlip(tx, actor, organisation)
  if (!(await takeOver(tx, { placeId, organisationId, personId })))
    return refuse('cases.has_people')
  await q.useSlip(tx, slip.id, personId)
  await tellOfSlip(tx, readers, { actor, organisation, what: 'used' })
  await declare(tx, actor, { placeId, organisationId })
  return { organisationId, name }
}

async function declare(
  tx: Database,
  actor: Actor,
  { placeId, organisationId }: { placeId: string; organisationId: string },
): Promise<void> {
  await give(tx, {
    placeId,
    subject: { kind: 'person', id: actor.personId },
    aboutId: organisationId,
    purpose: 'declaration',
    version: currentVersion('declaration'),
    language: actor.language,
  })
  await record(tx, {
    placeId,
    actorId: actor.personId,
    action: 'cases.slip-used',
    subject: { kind: 'organisation', id: organisationId },
  })
}
