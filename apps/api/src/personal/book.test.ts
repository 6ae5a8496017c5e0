import { contactsContract } from '@howcanwe/shared/contacts'
import { identityContract } from '@howcanwe/shared/identity'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../test/seed.ts'
import { someId, startWorld, type World } from '../../test/support.ts'

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
