import { contactsContract } from '@howcanwe/shared/contacts'
import { identityContract } from '@howcanwe/shared/identity'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../test/seed.ts'
import { refusal, someId, startWorld, type World } from '../../test/support.ts'
import { eraseWhoAsked } from './index.ts'

let world: World
let here: SeededPlace
let ines = ''
let email = ''

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  here = await world.seed.place()
  ines = await world.seed.person({ name: 'Ines', roles: [{ placeId: here.id, role: 'broker' }] })
  email = `amina-${someId()}@carers.example`
})

const NOTES = 'Rings back after six. Her mother is ill; do not press her in March.'
const write = async (more: object = {}) =>
  (await world.as(ines))(contactsContract.add, {
    params: { placeId: here.id },
    body: {
      organisationName: 'Carers together',
      contactName: 'Amina',
      email,
      phone: null,
      themes: [],
      areas: '',
      notes: NOTES,
      source: 'The spring fair',
      theyKnow: false,
      ...more,
    },
  })
/** What somebody reads of themselves and their organisations when they take everything with them. */
const takenBy = async (personId: string) => {
  const { sections } = await (await world.as(personId))(identityContract.everything)
  return sections.find((s) => s.section === 'organisations')?.rows ?? []
}

const bringBack = async () => {
  const content = Buffer.from(
    `Organisation,Name,Email\nCarers together,Amina,${email.toUpperCase()}\n`,
  ).toString('base64')
  return (await world.as(ines))(contactsContract.look, {
    params: { placeId: here.id },
    body: { content },
  })
}
const keptOutHere = async () =>
  (await world.db.execute(sql`select from contacts_kept_out where place_id = ${here.id}`)).rows
    .length

describe('whoever asked to be erased stays out of the books they were in (UK GDPR art. 17)', () => {
  it('by their own press: no list brings them back, only their own yes', async () => {
    await write()
    const amina = await world.seed.person({ email })
    await (await world.as(amina))(identityContract.erase, { body: { word: 'erase' } })
    expect((await bringBack()).lines).toMatchObject([
      { is: 'refused', problems: [{ why: 'kept_out' }] },
    ])
    expect((await refusal(write())).code).toBe('contacts.kept_out')
    await write({ theyKnow: true })
  })

  it('by telephone, also under the other address the book had beside their number', async () => {
    const digits = String(Date.now()).slice(-6)
    await write({ phone: `07400 ${digits}` })
    const amina = await world.seed.person({ email: `own-${email}`, phone: `+447400${digits}` })
    await world.db.execute(
      sql`update people set phone_verified_at = clock_timestamp() where id = ${amina}`,
    )
    expect(await eraseWhoAsked(world, world.appDb, amina)).toBe('done')
    for (const more of [{}, { email: `own-${email}` }, { email: null, phone: `07400 ${digits}` }])
      expect((await refusal(write(more))).code).toBe('contacts.kept_out')
  })

  it('a book they were never in keeps nothing of them', async () => {
    const amina = await world.seed.person({ email })
    expect(await eraseWhoAsked(world, world.appDb, amina)).toBe('done')
    expect(await keptOutHere()).toBe(0)
  })
})

describe('what a broker notes about somebody is theirs to read (decision 32)', () => {
  it('word for word, once their address is theirs, beside whom they were down for', async () => {
    await write()
    const amina = await world.seed.person({ email })
    expect(await takenBy(amina)).toMatchObject([
      { organisation: 'Carers together', contact: ['Amina', email, '', NOTES, 'The spring fair'] },
    ])
  })

  it('by a number they have proven, however the broker wrote it', async () => {
    const digits = String(Date.now()).slice(-6)
    await write({ email: null, phone: `07400 ${digits}` })
    const phone = `+447400${digits}`
    const unproven = await world.seed.person({ email: null, phone })
    expect(JSON.stringify(await takenBy(unproven))).not.toContain(NOTES)
    await world.db.execute(
      sql`update people set phone_verified_at = clock_timestamp() where id = ${unproven}`,
    )
    expect(JSON.stringify(await takenBy(unproven))).toContain(NOTES)
  })

  it('and nobody else’s: not a colleague’s, not the broker’s own', async () => {
    await write()
    const colleague = await world.seed.person()
    await world.seed.organisation({ place: here, name: 'Carers together', members: [colleague] })
    for (const person of [colleague, ines])
      expect(JSON.stringify(await takenBy(person))).not.toContain(NOTES)
  })
})
