import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { registerEntry } from '../../../../test/register-entry.ts'
import { startWorld, type World } from '../../../../test/support.ts'
import { challenges } from '../../challenges/challenges.table.ts'
import { interestedOrganisationIds } from '../../interests/index.ts'
import { invitedAmong, invitedOf } from '../../invitations/index.ts'
import { registerEntries } from '../../register/register.table.ts'
import { remake } from '../matching.making.ts'
import { questionById } from '../matching.reading.ts'
import { storedList } from '../stored.queries.ts'
import { challengeMatches } from '../stored.table.ts'
import { rematch } from './night.usecases.ts'

let world: World
let challengeId = ''
let group = ''
let trust = ''
const others = { interestedOf: interestedOrganisationIds, invitedOf, invitedAmong }
const wanted = () => [{ id: challengeId, knowsAnswers: false }]

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
let districts = 400
beforeEach(async () => {
  const lad = `E09000${++districts}`
  const place = await world.seed.place({ ladCodes: [lad] })
  const ruth = await world.seed.person({ roles: [{ placeId: place.id, role: 'commissioner' }] })
  challengeId = await world.seed.openChallenge({ place, commissioner: ruth })
  group = await world.seed.organisation({ place, name: 'Night Carers', capacity: {} })
  trust = await registerEntry(world.db, { areas: [lad], activities: 'Breaks for carers.' })
  await remake(world.appDb, others, wanted())
})

const versions = async () =>
  (
    await world.db.execute<{ packed: string }>(
      sql`select md5(packed) as packed from challenge_matches where challenge_id = ${challengeId}`,
    )
  ).rows[0]?.packed
/** Tears the kept list, so that it is seen whether it is written again. */
const torn = () =>
  world.db
    .update(challengeMatches)
    .set({ packed: Buffer.from('torn') })
    .where(eq(challengeMatches.challengeId, challengeId))

async function nextNight() {
  const { rows } = await world.db.execute<{
    id: string
    placeId: string
    changes: number
    fingerprint: string
  }>(sql`
    update challenge_matches m set made_at = clock_timestamp() - interval '21 hours' where challenge_id = ${challengeId}
    returning challenge_id as id, place_id as "placeId", changes,
      case when made_of = changes then fingerprint end as fingerprint`)
  return rematch(
    world.appDb,
    others,
    rows.map((r) => ({ ...r, knowsAnswers: false })),
  )
}

describe('at night a list is found anew, and written anew where it came out differently (BR2)', () => {
  it('it stays as it is where nothing changed, and is as fresh as a new one', async () => {
    await torn()
    const before = await versions()
    expect(await nextNight()).toBe(1)
    expect(await versions()).toBe(before)
    const { rows } = await world.db.execute(sql`
      select made_of = changes as fresh, made_at > now() - interval '1 minute' as today from challenge_matches
      where challenge_id = ${challengeId}`)
    expect(rows).toEqual([{ fresh: true, today: true }])
  })

  it.each<[string, () => Promise<unknown>]>([
    [
      'the register spells a name differently',
      () =>
        world.db
          .update(registerEntries)
          .set({ nameShown: 'The Lantern', rowHash: 'y' })
          .where(eq(registerEntries.id, trust)),
    ],
    [
      'a group has said nothing for half a year',
      () =>
        world.db.transaction(async (tx) => {
          await tx.execute(sql`set local session_replication_role = replica`)
          await tx.execute(sql`
            update capacity_profiles set confirmed_at = now() - interval '7 months' where organisation_id = ${group}`)
          await tx.execute(
            sql`update organisations set declared_at = now() - interval '7 months', checked_at = null where id = ${group}`,
          )
        }),
    ],
    [
      'a group says that it has more time',
      () =>
        world.db.execute(
          sql`update capacity_profiles set spare_hours_per_month = 40 where organisation_id = ${group}`,
        ),
    ],
  ])('it is written anew where %s', async (_, change) => {
    await change()
    await torn()
    await nextNight()
    const kept = await storedList(world.appDb, challengeId)
    expect(kept?.isFresh).toBe(true)
    expect(kept?.list?.items.length).toBe(2)
  })
})

it('words are taken apart once, and again when they are others', async () => {
  const words = async () => (await questionById(world.appDb, challengeId)).asked.words
  await registerEntry(world.db, { activities: 'Unicycles.' })
  expect(await words()).not.toContain('unicycles')
  await world.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx
      .update(challenges)
      .set({ summary: 'Could unicycles help?' })
      .where(eq(challenges.id, challengeId))
  })
  expect(await words()).toContain('unicycles')
})
