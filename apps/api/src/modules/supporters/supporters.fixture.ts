import { type Call, createClient } from '@howcanwe/shared/http'
import { supportersContract as contract, type Supporter } from '@howcanwe/shared/supporters'
import { someId, type World, wire } from '../../../test/support.ts'

/** A day so many days from now, as a form would send it. */
export const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

export interface Pair {
  okafor: { id: string; email: string; call: Call }
  joy: { id: string; email: string; call: Call }
  /** What Joy's browser sends while she acts for him. */
  acting: Record<string, string>
  /** Joy, acting for him. */
  forHim: Call
}

async function known(world: World, name: string) {
  const email = `${name.toLowerCase()}-${someId()}@example.org`
  const id = await world.seed.person({ name, email, verifiedAt: new Date() })
  return { id, email, call: await world.as(id) }
}

/** Mr Okafor, 71, and his niece Joy: both have signed in before. */
export async function pair(world: World): Promise<Pair> {
  const [okafor, joy] = [await known(world, 'Okafor'), await known(world, 'Joy')]
  const acting = {
    authorization: `Bearer ${await world.tokenOf(joy.id)}`,
    'acting-for': okafor.id,
  }
  return { okafor, joy, acting, forHim: createClient(wire(world.app), () => acting) }
}

/** He asks her. */
export const askJoy = (
  { okafor, joy }: Pair,
  scopes: ('groups' | 'answers')[] = ['groups'],
): Promise<Supporter> =>
  okafor.call(contract.ask, {
    body: {
      name: 'Joy',
      email: joy.email,
      scopes,
      until: inDays(60),
      consentVersion: '2026-11',
    },
  })

/** He asks and she says yes. @returns the id of the support */
export async function helped(two: Pair, scopes?: ('groups' | 'answers')[]): Promise<string> {
  const { id } = await askJoy(two, scopes)
  await two.joy.call(contract.accept, { params: { supportId: id }, body: {} })
  return id
}
