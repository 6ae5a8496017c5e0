import type { typedContract } from '@howcanwe/shared/cases'
import type { Result } from '@howcanwe/shared/http'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../http/actor.ts'
import {
  hasPeople,
  type OrganisationRow,
  organisationById,
  refuseOrganisation,
} from '../organisations/index.ts'
import { mayTypeFor, readsCase } from './cases.policy.ts'
import { requireDesk } from './cases.usecases.ts'
import { cameByDesk, standsBeside } from './typed.queries.ts'
import { challengesNamed } from './typing.queries.ts'

/**
 * What may be done for this organisation at the desk.
 *
 * @returns the row with it, for whoever goes on
 * @throws organisations.not_found to whoever does not broker its place
 */
export async function typingFor(
  db: Database,
  { actor, organisationId }: { actor: Actor; organisationId: string },
): Promise<{ row: OrganisationRow; can: ReturnType<typeof mayTypeFor>; hasPeople: boolean }> {
  const row = await organisationById(db, organisationId)
  if (!row || !readsCase(actor, { placeId: row.placeId, challengeId: null }))
    throw refuseOrganisation('organisations.not_found')
  const facts = {
    isOwn: actor.memberships.some((m) => m.organisationId === organisationId),
    standsBeside: await standsBeside(db, organisationId, actor.personId),
    hasPeople: await hasPeople(db, organisationId),
    cameByDesk: await cameByDesk(db, organisationId),
  }
  return { row, can: mayTypeFor(facts), hasPeople: facts.hasPeople }
}

/** @throws organisations.not_found */
export async function about(
  db: Database,
  ask: { actor: Actor; organisationId: string },
): Promise<Result<typeof typedContract.about>> {
  const { row, can } = await typingFor(db, ask)
  if (row.state === 'left') throw refuseOrganisation('organisations.not_found')
  return { name: row.name, can }
}

/**
 * Challenges of the desk by a part of their question. Those on whose side the broker stands are not among them, so that
 * nothing is asked and typed that is refused afterwards (§2.2).
 *
 * @throws cases.not_found to whoever brokers nothing here
 */
export async function challenges(
  db: Database,
  ask: {
    actor: Actor
    placeId: string
    q?: string | undefined
    which?: 'open' | 'any' | undefined
  },
): Promise<Result<typeof typedContract.challenges>> {
  const desk = requireDesk(ask.actor, ask.placeId)
  return challengesNamed(db, desk, { q: ask.q?.trim() ?? '', onlyOpen: ask.which === 'open' })
}
