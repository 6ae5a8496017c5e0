import { casesContract } from '@howcanwe/shared/cases'
import { contactsContract } from '@howcanwe/shared/contacts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { startWorld, type World } from '../../../test/support.ts'

let world: World
let here: SeededPlace
let ines = ''
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  here = await world.seed.place()
  ines = await world.seed.person({ name: 'Ines', roles: [{ placeId: here.id, role: 'broker' }] })
})

const add = async (organisationName: string, theyKnow = false) =>
  (await world.as(ines))(contactsContract.add, {
    params: { placeId: here.id },
    body: {
      ...{ organisationName, contactName: 'Amina', phone: null, themes: [], areas: '', notes: '' },
      ...{ email: `${organisationName.toLowerCase()}@post.example`, source: 'The spring fair' },
      theyKnow,
    },
  })
const letDaysPass = (days: number) =>
  world.db.execute(sql`
    update contacts set tell_by = tell_by - ${days}::int * interval '1 day',
      created_at = created_at - ${days}::int * interval '1 day' where place_id = ${here.id}`)
const untold = async (who = ines) => {
  const { items } = await (await world.as(who))(casesContract.queue, {
    params: { placeId: here.id },
  })
  return items.filter(({ kind }) => kind === 'untold')
}

const LIST = 'Organisation,Name,Email\nCarers,Bo Lindgren,carers@post.example\n'
const bringIn = async (list: string, theyKnow: boolean) => {
  const call = await world.as(ines)
  const [params, content] = [{ placeId: here.id }, Buffer.from(list).toString('base64')]
  const { fingerprint } = await call(contactsContract.look, { params, body: { content } })
  const body = { content, fingerprint, source: 'The library', theyKnow }
  return call(contactsContract.bringIn, { params, body })
}
const toldOf = async (contactId: string) =>
  (await (await world.as(ines))(contactsContract.read, { params: { contactId } })).toldAt !== null

describe('who comes into the book in somebody’s place has to be told for themselves', () => {
  it('by hand: Bo under the shared mailbox that was Amina’s, but not Amina with her surname', async () => {
    const { id, version, ...amina } = await add('Carers', true)
    const { organisationName, email, phone, themes, areas, notes } = amina
    const call = async (contactName: string, ifMatch: number) =>
      (await world.as(ines))(
        contactsContract.change,
        {
          params: { contactId: id },
          body: { organisationName, contactName, email, phone, themes, areas, notes },
        },
        { ifMatch },
      )
    await letDaysPass(60)
    expect(await call('Amina Yusuf', version)).toMatchObject({ toldAt: amina.toldAt })
    const bo = await call('Bo Lindgren', version + 1)
    expect(bo.toldAt).toBeNull()
    expect(bo.tellBy.getTime()).toBeGreaterThan(Date.now() + 27 * 86_400_000)
  })

  it('by a list', async () => {
    const { id } = await add('Carers', true)
    await bringIn(LIST, false)
    expect(await toldOf(id)).toBe(false)
  })

  it('a list of people who all know says so of those it leaves as they are, too', async () => {
    const { id } = await add('Carers')
    await bringIn(`${LIST.replace('Bo Lindgren', 'Amina')}Youth,Dele,dele@post.example\n`, true)
    expect(await toldOf(id)).toBe(true)
  })
})

describe('people who do not know yet that they are in the book wait on the desk (UK GDPR art. 14)', () => {
  it('as one line, from a week before the first is due, by organisation', async () => {
    await add('Carers')
    await add('Allotments')
    await add('Youth', true)
    expect(await untold()).toEqual([])
    await letDaysPass(24)
    expect(await untold()).toMatchObject([
      { title: 'Carers, Allotments', count: 2, minutes: 10, late: false },
    ])
    await letDaysPass(8)
    expect(await untold()).toMatchObject([{ count: 2, late: true }])
  })

  it('until a broker says that they know', async () => {
    const { id } = await add('Carers')
    await letDaysPass(32)
    await (await world.as(ines))(contactsContract.told, {
      params: { placeId: here.id },
      body: { contactIds: [id] },
    })
    expect(await untold()).toEqual([])
  })

  it('and not on the desk of who brokers one challenge only', async () => {
    const ruth = await world.seed.person({ roles: [{ placeId: here.id, role: 'commissioner' }] })
    const challengeId = await world.seed.openChallenge({ place: here, commissioner: ruth })
    const bea = await world.seed.person()
    await world.db.execute(sql`
      insert into role_grants (id, place_id, person_id, role, scope_kind, scope_id)
      values (gen_random_uuid(), ${here.id}, ${bea}, 'broker', 'challenge', ${challengeId})`)
    await add('Carers')
    await letDaysPass(32)
    expect(await untold(bea)).toEqual([])
  })
})
