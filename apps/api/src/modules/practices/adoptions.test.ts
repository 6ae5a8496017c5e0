import { practicesContract as contract, type PracticeInput } from '@howcanwe/shared/practices'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { mayUse } from './practices.policy.ts'

let world: World
let here: SeededPlace
let amina = ''
let dele = ''
let carers = ''
let youth = ''
let cardId = ''

const FOUR: PracticeInput = {
  title: 'A sitting swap',
  forWhom: 'Carers who never have an evening off',
  evidence: 'our-experience',
  mayCopy: 'anyone',
}
const listed = async (input: Partial<PracticeInput> = {}) => {
  const call = await world.as(amina)
  const { id } = await call(contract.write, {
    params: { organisationId: carers },
    body: { ...FOUR, ...input },
  })
  await call(contract.publish, { params: { cardId: id }, body: {} })
  return id
}
const adopt = async (person: string, organisationId: string, id = cardId) =>
  (await world.as(person))(contract.adopt, { params: { cardId: id, organisationId }, body: {} })
const unadopt = async (person: string, organisationId: string) =>
  (await world.as(person))(contract.unadopt, { params: { cardId, organisationId } })
const inTheList = async () =>
  (await world.anyone(contract.list, { query: { placeId: here.id } })).items.map((c) => c.usedBy)

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  const { seed } = world
  here = await seed.place()
  amina = await seed.person({ name: 'Amina' })
  dele = await seed.person({ name: 'Dele' })
  carers = await seed.organisation({ place: here, members: [amina] })
  youth = await seed.organisation({ place: here, members: [dele], name: `Youth ${here.id}` })
  cardId = await listed()
})

describe('"we use this too" (OR4, §2.3)', () => {
  it('Dele’s youth club says it once, however often he presses, and takes it back', async () => {
    const before = (await world.as(dele))(contract.read, { params: { cardId } })
    expect((await before).ours).toMatchObject([{ organisationId: youth, uses: false }])
    await adopt(dele, youth)
    const after = await adopt(dele, youth)
    expect(after).toMatchObject({ usedBy: 1, ours: [{ organisationId: youth, uses: true }] })
    expect(await inTheList()).toEqual([1])
    expect(await unadopt(dele, youth)).toMatchObject({ usedBy: 0, ours: [{ uses: false }] })
    expect(await unadopt(dele, youth)).toMatchObject({ usedBy: 0 })
  })

  it('everybody reads how many, and nobody who', async () => {
    await adopt(dele, youth)
    const card = await world.anyone(contract.read, { params: { cardId } })
    expect(card).toMatchObject({ usedBy: 1, ours: [] })
    expect(JSON.stringify(card)).not.toContain(youth)
  })

  it('whoever leaves is no longer counted', async () => {
    await adopt(dele, youth)
    await world.db.execute(sql`update organisations set state = 'left' where id = ${youth}`)
    expect(await inTheList()).toEqual([0])
  })

  it('nobody says it of their own card, for somebody else, or of a card of another place', async () => {
    expect((await refusal(adopt(amina, carers))).code).toBe('practices.not_ours')
    expect((await refusal(adopt(dele, carers))).code).toBe('practices.not_ours')
    const far = await world.seed.person()
    const away = await world.seed.organisation({
      place: await world.seed.place(),
      members: [far],
    })
    expect((await refusal(adopt(far, away))).code).toBe('practices.not_ours')
  })

  it('nor of a draft or of what is no longer done; what was said before can still be taken back', async () => {
    await adopt(dele, youth)
    const reason = 'The hall closed and nobody found another.'
    await (await world.as(amina))(contract.retire, { params: { cardId }, body: { reason } })
    const bram = await world.seed.person()
    const homes = await world.seed.organisation({ place: here, members: [bram] })
    expect((await refusal(adopt(bram, homes))).code).toBe('practices.wrong_state')
    expect(await unadopt(dele, youth)).toMatchObject({ usedBy: 0, ours: [] })
  })

  it('nor where whoever wrote it asks not to be copied', async () => {
    const kept = await listed({ mayCopy: 'no' })
    const read = (await world.as(dele))(contract.read, { params: { cardId: kept } })
    expect((await read).ours).toEqual([])
    expect((await refusal(adopt(dele, youth, kept))).code).toBe('practices.not_to_copy')
  })

  it.each([
    ['anyone', 'public', true],
    ['ask-first', 'private', true],
    ['community-only', 'community', true],
    ['community-only', 'public', false],
    ['no', 'community', false],
  ] as const)('a card for %s, used by one of the %s sector: %s', (mayCopy, sector, may) =>
    expect(mayUse(mayCopy, sector)).toBe(may),
  )
})

describe('whoever writes past the product', () => {
  const told = (of: { card?: string; owner?: string; by?: string; at?: string }) =>
    world.appDb
      .execute(
        sql`insert into practice_adoptions (place_id, card_id, owner_id, organisation_id, said_by)
          values (${of.at ?? here.id}, ${of.card ?? cardId}, ${of.owner ?? carers}, ${of.by ?? youth}, ${dele})`,
      )
      .then(
        () => 'done',
        (error: unknown) => sqlState(error),
      )

  it('counts nobody twice, nobody’s own card, and nobody of another place', async () => {
    expect(await told({})).toBe('done')
    expect(await told({})).toBe('23505')
    expect(await told({ by: carers })).toBe('23514')
    // Naming somebody else as the owner does not help.
    expect(await told({ by: carers, owner: youth })).toBe('23503')
    const away = await world.seed.organisation({ place: await world.seed.place() })
    expect(await told({ by: away })).toBe('23503')
  })
})
