import { createClient } from '@howcanwe/shared/http'
import { identityContract } from '@howcanwe/shared/identity'
import { interestsContract } from '@howcanwe/shared/interests'
import { invitationsContract } from '@howcanwe/shared/invitations'
import { organisationsContract } from '@howcanwe/shared/organisations'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SeededPlace } from './seed.ts'
import { startWorld, type World, wire } from './support.ts'

const NUMBER = '+447700900042'

let world: World
let town: SeededPlace
let ines: string
let challengeId: string
beforeAll(async () => {
  world = await startWorld()
  town = await world.seed.place({ name: 'Northgate and Elmside' })
  const ruth = await world.seed.person({
    name: 'Ruth',
    roles: [{ placeId: town.id, role: 'commissioner' }],
  })
  ines = await world.seed.person({ name: 'Ines', roles: [{ placeId: town.id, role: 'broker' }] })
  challengeId = await world.seed.openChallenge({ place: town, commissioner: ruth })
})
afterAll(() => world.close())

const texts = async () =>
  (
    await world.db.execute<{ template: string; channel: string; body: string }>(
      sql`select template, channel, body from outbox where recipient = ${NUMBER} order by id`,
    )
  ).rows
const newest = async () => (await texts()).at(-1)

async function signIn() {
  const { requestId } = await world.anyone(identityContract.askToSignIn, {
    body: { phone: '07700 900042' },
  })
  const code = /(\d{3} \d{3})/.exec((await newest())?.body ?? '')?.[1] ?? ''
  const { accessToken } = await world.anyone(identityContract.useCode, {
    body: { requestId, code },
  })
  return createClient(wire(world.app), () => ({ authorization: `Bearer ${accessToken}` }))
}

it('Amina, who has no email, signs in by text, registers nine volunteers, is invited, answers, and hears of it by text (J-01)', async () => {
  const amina = await signIn()
  const ours = await amina(organisationsContract.register, {
    body: {
      placeId: town.id,
      name: 'Carers of Elmside',
      kind: 'unconstituted-group',
      incomeBand: 'none',
      areaIds: town.areaIds,
      themes: ['carers'],
      contact: { name: 'Amina', phone: '07700 900042' },
      declared: true,
    },
  })
  expect((await newest())?.template).toBe('organisations.registered')

  const candidates = [{ kind: 'organisation' as const, id: ours.id, why: 'They know the carers.' }]
  const { items } = await (await world.as(ines))(invitationsContract.invite, {
    params: { challengeId },
    body: { candidates },
  })
  expect(items.map(({ channel }) => channel)).toEqual(['mailed'])
  expect((await newest())?.template).toBe('invitations.invited')
  expect((await newest())?.body).toContain(`${world.config.origin}/challenges/`)

  const sent = await amina(interestsContract.express, {
    params: { challengeId },
    body: {
      organisationId: ours.id,
      why: 'Nine of us look after someone, and none of us has had a Saturday off this year.',
      bring: [],
      bringNote: '',
      hoursPerMonth: 12,
      fromWhen: null,
      need: [],
      needNote: '',
      together: 'alone',
      togetherWith: '',
      conflict: false,
      conflictNote: '',
    },
  })
  expect(sent.state).toBe('submitted')
  expect((await newest())?.template).toBe('interests.received')
  expect((await newest())?.body).toMatch(/\/challenges\/\S+\/interest$/)

  expect(new Set((await texts()).map(({ channel }) => channel))).toEqual(new Set(['sms']))
  expect((await amina(identityContract.me)).email).toBeNull()
})
