import type { Call } from '@howcanwe/shared/http'
import { type Grant, rolesContract } from '@howcanwe/shared/roles'
import { sql } from 'drizzle-orm'
import type { World } from '../../../test/support.ts'

/** A town with two stewards, Joan and Peter, its broker Ines, and Ruth who asks for the council. */
export async function startTown(world: World) {
  const place = await world.seed.place()
  const roles = (role: 'steward' | 'broker' | 'commissioner') => [{ placeId: place.id, role }]
  const joan = await world.seed.person({
    name: 'Joan',
    email: 'joan@town.example',
    roles: roles('steward'),
  })
  const peter = await world.seed.person({
    name: 'Peter',
    email: 'peter@town.example',
    roles: roles('steward'),
  })
  const ines = await world.seed.person({ name: 'Ines', roles: roles('broker') })
  const ruth = await world.seed.person({ name: 'Ruth', roles: roles('commissioner') })
  const council = await world.seed.organisation({
    place,
    name: 'Town Council',
    kind: 'council',
    sector: 'public',
    incomeBand: 'not-a-charity',
    members: [ruth],
  })
  const activate = () =>
    world.db.execute(sql`update places set pay_hourly_pence = 2500, pay_source = 'x', pay_as_of = '2026-04-01',
      complaints_name = 'Joan', complaints_phone = '1', state = 'active' where id = ${place.id}`)
  return { place, joan, peter, ines, ruth, council, activate }
}
export type Town = Awaited<ReturnType<typeof startTown>>

/** The one role of a list that is this person's. */
export async function grantOf(call: Call, placeId: string, name: string): Promise<Grant> {
  const { items } = await call(rolesContract.all, { query: { placeId } })
  const found = items.find((one) => one.person.name === name)
  if (!found) throw new Error(`${name} is not in the list`)
  return found
}

export const lettersTo = async (world: World, to: string) =>
  (
    await world.db.execute<{ template: string; subject: string; body: string }>(
      sql`select template, subject, body from outbox where recipient = ${to} order by created_at, id`,
    )
  ).rows

const DAY_MS = 86_400_000
export const soon = () => new Date(Date.now() + 30 * DAY_MS)
export const REASON = 'We have not been able to reach you for a month.'

/** What tests of roles do in a town again and again. */
export function roleTools(world: Pick<World, 'as'>, town: () => Town) {
  const all = async (who: string) =>
    (await world.as(who))(rolesContract.all, { query: { placeId: town().place.id } })
  const give = async (who: string, more: object) =>
    (await world.as(who))(rolesContract.give, {
      body: { placeId: town().place.id, email: 'noor@town.example', role: 'facilitator', ...more },
    })
  const move = async (
    who: string,
    how: 'grant' | 'suspend' | 'resume' | 'end',
    { id, version }: Pick<Grant, 'id' | 'version'>,
  ) => {
    const call = await world.as(who)
    const params = { grantId: id }
    const seen = { ifMatch: version }
    if (how === 'grant') return call(rolesContract.grant, { params, body: {} }, seen)
    if (how === 'resume') return call(rolesContract.resume, { params, body: {} }, seen)
    return call(rolesContract[how], { params, body: { reason: REASON } }, seen)
  }
  const ask = async (who: string, role: 'elected-member' | 'funder' | 'facilitator' = 'funder') =>
    (await world.as(who))(rolesContract.ask, {
      body: { placeId: town().place.id, role, words: 'We pay for two of the halls here.' },
    })
  return { all, give, move, ask }
}
