import type { IncomeBand } from '@howcanwe/shared/organisations'
import { sql } from 'drizzle-orm'
import { registerEntry } from '../../../test/register-entry.ts'
import type { SeededPlace } from '../../../test/seed.ts'
import { someId, type World } from '../../../test/support.ts'
import { reachOf } from './neutral.looks.fixture.ts'
import { type Before, finish, liftGuards } from './neutral.past.fixture.ts'

export const LAD = 'E09000601'
/** What entries of the register say they do; only the first two can meet the question. */
const SAYS = ['respite weekends carers booking', 'respite booking', 'Soup on Sundays']

/**
 * Small and large mixed, so that balance moves somebody up (FR-04); the last two are equals, told apart by the lot.
 * The first is an entry of the register, the third has a practice card, and three reach those it is about.
 */
const GROUPS: { band: IncomeBand; spare: number; lived: 'led-by' | 'some' | 'not' | null }[] = [
  { band: 'large', spare: 10, lived: 'led-by' },
  { band: 'micro', spare: 2, lived: 'not' },
  { band: 'major', spare: 8, lived: 'led-by' },
  { band: 'micro', spare: 6, lived: 'some' },
  { band: 'small', spare: 10, lived: null },
  { band: 'small', spare: 10, lived: null },
]
export const GROUP_COUNT = GROUPS.length
export const BANDS = GROUPS.map((g) => g.band)

export interface Neutral extends Before {
  entries: { id: string; says: string }[]
}

async function groupsOf(
  world: World,
  here: SeededPlace,
  claimed: string,
): Promise<Before['groups']> {
  const made: { id: string; number: string; member: string }[] = []
  for (const [i, { band, spare, lived }] of GROUPS.entries()) {
    const member = await world.seed.person()
    const id = await world.seed.organisation({
      place: here,
      name: `Group number ${i}`,
      incomeBand: band,
      registerEntryId: i === 0 ? claimed : null,
      members: [member],
      capacity: {
        livedExperience: lived,
        spareHoursPerMonth: spare,
        reach: i < 3 ? reachOf(false) : [],
      },
    })
    const value = String(800_000 + i)
    await world.db.execute(sql`
      insert into organisation_identifiers (organisation_id, scheme, value, verified, raw)
      values (${id}, 'GB-CHC', ${value}, 'register', ${value})`)
    made.push({ id, number: `GB-CHC-${value}`, member })
  }
  return made
}

const cardOf = ({ db }: World, placeId: string, group: Before['groups'][number]) =>
  db.execute(sql`
    insert into practice_cards (id, place_id, organisation_id, state, title, for_whom, evidence, may_copy, themes,
      listed_at, written_by)
    values (${someId()}, ${placeId}, ${group.id}, 'listed', 'Saturday sitters', 'Carers', 'feedback', 'anyone',
      '{carers,health}', clock_timestamp(), ${group.member})`)

async function questions(world: World, place: SeededPlace, commissioner: string) {
  const council = await world.seed.organisation({
    ...{ place, kind: 'council', sector: 'public', incomeBand: 'not-a-charity' },
    members: [commissioner],
  })
  const open = (hoursPerMonth: number, themes: ('carers' | 'health' | 'food')[]) =>
    world.seed.openChallenge({
      ...{ place, commissioner, council, hoursPerMonth, themes },
      summary: 'Respite is offered late; booking it for weekends rarely works.',
    })
  const challengeId = await open(10, ['carers'])
  const others = [await open(20, ['carers', 'food']), await open(4, ['health'])]
  return { challengeId, others, earlier: [await open(10, ['carers']), await open(10, ['food'])] }
}

/** A broker, an open question with one already invited, others beside it, two that are over, and whoever may fit. */
export async function neutralTown(world: World): Promise<Neutral> {
  const { seed, db } = world
  const here = await seed.place({ ladCodes: [LAD] })
  const broker = await seed.person({ roles: [{ placeId: here.id, role: 'broker' }] })
  const commissioner = await seed.person({ roles: [{ placeId: here.id, role: 'commissioner' }] })
  const entries: Neutral['entries'] = []
  for (const says of SAYS)
    entries.push({ id: await registerEntry(db, { areas: [LAD], activities: says }), says })
  const groups = await groupsOf(world, here, entries[1]?.id ?? '')
  if (groups[2]) await cardOf(world, here.id, groups[2])
  const { challengeId, earlier } = await questions(world, here, commissioner)
  const town = { placeId: here.id, broker, commissioner, earlier, challengeId, groups, entries }
  await liftGuards(world)
  for (const id of earlier) await finish(world, town, id)
  await db.execute(sql`
    insert into invitations (id, place_id, challenge_id, organisation_id, why, channel, invited_by)
    values (${someId()}, ${here.id}, ${challengeId}, ${groups[3]?.id}, 'You know them', 'by-hand', ${broker})`)
  return town
}
