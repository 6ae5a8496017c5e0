import { interestsContract as contract } from '@howcanwe/shared/interests'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { startWorld, type World } from '../../../test/support.ts'

let world: World
let town: SeededPlace
let ruth: string
beforeAll(async () => {
  world = await startWorld()
  town = await world.seed.place()
  ruth = await world.seed.person({ roles: [{ placeId: town.id, role: 'commissioner' }] })
})
afterAll(() => world.close())

const answers = {
  why: 'Nine of us look after someone.',
  bring: ['outreach' as const],
  bringNote: '',
  hoursPerMonth: 12,
  fromWhen: null,
  need: [],
  needNote: '',
  together: 'alone' as const,
  togetherWith: '',
  conflict: false,
  conflictNote: '',
}

/** A group with a mailbox, its open challenge, and what somebody in it can do to its answers. */
async function group(email: string) {
  const amina = await world.seed.person({ name: 'Amina' })
  const organisationId = await world.seed.organisation({ place: town, members: [amina] })
  await world.db.execute(
    sql`update organisations set contact_email = ${email} where id = ${organisationId}`,
  )
  const challengeId = await world.seed.openChallenge({ place: town, commissioner: ruth })
  const call = await world.as(amina)
  const send = () =>
    call(contract.express, { params: { challengeId }, body: { organisationId, ...answers } })
  const takeBack = (interestId: string) =>
    call(contract.withdraw, { params: { interestId }, body: {} })
  const letters = async () =>
    (
      await world.db.execute<{ template: string; body: string }>(
        sql`select template, body from outbox where recipient = ${email} order by id`,
      )
    ).rows
  return { call, send, takeBack, letters }
}

it('answers sent and taken back all afternoon are kept each time, and fill nobody’s inbox', async () => {
  const { send, takeBack, letters } = await group('carers@example.org')
  for (let i = 0; i < 5; i++) {
    const { id, state } = await send()
    expect(state).toBe('submitted')
    expect((await takeBack(id)).state).toBe('withdrawn')
  }
  const sent = await letters()
  const third = sent.filter(({ body }) => body.includes('third email like this today'))
  expect(sent.map(({ template }) => template)).toEqual([
    ...['interests.received', 'interests.withdrawn', 'interests.received', 'interests.withdrawn'],
    ...['interests.received', 'interests.withdrawn'],
  ])
  expect(third).toEqual(sent.slice(-2))
})

it('the last change of a day is kept without an email, and whoever takes it all back is still told', async () => {
  const { call, send, takeBack, letters } = await group('night@example.org')
  let { id, version } = await send()
  for (let i = 0; i < 5; i++) {
    const change = { params: { interestId: id }, body: { ...answers, hoursPerMonth: 20 + i } }
    const changed = await call(contract.change, change, { ifMatch: version })
    expect(changed.hoursPerMonth).toBe(20 + i)
    ;({ id, version } = changed)
  }
  await takeBack(id)
  expect((await letters()).map(({ template }) => template)).toEqual([
    'interests.received',
    ...['interests.changed', 'interests.changed', 'interests.changed'],
    'interests.withdrawn',
  ])
})

it('thirty emails a day to one address are enough, whichever challenges they are about', async () => {
  const { send, letters } = await group('much@example.org')
  await world.db.execute(sql`insert into outbox (id, recipient, subject, body, template)
    select gen_random_uuid(), 'much@example.org', 's', 'b', 'interests.received'
      from generate_series(1, 30)`)
  expect((await send()).state).toBe('submitted')
  expect(await letters()).toHaveLength(30)
  await world.db.execute(sql`update outbox set created_at = created_at - interval '1 day'`)
  const { send: sendAgain, letters: lettersNow } = await group('much@example.org')
  expect((await sendAgain()).state).toBe('submitted')
  expect(await lettersNow()).toHaveLength(31)
})
