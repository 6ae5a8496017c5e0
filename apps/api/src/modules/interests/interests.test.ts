import type { Endpoint } from '@howcanwe/shared/http'
import { interestsContract as contract } from '@howcanwe/shared/interests'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { refusal, someId } from '../../../test/support.ts'
import {
  amina,
  answerFor,
  answers,
  broker,
  carers,
  challengeId,
  council,
  facilitator,
  inTown,
  lettersTo,
  rowsOf,
  ruth,
  send,
  storedCount,
  town,
  trailOf,
  turnTo,
  world,
} from './interests.fixture.ts'

inTown()

describe('answering in one bus ride (J-01)', () => {
  it('a group of nine volunteers answers within five questions and is told when it hears, and from whom', async () => {
    const sent = await send(amina, { secondsTaken: 412 })
    expect(sent.state).toBe('submitted')
    expect(sent.organisation.id).toBe(carers)
    expect(sent.can).toEqual({ change: true, withdraw: true })
    expect(sent.decision).toBeNull()
    const letters = await lettersTo(carers)
    expect(letters).toHaveLength(1)
    expect(letters[0]?.template).toBe('interests.received')
    expect(letters[0]?.body).toContain('by Monday 2 March 2099, from Ruth, Northgate Council')
    expect(letters[0]?.body).toContain('12 hours a month')
    expect(letters[0]?.body).toMatch(/take them back until \w+ \d+ \w+ \d{4} at \d\d:\d\d/)
    expect(letters[0]?.body).toContain('Ines, 020 7946 0000')
    expect(letters[0]?.body, 'a letter carries no answer').not.toContain('Saturday off this year')
    expect(await trailOf(sent.id)).toMatchObject([
      { action: 'interests.expressed', actor_id: amina, after: { state: 'submitted' } },
    ])
  })

  it('what arrived when is the database’s word', async () => {
    const sent = await send()
    const [clock] = await rowsOf<{ apart: number }>(
      sql`select abs(extract(epoch from clock_timestamp() - received_at))::float8 as apart from interests where id = ${sent.id}`,
    )
    expect(clock?.apart).toBeLessThan(5)
    const [row] = await rowsOf<{ seconds_taken: number | null }>(
      sql`select seconds_taken from interests where id = ${sent.id}`,
    )
    expect(row?.seconds_taken).toBeNull()
  })

  it('a group that gave only a telephone number gets its letter at the address of whoever sent it', async () => {
    answerFor(
      await world.seed.organisation({
        place: town,
        members: [amina],
        contactEmail: null,
        contactPhone: '020 7946 0123',
      }),
    )
    await send()
    const letters = await rowsOf(
      sql`select id from outbox where recipient = (select email from people where id = ${amina})`,
    )
    expect(letters).toHaveLength(1)
  })

  it('a Dutch reader gets a Dutch letter', async () => {
    const femke = await world.seed.person({ name: 'Femke', language: 'nl' })
    answerFor(await world.seed.organisation({ place: town, members: [femke] }))
    await send(femke)
    expect((await lettersTo(carers))[0]?.body).toMatch(
      /Uiterlijk maandag 2 maart 2099 hoor je van Ruth/,
    )
  })

  it('two tabs at once make one interest, one trail and one letter', async () => {
    const both = await Promise.allSettled(Array.from({ length: 8 }, () => send()))
    expect(both.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    expect(await storedCount()).toBe(1)
    expect(await lettersTo(carers)).toHaveLength(1)
    expect((await refusal(send())).code).toBe('interests.already_expressed')
  })

  it('two members of one group answer once between them', async () => {
    const lou = await world.seed.person({ name: 'Lou' })
    answerFor(await world.seed.organisation({ place: town, members: [amina, lou] }))
    await send()
    expect((await refusal(send(lou))).code).toBe('interests.already_expressed')
    expect((await (await world.as(lou))(contract.mine)).items).toHaveLength(1)
  })

  it('250 words over all answers are enough; 251 are sent back and nothing is stored', async () => {
    const long = Array.from({ length: 246 }, () => 'care').join(' ')
    const tooLong = await refusal(send(amina, { why: long }))
    expect(tooLong.code).toBe('interests.too_many_words')
    expect(tooLong.errors?.[0]).toMatchObject({ pointer: '#/body/why', limit: 250 })
    expect(await storedCount()).toBe(0)
    expect(await lettersTo(carers)).toHaveLength(0)
    const fits = Array.from({ length: 245 }, () => 'care').join(' ')
    expect((await send(amina, { why: fits })).state).toBe('submitted')
  })

  it.each([
    'turnover',
    'income',
    'attachment',
    'attachments',
    'files',
    'policies',
    'insurance',
    'references',
    'accounts',
    'state',
    'decisionReason',
    'receivedAt',
    'placeId',
  ])('nobody can be asked for “%s” through any route (FR-03)', async (field) => {
    const call = await world.as(amina)
    const sent = await send()
    const extra = { [field]: 'x' }
    const tries: [Endpoint, object][] = [
      [
        contract.express,
        { params: { challengeId }, body: { organisationId: carers, ...answers, ...extra } },
      ],
      [contract.change, { params: { interestId: sent.id }, body: { ...answers, ...extra } }],
      [contract.withdraw, { params: { interestId: sent.id }, body: extra }],
    ]
    for (const [endpoint, args] of tries) {
      const loose = call as unknown as (e: Endpoint, a: object, o: object) => Promise<unknown>
      const refused = await refusal(loose(endpoint, args, { ifMatch: 1 }))
      expect(refused.errors).toEqual([{ pointer: `#/body/${field}`, code: 'not_allowed' }])
    }
  })
})

describe('who may not', () => {
  it('somebody of another organisation cannot answer for this one, nor learn whether it exists', async () => {
    const dele = await world.seed.person({ name: 'Dele' })
    await world.seed.organisation({ place: town, members: [dele] })
    const theirs = await refusal(send(dele))
    expect([theirs.status, theirs.code]).toEqual([404, 'interests.not_your_organisation'])
    const nobodys = await refusal(send(dele, { organisationId: someId() }))
    expect(nobodys).toEqual({ ...theirs, instance: nobodys.instance })
  })

  it('an organisation of another town cannot answer here', async () => {
    const south = await world.seed.place()
    answerFor(await world.seed.organisation({ place: south, members: [amina] }))
    expect((await refusal(send())).code).toBe('interests.not_your_organisation')
  })

  it('a group that has left no longer answers', async () => {
    await world.db.execute(sql`update organisations set state = 'left' where id = ${carers}`)
    expect((await refusal(send())).code).toBe('interests.not_your_organisation')
  })

  it('the council cannot answer its own question', async () => {
    expect((await refusal(send(ruth, { organisationId: council }))).code).toBe(
      'interests.asks_itself',
    )
    expect(await storedCount()).toBe(0)
  })

  it('a stranger is asked to sign in; people without an organisation are refused', async () => {
    const args = { params: { challengeId }, body: { organisationId: carers, ...answers } }
    expect((await refusal(world.anyone(contract.express, args))).status).toBe(401)
    const kayleigh = await world.seed.person({ name: 'Kayleigh' })
    for (const person of [kayleigh, broker, facilitator]) {
      expect((await refusal(send(person))).status).toBe(403)
    }
  })

  it.each(['draft', 'withdrawn'])('a %s challenge takes no answers', async (state) => {
    turnTo(await world.seed.draft({ place: town, commissioner: ruth, council }))
    if (state === 'withdrawn') {
      turnTo(await world.seed.openChallenge({ place: town, commissioner: ruth, council }))
      await world.db.execute(
        sql`update challenges set state = 'withdrawn', withdrawn_reason = 'The money went to the hospital instead.' where id = ${challengeId}`,
      )
    }
    expect((await refusal(send())).code).toBe(
      state === 'draft' ? 'challenges.not_found' : 'challenges.wrong_state',
    )
    turnTo(someId())
    expect((await refusal(send())).code).toBe('challenges.not_found')
  })
})
