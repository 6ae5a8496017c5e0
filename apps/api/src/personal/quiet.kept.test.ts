import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { someId, startWorld, type World } from '../../test/support.ts'
import { inTransaction } from '../db/database.ts'
import { join, letters, town } from '../modules/codesign/codesign.fixture.ts'
import { interest } from './personal.fixture.ts'
import { quietTools } from './quiet.fixture.ts'

let world: World
let t: Awaited<ReturnType<typeof town>>
const { away, everybodyIsHere, rowOf, run, said, toldAgo } = quietTools(() => world)
beforeAll(async () => {
  world = await startWorld()
  t = await town(world)
})
afterAll(() => world.close())
beforeEach(everybodyIsHere)

describe('nobody is let go of while others count on them', () => {
  const left = async (id: string) => {
    expect(await run()).toEqual({ told: 0, erased: 0, countedOn: 1, unreachable: 0 })
    expect(await rowOf(id)).toMatchObject({ name: 'Kayleigh', told: false, erased: false })
    expect(said).toEqual([{ told: 0, erased: 0, countedOn: 1, unreachable: 0 }])
    expect(JSON.stringify(said)).not.toContain(id)
  }
  const role = (personId: string) =>
    world.db.execute(sql`insert into role_grants (id, place_id, person_id, role)
      values (gen_random_uuid(), ${t.place.id}, ${personId}, 'facilitator')`)

  it('not who answers for an open challenge', async () => {
    const { id } = await away('2 years', '31 days')
    await world.seed.openChallenge({ place: t.place, commissioner: id })
    await left(id)
  })

  it('not who is the only lead of an organisation that has answered', async () => {
    const { id } = await away('2 years', '31 days')
    const organisation = await world.seed.organisation({ place: t.place, members: [id] })
    await interest(world, t.place.id, t.challengeId, organisation, t.people.ruth)
    await left(id)
  })

  it('not who has an open answer', async () => {
    const { id } = await away('2 years', '31 days')
    const organisation = await world.seed.organisation({
      place: t.place,
      members: [t.people.ruth, id],
    })
    await interest(world, t.place.id, t.challengeId, organisation, id)
    await left(id)
  })

  it('not who runs a group, even one nobody has joined yet', async () => {
    const { id } = await away('2 years', '31 days')
    const { challengeId, place } = t
    await world.seed.group({ placeId: place.id, challengeId, facilitatorId: id })
    await left(id)
  })

  it('not who has a place in a group that is running', async () => {
    const { id, email } = await away('2 years', '31 days')
    await join(world.anyone, t.groupId, { contactBy: 'email', contact: email })
    await left(id)
  })

  it('not who holds a role; and when it ends, they get a letter and 30 days anew', async () => {
    const { id, email } = await away('2 years', '31 days')
    await role(id)
    await left(id)
    await world.db.execute(
      sql`update role_grants set ended_at = clock_timestamp() where person_id = ${id}`,
    )
    expect(await run()).toMatchObject({ told: 1, erased: 0 })
    expect(await letters(world, 'identity.quiet', email)).toHaveLength(1)
    await toldAgo(id, '30 days 1 minute')
    expect(await run()).toMatchObject({ erased: 1 })
  })

  it('not who helps somebody, nor whom they help', async () => {
    const helped = await away('2 years', '31 days')
    const supporterId = await world.seed.person({ name: 'Mo' })
    await world.db.execute(sql`alter table supports disable trigger user`)
    await world.db.execute(sql`
      insert into supports (id, person_id, supporter_id, contact, called_name, scopes, state, until)
      values (gen_random_uuid(), ${helped.id}, ${supporterId}, '', '', '{groups}', 'active',
        clock_timestamp() + interval '30 days')`)
    await world.db.execute(sql`alter table supports enable trigger user`)
    await left(helped.id)
  })

  /** Without the guards that keep the order in which a team comes to be. */
  const inReplica = (statement: ReturnType<typeof sql>) =>
    inTransaction(world.db, async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`)
      await tx.execute(statement)
    })
  const formed = async () => {
    const { id } = await away('2 years', '31 days')
    const challenge = await world.seed.openChallenge({
      place: t.place,
      commissioner: t.people.ruth,
    })
    return { id, challenge }
  }
  const becomes = async (challenge: string, state: string) => {
    await inReplica(sql`update challenges set state = ${state} where id = ${challenge}`)
  }

  it.each(['submitted', 'chosen'])(
    'not whose answer is %s where a team was formed; who was not chosen may go',
    async (state) => {
      const { id, challenge } = await formed()
      const organisation = await world.seed.organisation({
        place: t.place,
        members: [t.people.ruth, id],
      })
      const sent = await interest(world, t.place.id, challenge, organisation, id)
      await becomes(challenge, 'formed')
      const as = (next: string) =>
        inReplica(sql`update interests set state = ${next}, decided_at = now(), decided_by = ${t.people.ruth},
        decision_reason = 'They know the families of this street best.' where id = ${sent}`)
      if (state === 'chosen') await as('chosen')
      await left(id)
      await as('not-this-time')
      expect(await run()).toMatchObject({ countedOn: 0 })
    },
  )

  it('not who has a place in the group of a team that was formed', async () => {
    const { id, email } = await away('2 years', '31 days')
    const challenge = await world.seed.openChallenge({
      place: t.place,
      commissioner: t.people.ruth,
    })
    const groupId = await world.seed.group({
      placeId: t.place.id,
      challengeId: challenge,
      facilitatorId: t.people.ruth,
    })
    await join(world.anyone, groupId, { contactBy: 'email', contact: email })
    await becomes(challenge, 'formed')
    await left(id)
  })

  it('not the only member of an organisation in a team', async () => {
    const { id, challenge } = await formed()
    const organisation = await world.seed.organisation({ place: t.place, members: [id] })
    const cohort = someId()
    await inReplica(sql`
      insert into cohorts (id, place_id, challenge_id, statement, formed_by)
      values (${cohort}, ${t.place.id}, ${challenge}, 'Together they reach every street.', ${t.people.ruth})`)
    await inReplica(sql`
      insert into cohort_organisations (place_id, cohort_id, organisation_id)
      values (${t.place.id}, ${cohort}, ${organisation})`)
    await left(id)
  })

  it('nobody of them is written to: the letter would not be true', async () => {
    const { id, email } = await away('2 years')
    await role(id)
    await left(id)
    expect(await letters(world, 'identity.quiet', email)).toEqual([])
  })
})
