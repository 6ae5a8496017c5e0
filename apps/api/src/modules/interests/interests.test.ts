import { setTimeout as wait } from 'node:timers/promises'
import { challengesContract } from '@howcanwe/shared/challenges'
import { contracts } from '@howcanwe/shared/contracts'
import type { Endpoint } from '@howcanwe/shared/http'
import { interestsContract as contract } from '@howcanwe/shared/interests'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { inTransaction, sqlState } from '../../db/database.ts'

let world: World
let town: SeededPlace
let ruth: string
let council: string
let broker: string
let facilitator: string
beforeAll(async () => {
  world = await startWorld()
  const { seed } = world
  town = await seed.place({ name: 'Northgate and Elmside' })
  ruth = await seed.person({
    name: 'Ruth',
    roles: [{ placeId: town.id, role: 'commissioner' }],
  })
  council = await seed.organisation({
    place: town,
    name: 'Northgate Council',
    kind: 'council',
    sector: 'public',
    incomeBand: 'not-a-charity',
    members: [ruth],
  })
  broker = await seed.person({ roles: [{ placeId: town.id, role: 'broker' }] })
  facilitator = await seed.person({ roles: [{ placeId: town.id, role: 'facilitator' }] })
})
afterAll(() => world.close())

const answers = {
  why: 'Nine of us look after someone, and none of us has had a Saturday off this year.',
  bring: ['caring-support', 'outreach'] as ('caring-support' | 'outreach')[],
  bringNote: 'Forty carers who trust us.',
  hoursPerMonth: 12,
  fromWhen: '2027-04-01',
  need: ['backfill-pay'] as 'backfill-pay'[],
  needNote: '',
  together: 'find-us-partners' as const,
  togetherWith: '',
  conflict: false,
  conflictNote: '',
}

let amina: string
let carers: string
let challengeId: string
beforeEach(async () => {
  amina = await world.seed.person({ name: 'Amina' })
  carers = await world.seed.organisation({ place: town, members: [amina], contactName: 'Amina' })
  challengeId = await world.seed.openChallenge({ place: town, commissioner: ruth, council })
})

const send = async (person = amina, more: object = {}) =>
  (await world.as(person))(contract.express, {
    params: { challengeId },
    body: { organisationId: carers, ...answers, ...more },
  })
const rowsOf = async <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
  (await world.db.execute<T>(query)).rows
const trailOf = (id: string) =>
  rowsOf<{ action: string; actor_id: string; before: unknown; after: unknown }>(
    sql`select action, actor_id, before, after from audit_events where subject_id = ${id} order by id`,
  )
const lettersTo = async (organisationId: string) =>
  rowsOf<{ template: string; subject: string; body: string }>(
    sql`select template, subject, body from outbox where recipient =
      (select contact_email from organisations where id = ${organisationId}) order by id`,
  )
const storedCount = async () =>
  (await rowsOf(sql`select id from interests where challenge_id = ${challengeId}`)).length
const closesIn = (ms: number, id = challengeId) =>
  inTransaction(world.db, async (tx) => {
    await tx.execute(sql`alter table challenges disable trigger challenges_guard`)
    await tx.execute(
      sql`update challenges set closes_at = clock_timestamp() + ${ms} * interval '1 millisecond' where id = ${id}`,
    )
    await tx.execute(sql`alter table challenges enable trigger challenges_guard`)
  })

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
    carers = await world.seed.organisation({
      place: town,
      members: [amina],
      contactEmail: null,
      contactPhone: '020 7946 0123',
    })
    await send()
    const letters = await rowsOf(
      sql`select id from outbox where recipient = (select email from people where id = ${amina})`,
    )
    expect(letters).toHaveLength(1)
  })

  it('a Dutch reader gets a Dutch letter', async () => {
    const femke = await world.seed.person({ name: 'Femke', language: 'nl' })
    carers = await world.seed.organisation({ place: town, members: [femke] })
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
    carers = await world.seed.organisation({ place: town, members: [amina, lou] })
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
    carers = await world.seed.organisation({ place: south, members: [amina] })
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
    challengeId = await world.seed.draft({ place: town, commissioner: ruth, council })
    if (state === 'withdrawn') {
      challengeId = await world.seed.openChallenge({ place: town, commissioner: ruth, council })
      await world.db.execute(
        sql`update challenges set state = 'withdrawn', withdrawn_reason = 'The money went to the hospital instead.' where id = ${challengeId}`,
      )
    }
    expect((await refusal(send())).code).toBe(
      state === 'draft' ? 'challenges.not_found' : 'challenges.wrong_state',
    )
    challengeId = someId()
    expect((await refusal(send())).code).toBe('challenges.not_found')
  })
})

