import type { Funding, OwnServices } from '@howcanwe/shared/organisations'
import type { PublishedService } from '@howcanwe/shared/services'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { grantsTo } from '../../grants/index.ts'
import { refuse } from '../organisations.errors.ts'
import { orgIdOf } from '../organisations.identifiers.ts'
import { mayChange } from '../organisations.policy.ts'
import type { OrganisationRow } from '../queries/front-door.queries.ts'
import * as q from '../queries/open-data.queries.ts'
import { identifiersOfOrganisations } from '../queries/organisations.queries.ts'
import { requireOwn, requireSeen } from './organisations.usecases.ts'

type About = { actor: Actor; organisationId: string }
type Found = Awaited<ReturnType<typeof q.servicesRunBy>>[number]

const shown = ({ service: s }: Found): PublishedService => ({
  id: s.id,
  name: s.name,
  description: s.description,
  status: s.status,
  url: s.url,
  email: s.email,
  phone: s.phone,
  minimumAge: s.minimumAge,
  maximumAge: s.maximumAge,
  areas: s.areas,
  organisation: s.organisationName,
  source: {
    file: s.sourceFile,
    licence: s.licence,
    changedOn: s.changedOn,
    readAt: s.importedAt,
  },
})

/** What open directories say these organisations run, without what their own people said is not theirs. */
export async function publicServices(
  db: Database,
  organisationIds: readonly string[],
): Promise<Map<string, PublishedService[]>> {
  const services = new Map<string, PublishedService[]>()
  for (const found of await q.servicesRunBy(db, organisationIds))
    if (!found.notOurs)
      services.set(found.organisationId, [
        ...(services.get(found.organisationId) ?? []),
        shown(found),
      ])
  return services
}

async function fundingOf(db: Database, organisationId: string): Promise<Funding['items']> {
  const numbers = await identifiersOfOrganisations(db, [organisationId])
  const sure = numbers.filter((number) => number.verified !== 'none')
  const given = await grantsTo(db, sure.map(orgIdOf))
  const not = await q.grantsNotOurs(db, organisationId)
  return given.map((one) => ({
    ...one,
    says: one.publisher ?? one.funder,
    notOurs: not.has(one.id),
  }))
}

const asFunding = async (db: Database, actor: Actor, row: OrganisationRow): Promise<Funding> => ({
  items: await fundingOf(db, row.id),
  can: { say: mayChange(actor, row) },
})

const asServices = async (
  db: Database,
  actor: Actor,
  row: OrganisationRow,
): Promise<OwnServices> => ({
  items: (await q.servicesRunBy(db, [row.id])).map((found) => ({
    service: shown(found),
    notOurs: found.notOurs,
  })),
  can: { say: mayChange(actor, row) },
})

/**
 * What funders say they gave an organisation, found by its numbers and by nothing else; for its own people and the
 * brokers of its place. Nothing weighs it: matching cannot read it (`product-spec.md` §2.6).
 *
 * @throws organisations.not_found
 */
export const readFunding = async (db: Database, about: About): Promise<Funding> =>
  asFunding(db, about.actor, await requireSeen(db, about))

/** What open directories say an organisation runs. @throws organisations.not_found */
export const readServices = async (db: Database, about: About): Promise<OwnServices> =>
  asServices(db, about.actor, await requireSeen(db, about))

const trail = (tx: Database, given: Said, row: OrganisationRow) =>
  record(tx, {
    placeId: row.placeId,
    actorId: given.actor.personId,
    action: `organisations.${given.ours ? 'open-data-ours' : 'open-data-not-ours'}`,
    subject: { kind: 'organisation', id: row.id },
    after: given.what,
  })

type Said = About & { ours: boolean; what: { serviceId: string } | { grantId: string } }

async function keep(tx: Database, given: Said, row: OrganisationRow): Promise<void> {
  const of = { organisationId: row.id, ...given.what }
  const moved = given.ours
    ? await q.own(tx, of)
    : await q.disown(tx, { ...of, placeId: row.placeId, saidBy: given.actor.personId })
  if (moved) await trail(tx, given, row)
}

/** "This is not us", or it is after all; said of what was found for them alone. @throws organisations.not_found */
export async function sayOfService(
  deps: Deps,
  given: About & { serviceId: string; ours: boolean },
): Promise<OwnServices> {
  const { actor, serviceId } = given
  return inTransaction(deps.db, async (tx) => {
    const row = await requireOwn(tx, given)
    const found = await q.servicesRunBy(tx, [row.id])
    if (!found.some(({ service }) => service.id === serviceId))
      throw refuse('organisations.not_found')
    await keep(tx, { ...given, what: { serviceId } }, row)
    return asServices(tx, actor, row)
  })
}

/** The same of a grant. @throws organisations.not_found */
export async function sayOfFunding(
  deps: Deps,
  given: About & { grantId: string; ours: boolean },
): Promise<Funding> {
  const { actor, grantId } = given
  return inTransaction(deps.db, async (tx) => {
    const row = await requireOwn(tx, given)
    const found = await fundingOf(tx, row.id)
    if (!found.some(({ id }) => id === grantId)) throw refuse('organisations.not_found')
    await keep(tx, { ...given, what: { grantId } }, row)
    return asFunding(tx, actor, row)
  })
}
