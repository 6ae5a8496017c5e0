import type { Funding } from '@howcanwe/shared/organisations'
import type { Database } from '../../../db/database.ts'
import type { Actor } from '../../../http/actor.ts'
import { grantsTo } from '../../grants/index.ts'
import { orgIdOf } from '../organisations.identifiers.ts'
import { identifiersOfOrganisations } from '../queries/organisations.queries.ts'
import { requireSeen } from './organisations.usecases.ts'

/**
 * What funders say they gave an organisation, found by its numbers and by nothing else; for its own people and the
 * brokers of its place. Nothing weighs it: matching cannot read it (`product-spec.md` §2.6).
 *
 * @throws organisations.not_found
 */
export async function readFunding(
  db: Database,
  about: { actor: Actor; organisationId: string },
): Promise<Funding> {
  const { id } = await requireSeen(db, about)
  const numbers = await identifiersOfOrganisations(db, [id])
  const sure = numbers.filter((number) => number.verified !== 'none')
  const given = await grantsTo(db, sure.map(orgIdOf))
  return { items: given.map((one) => ({ ...one, says: one.publisher ?? one.funder })) }
}