describe('changing one’s mind until the deadline', () => {
  it('Amina sends better answers; the last ones count, and she is told', async () => {
    const sent = await send()
    const call = await world.as(amina)
    const again = await call(
      contract.change,
      { params: { interestId: sent.id }, body: { ...answers, hoursPerMonth: 20 } },
      { ifMatch: sent.version },
    )
    expect(again.hoursPerMonth).toBe(20)
    expect(again.version).toBe(sent.version + 1)
    expect(again.submittedAt.getTime()).toBeGreaterThan(sent.submittedAt.getTime())
    expect((await lettersTo(carers)).map((l) => l.template)).toEqual([
      'interests.received',
      'interests.changed',
    ])
    expect((await trailOf(sent.id)).map((e) => e.action)).toEqual([
      'interests.expressed',
      'interests.changed',
    ])
  })

  it('a second phone with older answers does not overwrite newer ones', async () => {
    const sent = await send()
    const call = await world.as(amina)
    const change = (hoursPerMonth: number) =>
      call(
        contract.change,
        { params: { interestId: sent.id }, body: { ...answers, hoursPerMonth } },
        { ifMatch: sent.version },
      )
    const all = await Promise.allSettled([change(20), change(30), change(40)])
    expect(all.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    const stale = await refusal(change(50))
    expect([stale.code, stale.currentVersion]).toEqual(['request.stale', sent.version + 1])
  })

  it('Amina takes it back, and sends a new one before the deadline as the same interest', async () => {
    const sent = await send()
    const call = await world.as(amina)
    const back = await call(contract.withdraw, { params: { interestId: sent.id }, body: {} })
    expect([back.state, back.can.change, back.can.withdraw]).toEqual(['withdrawn', false, false])
    expect(
      (await refusal(call(contract.withdraw, { params: { interestId: sent.id }, body: {} }))).code,
    ).toBe('interests.wrong_state')
    expect(
      (
        await refusal(
          call(
            contract.change,
            { params: { interestId: sent.id }, body: answers },
            { ifMatch: back.version },
          ),
        )
      ).code,
    ).toBe('interests.wrong_state')
    const both = await Promise.allSettled([send(), send()])
    expect(both.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    const [mine] = (await call(contract.mine)).items
    expect([mine?.id, mine?.state]).toEqual([sent.id, 'submitted'])
    expect((await trailOf(sent.id)).map((e) => e.action)).toEqual([
      'interests.expressed',
      'interests.withdrawn',
      'interests.expressed',
    ])
    expect((await lettersTo(carers)).map((l) => l.template)).toEqual([
      'interests.received',
      'interests.withdrawn',
      'interests.received',
    ])
  })

  it('nobody of another organisation changes or takes back what hers sent: for them it is not there', async () => {
    const sent = await send()
    const dele = await world.seed.person({ name: 'Dele' })
    await world.seed.organisation({ place: town, members: [dele] })
    for (const person of [dele, ruth]) {
      const call = await world.as(person)
      for (const interestId of [sent.id, someId()]) {
        const params = { interestId }
        expect(
          await refusal(call(contract.change, { params, body: answers }, { ifMatch: 1 })),
        ).toMatchObject({ status: 404, code: 'interests.not_found' })
        expect(await refusal(call(contract.withdraw, { params, body: {} }))).toMatchObject({
          status: 404,
          code: 'interests.not_found',
        })
      }
      expect((await call(contract.mine)).items).toEqual([])
    }
  })

  it('after the deadline nothing of it moves, by the API', async () => {
    const sent = await send()
    await world.seed.passDeadline(challengeId)
    const call = await world.as(amina)
    const params = { interestId: sent.id }
    const refused = [
      await refusal(call(contract.change, { params, body: answers }, { ifMatch: 1 })),
      await refusal(call(contract.withdraw, { params, body: {} })),
      await refusal(send()),
    ]
    expect(refused.map((r) => r.code)).toEqual(Array(3).fill('challenges.closed'))
    const [mine] = (await call(contract.mine)).items
    expect(mine?.can).toEqual({ change: false, withdraw: false })
    expect(await trailOf(sent.id)).toHaveLength(1)
    expect(await lettersTo(carers)).toHaveLength(1)
  })
})

/** What PostgreSQL itself answers to a statement: its SQLSTATE, or 'done'. */
const bySql = (statement: ReturnType<typeof sql>) =>
  world.db.execute(statement).then(
    () => 'done',
    (error: unknown) => sqlState(error) ?? 'unknown',
  )
const insertFor = (organisationId: string) => sql`
  insert into interests (id, place_id, challenge_id, organisation_id, why, bring_note, hours_per_month, need_note,
    together, together_with, conflict, conflict_note, submitted_by, received_at)
  values (${someId()}, ${town.id}, ${challengeId}, ${organisationId}, 'late', '', 1, '', 'alone', '', false, '',
    ${amina}, clock_timestamp())`

describe('the database’s own clock, whoever asks', () => {
  it('after the deadline raw SQL can neither add, change, move, revive, withdraw nor delete', async () => {
    const sent = await send()
    const other = await world.seed.organisation({ place: town, members: [amina] })
    const stillOpen = await world.seed.openChallenge({ place: town, commissioner: ruth, council })
    await (await world.as(amina))(contract.express, {
      params: { challengeId },
      body: { organisationId: other, ...answers },
    }).then(async (i) =>
      (await world.as(amina))(contract.withdraw, { params: { interestId: i.id }, body: {} }),
    )
    await world.seed.passDeadline(challengeId)
    const late = await world.seed.organisation({ place: town })
    const refused = await Promise.all([
      bySql(insertFor(late)),
      bySql(sql`update interests set why = 'better' where id = ${sent.id}`),
      bySql(sql`update interests set state = 'withdrawn' where id = ${sent.id}`),
      bySql(sql`update interests set challenge_id = ${stillOpen} where id = ${sent.id}`),
      bySql(
        sql`update interests set state = 'submitted' where challenge_id = ${challengeId} and state = 'withdrawn'`,
      ),
      bySql(sql`delete from interests where id = ${sent.id}`),
    ])
    expect(refused).toEqual(Array(6).fill('HW007'))
  })

  it('while it is open, nobody is decided on; an answer comes once and stays', async () => {
    const sent = await send()
    const decide = (state: string) => sql`
      update interests set state = ${state}, decision_reason = repeat('because ', 5), decided_at = clock_timestamp()
      where id = ${sent.id}`
    expect(await bySql(decide('chosen'))).toBe('HW006')
    await world.seed.passDeadline(challengeId)
    expect(await bySql(sql`update interests set state = 'chosen' where id = ${sent.id}`)).toBe(
      '23514',
    )
    const said = (position: number) => sql`
      insert into interest_feedback (place_id, challenge_id, interest_id, position, sentence)
      select place_id, challenge_id, id, ${position}, repeat('because ', 5) from interests where id = ${sent.id}`
    await inTransaction(world.db, async (tx) => {
      for (const position of [0, 1]) await tx.execute(said(position))
      await tx.execute(sql`
        insert into interest_next_steps (place_id, challenge_id, interest_id, kind, note)
        select place_id, challenge_id, id, 'meet-broker', 'Ring Ines on Monday.' from interests where id = ${sent.id}`)
      await tx.execute(decide('not-this-time'))
    })
    expect(await bySql(decide('chosen'))).toBe('HW006')
    expect(
      await bySql(
        sql`update interests set state = 'submitted', decision_reason = null, decided_at = null where id = ${sent.id}`,
      ),
    ).toBe('HW006')
  })

  it('a transaction opened before the deadline and held past it is late', async () => {
    await closesIn(400)
    const late = inTransaction(world.db, async (tx) => {
      await tx.execute(sql`select now()`)
      await wait(700)
      await tx.execute(insertFor(carers))
    })
    expect(sqlState(await late.catch((e: unknown) => e))).toBe('HW007')
    expect(await storedCount()).toBe(0)
  })

  it.each([
    ['by the API', async () => (await refusal(send())).code, 'challenges.closed'],
    ['by raw SQL', () => bySql(insertFor(carers)), 'HW007'],
  ])('whoever waits in a queue past the deadline is late, %s', async (_, knock, answer) => {
    await closesIn(500)
    const queue = inTransaction(world.db, async (tx) => {
      await tx.execute(sql`select 1 from challenges where id = ${challengeId} for update`)
      await wait(1000)
    })
    await wait(150)
    expect(await knock()).toBe(answer)
    await queue
    expect(await storedCount()).toBe(0)
  })

  it('the clock of the application has no say', async () => {
    await world.seed.passDeadline(challengeId)
    const real = Date.now
    Date.now = () => real() - 3_600_000
    try {
      expect((await refusal(send())).code).toBe('challenges.closed')
    } finally {
      Date.now = real
    }
  })
})

describe('the seal', () => {
  const CANARY = 'canary-7f3a-nobody-reads-this'
  const read = async (person: string, id = challengeId) =>
    (await world.as(person))(contract.forChallenge, { params: { challengeId: id } })

  it('before the deadline Ruth is told when to come back, and after it she reads every answer', async () => {
    await send(amina, { bringNote: CANARY })
    const sealed = await refusal(read(ruth))
    expect([sealed.status, sealed.code]).toEqual([409, 'interests.sealed'])
    expect(sealed.detail).toMatch(/from \w+ \d+ \w+ \d{4} at \d\d:\d\d/)
    await world.seed.passDeadline(challengeId)
    const { items } = await read(ruth)
    expect(items.map((i) => i.bringNote)).toEqual([CANARY])
    expect(items[0]?.can).toEqual({ change: false, withdraw: false })
  })

  it('an empty challenge and a full one look the same while sealed', async () => {
    const none = await refusal(read(ruth))
    await send()
    const one = await refusal(read(ruth))
    expect({ ...one, instance: '' }).toEqual({ ...none, instance: '' })
  })

  it('what was taken back stays unread', async () => {
    const sent = await send()
    await (await world.as(amina))(contract.withdraw, { params: { interestId: sent.id }, body: {} })
    await world.seed.passDeadline(challengeId)
    expect((await read(ruth)).items).toEqual([])
  })

  it('another commissioner, of this town or the next, never reads them; for them the challenge is not there', async () => {
    await send()
    await world.seed.passDeadline(challengeId)
    const south = await world.seed.place()
    for (const placeId of [town.id, south.id]) {
      const other = await world.seed.person({ roles: [{ placeId, role: 'commissioner' }] })
      expect((await refusal(read(other))).code).toBe('challenges.not_found')
      expect((await refusal(read(other, someId()))).code).toBe('challenges.not_found')
    }
    for (const person of [broker, facilitator, amina])
      expect((await refusal(read(person))).status).toBe(403)
  })

  it('a commissioner who has lost the role reads nothing', async () => {
    const former = await world.seed.person({ roles: [{ placeId: town.id, role: 'commissioner' }] })
    challengeId = await world.seed.openChallenge({ place: town, commissioner: former, council })
    await world.seed.passDeadline(challengeId)
    expect((await read(former)).items).toEqual([])
    await world.db.execute(sql`update role_grants set ended_at = now() where person_id = ${former}`)
    expect((await refusal(read(former))).status).toBe(403)
  })

  it('answers to a challenge that was taken back stay closed for good', async () => {
    await send()
    await world.db.execute(
      sql`update challenges set state = 'withdrawn', withdrawn_reason = 'The money went to the hospital instead.' where id = ${challengeId}`,
    )
    expect((await refusal(read(ruth))).code).toBe('interests.sealed')
    await world.seed.passDeadline(challengeId)
    expect((await refusal(read(ruth))).code).toBe('interests.sealed')
  })

  it(
    'no route there is tells anybody else that an interest exists, let alone what it says',
    async () => {
      const hidden = await world.seed.organisation({
        place: town,
        members: [amina],
        name: 'Canary Carers',
      })
      const other = await world.seed.person()
      await world.seed.organisation({ place: town, members: [other] })
      const group = await world.seed.group({
        placeId: town.id,
        challengeId,
        facilitatorId: facilitator,
      })
      const slug = (
        await rowsOf<{ slug: string }>(sql`select slug from challenges where id = ${challengeId}`)
      )[0]?.slug
      const addresses = readable({ challengeId, slug: slug ?? '', group, organisation: hidden })
      const everything = async () => {
        const seen: Record<string, string> = {}
        for (const [who, person] of Object.entries({
          ruth,
          broker,
          facilitator,
          other,
          anyone: '',
        })) {
          const headers = person ? { authorization: `Bearer ${await world.tokenOf(person)}` } : {}
          for (const path of addresses) {
            const answer = await world.app.inject({ method: 'GET', url: `/api/v1${path}`, headers })
            seen[`${who} ${path}`] = answer.body.replace(
              /"(instance|computedAt|madeAt)":"[^"]+"/g,
              '',
            )
          }
        }
        return seen
      }
      const before = await everything()
      await (await world.as(amina))(contract.express, {
        params: { challengeId },
        body: { organisationId: hidden, ...answers, why: `${CANARY} because we care` },
      })
      const after = await everything()
      const changed = Object.keys(after).filter((k) => after[k] !== before[k])
      expect(changed).toEqual([])
      expect(JSON.stringify(after)).not.toContain(CANARY)
      expect(Object.keys(after).length).toBeGreaterThan(50)
    },
    EVERY_ROUTE_MS,
  )
})

/** Everybody at every address, twice, takes its time on a busy machine. */
const EVERY_ROUTE_MS = 120_000

/** The same each time, so that two readings can be laid side by side. */
const NOBODYS = someId()

/** Every GET address the contracts know, filled in for one challenge. Letters on the demo's inbox page aside. */
function readable(ids: { challengeId: string; slug: string; group: string; organisation: string }) {
  const filled: Record<string, string> = {
    ':challengeId': ids.challengeId,
    ':slug': ids.slug,
    ':groupId': ids.group,
    ':organisationId': ids.organisation,
    ':placeId': town.id,
  }
  const queries = ['', `?placeId=${town.id}`]
  return paths().flatMap((path) =>
    queries.map((query) => path.replace(/:\w+/g, (key) => filled[key] ?? NOBODYS) + query),
  )
}

const paths = (): string[] =>
  Object.values(contracts)
    .flatMap((noun) => Object.values(noun))
    .filter((e) => e.method === 'GET' && e.path !== '/dev/inbox')
    .map((e) => e.path)

describe('what the trail and the letters say about the asking side', () => {
  const reason = 'The building was sold, so there is nothing left to try here.'
  const takeBack = async () =>
    (await world.as(ruth))(challengesContract.withdraw, {
      params: { challengeId },
      body: { reason },
    })

  it('when Ruth takes her challenge back, who answered hears why, and whose answer was taken back does not', async () => {
    await send()
    const dele = await world.seed.person()
    const youth = await world.seed.organisation({ place: town, members: [dele] })
    const gone = await send(dele, { organisationId: youth })
    await (await world.as(dele))(contract.withdraw, {
      params: { interestId: gone.id },
      body: {},
    })
    await takeBack()
    const told = (await lettersTo(carers)).filter((l) => l.template.endsWith('taken-back'))
    expect(told).toHaveLength(1)
    expect(told[0]?.body).toContain(reason)
    expect((await lettersTo(youth)).some((l) => l.template.endsWith('taken-back'))).toBe(false)
  })

  it('each time the answers are opened, the trail says who did and how many there were (trust.md §4.3)', async () => {
    await send()
    await world.seed.passDeadline(challengeId)
    await (await world.as(ruth))(contract.forChallenge, { params: { challengeId } })
    expect(await trailOf(challengeId)).toContainEqual(
      expect.objectContaining({ action: 'interests.read', actor_id: ruth }),
    )
  })

  it('a reading that was refused leaves none', async () => {
    await refusal((await world.as(ruth))(contract.forChallenge, { params: { challengeId } }))
    expect(await trailOf(challengeId)).toEqual([])
  })
})
