import { eq, inArray, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { registerEntry } from '../../../test/register-entry.ts'
import type { SeededPlace } from '../../../test/seed.ts'
import { someId, startWorld, type World } from '../../../test/support.ts'
import { challenges } from '../challenges/challenges.table.ts'
import { interestedOrganisationIds } from '../interests/index.ts'
import { invitedAmong, invitedOf } from '../invitations/index.ts'
import {
  capacityProfiles,
  organisationAreas,
  organisations,
} from '../organisations/organisations.table.ts'
import { places } from '../places/places.table.ts'
import { remake } from './matching.making.ts'
import { challengesFor } from './matching.reverse.ts'
import { matchNew } from './matching.usecases.ts'
import { rematchTonight } from './night/night.usecases.ts'
import { storedList } from './stored.queries.ts'
import { challengeMatches } from './stored.table.ts'

let world: World
let here: SeededPlace
let ruth = ''
let challengeId = ''
let group = ''
let ines = ''
const others = { interestedOf: interestedOrganisationIds, invitedOf, invitedAmong }

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
let districts = 300
let lad = ''
beforeEach(async () => {
  lad = `E09000${++districts}`
  here = await world.seed.place({ ladCodes: [lad] })
  ruth = await world.seed.person({ roles: [{ placeId: here.id, role: 'commissioner' }] })
  ines = await world.seed.person({ roles: [{ placeId: here.id, role: 'broker' }] })
  challengeId = await world.seed.openChallenge({ place: here, commissioner: ruth })
  group = await world.seed.organisation({ place: here, name: 'Night Carers', capacity: {} })
  await remake(world.appDb, others, [{ id: challengeId, knowsAnswers: false }])
})

const isFresh = async () => (await storedList(world.appDb, challengeId))?.isFresh
const answered = () =>
  world.db.execute(sql`
    insert into interests (id, place_id, challenge_id, organisation_id, why, bring_note, hours_per_month, need_note,
      together, together_with, conflict, conflict_note, submitted_by, received_at)
    values (${someId()}, ${here.id}, ${challengeId}, ${group}, 'Because we know them', '', 4, '',
      'alone', '', false, '', ${ruth}, clock_timestamp())`)
const invite = () =>
  world.db.execute(sql`
    insert into invitations (id, place_id, challenge_id, organisation_id, why, channel, invited_by)
    values (${someId()}, ${here.id}, ${challengeId}, ${group}, 'You know them', 'by-hand', ${ines})`)
const capacity = (said: Partial<typeof capacityProfiles.$inferInsert>) =>
  world.appDb.update(capacityProfiles).set(said).where(eq(capacityProfiles.organisationId, group))

describe('a list that was made is shown until something it rests on changes (BR2)', () => {
  it('is fresh when nothing has', async () => {
    expect(await isFresh()).toBe(true)
  })

  it.each<[string, () => Promise<unknown>]>([
    ['a group says what it can spare', () => capacity({ spareHoursPerMonth: 12 })],
    [
      'a group names its themes',
      () =>
        world.appDb
          .update(organisations)
          .set({ themes: ['carers', 'food'] })
          .where(eq(organisations.id, group)),
    ],
    [
      'a group pauses',
      () =>
        world.appDb
          .update(organisations)
          .set({ state: 'paused' })
          .where(eq(organisations.id, group)),
    ],
    [
      'a group works in another neighbourhood, too',
      () =>
        world.appDb
          .insert(organisationAreas)
          .values({ placeId: here.id, organisationId: group, areaId: here.areaIds[1] ?? '' }),
    ],
    ['a new group joins', () => world.seed.organisation({ place: here })],
    [
      'a group lists what it does already (OR4)',
      () =>
        world.db.execute(sql`
          insert into practice_cards (id, place_id, organisation_id, state, title, for_whom, evidence, may_copy, themes,
            written_by, listed_at)
          select ${someId()}, ${here.id}, ${group}, 'listed', 'Saturday sitters', 'carers', e, m, '{carers}', ${ruth}, now()
          from unnest(array['tried']) e, unnest(array['yes']) m`),
    ],
    ['somebody is invited', invite],
    [
      'its words change, with a line in the public change log',
      () =>
        world.db.transaction(async (tx) => {
          await tx.execute(sql`insert into amendments (id, place_id, challenge_id, kind, changes, columns, reason, made_by)
            values (${someId()}, ${here.id}, ${challengeId}, 'clarify', '[]', '{summary}', 'So that it is clear.', ${ruth})`)
          await tx
            .update(challenges)
            .set({ summary: 'Respite on Saturdays.' })
            .where(eq(challenges.id, challengeId))
        }),
    ],
  ])('is not when %s', async (_, change) => {
    await change()
    expect(await isFresh()).toBe(false)
  })

  it('is still fresh when somebody answers or takes it back before the closing time: it would tell (S-02)', async () => {
    await answered()
    expect(await isFresh()).toBe(true)
    await world.db.execute(
      sql`update interests set state = 'withdrawn', withdrawn_at = now() where challenge_id = ${challengeId}`,
    )
    expect(await isFresh()).toBe(true)
  })

  it('is not fresh when a group changes while the list is made', async () => {
    const slow = {
      ...others,
      invitedAmong: async () => {
        await capacity({ spareHoursPerMonth: 3 })
        return new Map()
      },
    }
    await remake(world.appDb, slow, [{ id: challengeId, knowsAnswers: false }])
    expect(await isFresh()).toBe(false)
  })

  it('is made by the worker for a question that has just opened, and forgotten when that is settled', async () => {
    const next = await world.seed.openChallenge({ place: here, commissioner: ruth })
    expect((await storedList(world.appDb, next))?.madeAt).toBeNull()
    while (await matchNew(world.appDb, others));
    expect((await storedList(world.appDb, next))?.isFresh).toBe(true)
    await world.db
      .update(challenges)
      .set({ state: 'withdrawn', withdrawnReason: 'The money went elsewhere.' })
      .where(eq(challenges.id, next))
    expect(await storedList(world.appDb, next)).toBeUndefined()
  })

  describe('at night', () => {
    const yesterday = (ids: readonly string[]) =>
      world.db
        .update(challengeMatches)
        .set({ madeAt: sql`clock_timestamp() - interval '21 hours'` })
        .where(inArray(challengeMatches.challengeId, [...ids]))
    /** Moves the place to where it is half past two now. */
    const nightIn = async (placeId: string) => {
      const [hour] = (
        await world.db.execute<{ hour: number }>(
          sql`select extract(hour from clock_timestamp() at time zone 'UTC')::int as hour`,
        )
      ).rows.map((r) => r.hour)
      const ahead = ((2 - (hour ?? 0) + 24 + 11) % 24) - 11
      const timeZone = `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`
      await world.db.update(places).set({ timeZone }).where(eq(places.id, placeId))
    }
    const madeAt = async (id: string) => (await storedList(world.appDb, id))?.madeAt?.getTime() ?? 0

    it('every list from the day before is made anew in one go, and no other', async () => {
      const next = await world.seed.openChallenge({ place: here, commissioner: ruth })
      await remake(world.appDb, others, [{ id: next, knowsAnswers: false }])
      const asleep = await world.seed.place()
      const commissioner = await world.seed.person({
        roles: [{ placeId: asleep.id, role: 'commissioner' }],
      })
      const elsewhere = await world.seed.openChallenge({ place: asleep, commissioner })
      await remake(world.appDb, others, [{ id: elsewhere, knowsAnswers: false }])
      await world.db.update(places).set({ timeZone: 'UTC' }).where(eq(places.id, asleep.id))
      await nightIn(here.id)
      await yesterday([challengeId, next])
      const [before, there] = [await storedList(world.appDb, next), await madeAt(elsewhere)]
      expect(await rematchTonight(world.appDb, others)).toBe(2)
      expect(await madeAt(challengeId)).toBeGreaterThan(Date.now() - 3_600_000)
      expect((await storedList(world.appDb, next))?.list).toEqual(before?.list)
      expect(await madeAt(elsewhere)).toBe(there)
      expect(await rematchTonight(world.appDb, others)).toBe(0)
    })

    it('what changes while they are made leaves a list stale, and two workers make each once', async () => {
      await nightIn(here.id)
      await yesterday([challengeId])
      const meanwhile = {
        ...others,
        invitedAmong: async (db: Parameters<typeof invitedAmong>[0], ids: readonly string[]) => {
          await capacity({ spareHoursPerMonth: 3 })
          return invitedAmong(db, ids)
        },
      }
      const made = await Promise.all([
        rematchTonight(world.appDb, meanwhile),
        rematchTonight(world.appDb, meanwhile),
      ])
      expect(made.reduce((sum, n) => sum + n, 0)).toBe(1)
      expect(await isFresh()).toBe(false)
    })
  })
})

describe('a group looks which questions fit it', () => {
  it('finds open ones of its place with the same parts, and none of its own', async () => {
    const { items, considered } = await challengesFor(world.appDb, group)
    expect(items.map((i) => i.challengeId)).toEqual([challengeId])
    expect(considered).toBe(1)
    expect(items[0]?.parts.map((p) => p.part)).toContain('livedExperience')
    const there = await world.seed.place()
    const elsewhere = await world.seed.organisation({ place: there })
    expect(await challengesFor(world.appDb, elsewhere)).toEqual({ items: [], considered: 0 })
  })

  it('reads words it has in common from its register entry', async () => {
    const entryId = await registerEntry(world.db, {
      areas: [lad],
      activities: 'Overnight respite so that carers can sleep.',
    })
    await world.db
      .update(organisations)
      .set({ registerEntryId: entryId })
      .where(eq(organisations.id, group))
    const { rows } = await world.db.execute<{ words: number[] }>(
      sql`select words from match_organisations where organisation_id = ${group}`,
    )
    expect(rows[0]?.words.length).toBeGreaterThan(3)
  })
})
