import { practicesContract as contract, type PracticeInput } from '@howcanwe/shared/practices'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, startWorld, type World } from '../../../test/support.ts'

let world: World
let here: SeededPlace
let amina = ''
let carers = ''

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  here = await world.seed.place()
  amina = await world.seed.person({ name: 'Amina' })
  carers = await world.seed.organisation({
    place: here,
    members: [amina],
    name: `Carers together ${here.id}`,
    themes: ['carers', 'older-people'],
  })
})

const FOUR: PracticeInput = {
  title: 'A sitting swap',
  forWhom: 'Carers who never have an evening off',
  evidence: 'our-experience',
  mayCopy: 'ask-first',
}
const write = async (input: PracticeInput = FOUR, person = amina) =>
  (await world.as(person))(contract.write, { params: { organisationId: carers }, body: input })
const publish = async (cardId: string, person = amina) =>
  (await world.as(person))(contract.publish, { params: { cardId }, body: {} })
const listed = async (query: object = {}) =>
  (await world.anyone(contract.list, { query: { placeId: here.id, ...query } })).items

describe('a practice card (OR4, §2.3)', () => {
  it('takes four answers, keeps the themes of the organisation, and is a draft nobody else reads', async () => {
    const card = await write()
    expect(card).toMatchObject({
      ...FOUR,
      state: 'draft',
      themes: ['carers', 'older-people'],
      can: { change: true },
      peopleReached: null,
      needs: '',
    })
    expect(await listed()).toEqual([])
    const stranger = world.anyone(contract.read, { params: { cardId: card.id } })
    expect((await refusal(stranger)).code).toBe('practices.not_found')
  })

  it('is shown to everybody, found by theme, and changed by its own people', async () => {
    const { id } = await write({ ...FOUR, themes: ['carers'], costPerPersonPence: 1200 })
    const { version } = await publish(id)
    const [card] = await listed({ theme: 'carers' })
    expect(card).toMatchObject({ id, can: { change: false }, costPerPersonPence: 1200 })
    expect(await listed({ theme: 'older-people' })).toEqual([])
    const change = async (at: number) =>
      (await world.as(amina))(
        contract.change,
        { params: { cardId: id }, body: { ...FOUR, title: 'A sitting swap on Fridays' } },
        { ifMatch: at },
      )
    await change(version)
    expect((await listed())[0]?.title).toBe('A sitting swap on Fridays')
    expect((await refusal(change(version))).code).toBe('request.stale')
  })

  it('is retired with a reason; its page stays, the list does not show it', async () => {
    const { id } = await write()
    await publish(id)
    const reason = 'The hall closed and nobody found another.'
    const retired = await (await world.as(amina))(contract.retire, {
      params: { cardId: id },
      body: { reason },
    })
    expect(retired).toMatchObject({
      state: 'retired',
      retiredReason: reason,
      can: { change: false },
    })
    expect(await listed()).toEqual([])
    expect((await world.anyone(contract.read, { params: { cardId: id } })).retiredReason).toBe(
      reason,
    )
    expect((await refusal(publish(id))).code).toBe('practices.wrong_state')
  })

  it('is nobody else’s to write, show or change', async () => {
    const { id } = await write()
    const bram = await world.seed.person()
    await world.seed.organisation({ place: here, members: [bram] })
    expect((await refusal(write(FOUR, bram))).code).toBe('practices.not_ours')
    expect((await refusal(publish(id, bram))).code).toBe('practices.not_found')
  })

  it('the database keeps it whole: no listing without a moment, no retiring without a reason', async () => {
    const { id } = await write()
    for (const change of [
      sql`update practice_cards set state = 'listed' where id = ${id}`,
      sql`update practice_cards set state = 'retired' where id = ${id}`,
      sql`update practice_cards set themes = '{}' where id = ${id}`,
    ])
      await expect(world.appDb.execute(change)).rejects.toThrow()
  })
})
