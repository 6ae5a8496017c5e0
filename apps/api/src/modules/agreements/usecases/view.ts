import type { Agreement } from '@howcanwe/shared/agreements'
import type { Database } from '../../../db/database.ts'
import type { Actor } from '../../../http/actor.ts'
import { documentOf } from '../agreements.docx.ts'
import { refuse } from '../agreements.errors.ts'
import * as q from '../agreements.queries.ts'
import { missingIn } from '../agreements.rules.ts'

export const belongs = (actor: Pick<Actor, 'memberships'>, organisationId: string): boolean =>
  actor.memberships.some((m) => m.organisationId === organisationId)

const isConfirmed = (of: q.Whole, { party }: q.Whole['parties'][number]): boolean =>
  party.confirmedVersion === of.row.version

export const missingOf = (of: q.Whole) =>
  missingIn(
    of.row.purpose,
    of.parties.map((one) => ({
      ...one.party,
      incomeBand: one.organisation.incomeBand,
      confirmed: isConfirmed(of, one),
    })),
  )

/** The page as one of its parties reads it. */
export function shown(of: q.Whole, actor: Pick<Actor, 'memberships'>): Agreement {
  const { row, place, currency, reviewDue } = of
  const drafting = row.state === 'drafting'
  const mine = of.parties.filter(({ party }) => belongs(actor, party.organisationId))
  return {
    ...row,
    ...{ place, currency, reviewDue },
    parties: of.parties.map((one) => ({
      organisation: one.organisation,
      ours: belongs(actor, one.organisation.id),
      interests: one.party.interests,
      role: one.party.role,
      hoursPerMonth: one.party.hoursPerMonth,
      pence: one.party.pence,
      advance: one.party.advance,
      confirmed: isConfirmed(of, one),
    })),
    missing: missingOf(of),
    can: {
      write: drafting,
      confirm: drafting && mine.some((one) => !isConfirmed(of, one)),
      review: row.state === 'live',
    },
  }
}

/**
 * One agreement, for its parties. For everybody else it is not there.
 *
 * @throws agreements.not_found
 */
export async function requireOwn(db: Database, actor: Actor, id: string): Promise<q.Whole> {
  const of = await q.agreementById(db, id)
  if (!of?.parties.some(({ party }) => belongs(actor, party.organisationId)))
    throw refuse('agreements.not_found')
  return of
}

export const read = async (db: Database, actor: Actor, id: string): Promise<Agreement> =>
  shown(await requireOwn(db, actor, id), actor)

export async function mine(db: Database, actor: Actor): Promise<Agreement[]> {
  const rows = await q.agreementsOf(
    db,
    actor.memberships.map((m) => m.organisationId),
  )
  return rows.map((of) => shown(of, actor))
}

/** The page as a Word document, with a name to keep it under. */
export async function wordDocument(
  db: Database,
  actor: Actor,
  of: { agreementId: string; language: 'en' | 'nl' },
): Promise<{ content: Buffer; name: string }> {
  const whole = await requireOwn(db, actor, of.agreementId)
  const slug = whole.row.title.replaceAll(/[^A-Za-z0-9]+/g, '-').slice(0, 40)
  return { content: await documentOf(whole, of.language), name: `${slug || 'agreement'}.docx` }
}
