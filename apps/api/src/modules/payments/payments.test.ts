import { paymentsContract as contract } from '@howcanwe/shared/payments'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { letters, tablesHolding } from '../codesign/codesign.fixture.ts'
import {
  ACCOUNT,
  HOUR,
  heldSession,
  onPhone,
  type PayTown,
  payTown,
  takeFile,
  wereThere,
} from './payments.fixture.ts'

let world: World
let at: PayTown
beforeAll(async () => {
  world = await startWorld()
  at = await payTown(world)
})
afterAll(() => world.close())

const ofGroup = () => ({ params: { groupId: at.groupId } })
const here = () => ({ query: { placeId: at.place.id } })

/** Kayleigh with an item she has not chosen about yet. */
async function owed(more: Parameters<typeof onPhone>[2] = {}) {
  const who = await onPhone(world, at, more)
  const sessionId = await heldSession(world, at)
  await wereThere(world, at, sessionId, [who.memberId])
  const { items } = await who.phone(contract.mine, ofGroup())
  const [item] = items
  if (!item) throw new Error('nothing is owed')
  return { ...who, sessionId, item, params: { groupId: at.groupId, itemId: item.id } }
}

describe('Kayleigh is paid for session 1, her way (J-19)', () => {
  it('is owed three hours the moment Yusuf writes down that she was there, and is written to without an amount', async () => {
    const { item } = await owed({ contactBy: 'email', contact: 'kay-owed@example.org' })
    expect(item).toMatchObject({
      kind: 'involvement',
      why: 'held',
      minutes: 120,
      preparationMinutes: 60,
      amountPence: 3 * HOUR,
      state: 'due',
      choice: null,
    })
    const [letter] = await letters(world, 'codesign.pay-choice', 'kay-owed@example.org')
    expect(letter?.body).toContain('/my-place#')
    expect(`${letter?.subject} ${letter?.body}`).not.toMatch(/£|72\.00|benefit|Universal/i)
  })

  it.each([
    ['all', {}, 3 * HOUR, 'chosen'],
    ['less', { pence: 1_000 }, 1_000, 'chosen'],
    ['nothing', {}, 0, 'declined'],
    ['charity', { charity: 'Elmside Foodbank' }, 3 * HOUR, 'chosen'],
    ['voucher', {}, 3 * HOUR, 'chosen'],
  ] as const)(
    'chooses %s with one answer, and may change it',
    async (choice, more, pence, state) => {
      const { phone, params } = await owed()
      const after = await phone(contract.choose, { params, body: { choice, ...more } })
      expect(after).toMatchObject({ choice, chosenPence: pence, state, paidAt: null })
      const again = await phone(contract.choose, { params, body: { choice: 'all' } })
      expect(again).toMatchObject({ choice: 'all', state: 'chosen' })
    },
  )

  it('less than the whole is less, and less than nothing is nothing', async () => {
    const { phone, params } = await owed()
    const choice = 'less' as const
    expect(
      (await refusal(phone(contract.choose, { params, body: { choice, pence: 3 * HOUR } }))).code,
    ).toBe('payments.not_less')
  })

  it('her account goes into the vault: no table, letter or line of the trail holds a digit of it', async () => {
    const { phone, memberId } = await owed({ contactBy: 'email', contact: 'kay-way@example.org' })
    const way = await phone(contract.setWay, { ...ofGroup(), body: { to: ACCOUNT } })
    expect(way).toMatchObject({ way: 'bank', last4: '6819' })
    expect(await tablesHolding(world, '31926819')).toEqual([])
    expect(await tablesHolding(world, '123456')).toEqual([])
    const [letter] = await letters(world, 'codesign.pay-way-changed', 'kay-way@example.org')
    expect(letter?.body).toContain('ring us at once')
    expect(letter?.body).not.toMatch(/6819/)
    await phone(contract.forgetWay, ofGroup())
    const { rows } = await world.db.execute(sql`
      select 1 from vault_boxes where subject_id = ${memberId} and field = 'payments.way'`)
    expect(rows).toEqual([])
    expect((await phone(contract.mine, ofGroup())).way).toBeNull()
  })

  it('money arrives: the clerk approves, makes the file, says it is paid; pay and fares on lines of their own', async () => {
    const { phone, params, sessionId, item, reference } = await owed()
    await phone(contract.choose, { params, body: { choice: 'all' } })
    await phone(contract.setWay, { ...ofGroup(), body: { to: ACCOUNT } })
    const fare = await phone(contract.claim, {
      ...ofGroup(),
      body: {
        sessionId,
        why: 'fares',
        pence: 440,
        words: 'Bus 12',
        receipt: false,
        advance: false,
      },
    })
    const yusuf = await world.as(at.people.yusuf)
    await yusuf(contract.confirm, { params: { groupId: at.groupId, itemId: fare.id }, body: {} })
    const clerk = await world.as(at.people.clerk)
    const waiting = (await clerk(contract.desk, here())).items.filter(
      (i) => i.reference === reference,
    )
    expect(
      waiting.map(({ kind, pence, way, last4, stopped }) => [kind, pence, way, last4, stopped]),
    ).toEqual([
      ['involvement', 3 * HOUR, 'bank', '6819', null],
      ['expense', 440, 'bank', '6819', null],
    ])
    const itemIds = [item.id, fare.id]
    const batch = await clerk(contract.approve, { body: { placeId: at.place.id, itemIds } })
    expect(batch).toMatchObject({
      lines: 2,
      involvementPence: 3 * HOUR,
      expensePence: 440,
      files: 0,
    })
    const paramsOf = { params: { batchId: batch.id } }
    expect(
      (await refusal(clerk(contract.outcome, { ...paramsOf, body: { outcome: 'paid' } }))).code,
    ).toBe('payments.no_file_yet')
    const file = await takeFile(world, at, batch.id)
    expect(file).toMatchObject({ status: 200, type: 'text/csv; charset=utf-8' })
    const lines = file.csv.split('\r\n')
    const to = '"Bank transfer","K Doyle","123456","31926819",""'
    expect(lines[1]).toContain(`"Involvement",${to},"72.00","GBP"`)
    expect(lines[2]).toContain(`"Expense",${to},"4.40","GBP"`)
    expect((await takeFile(world, at, batch.id)).code).toBe('payments.file_made')
    const paid = await clerk(contract.outcome, { ...paramsOf, body: { outcome: 'paid' } })
    expect(paid).toMatchObject({ open: 0, failed: 0, files: 1 })
    const { items } = await phone(contract.mine, ofGroup())
    expect(items.map((i) => i.state)).toEqual(['paid', 'paid'])
    const desk = await clerk(contract.desk, here())
    expect(desk.figures).toMatchObject({ medianDays: expect.any(Number), inTimeShare: 1 })
  })
})
