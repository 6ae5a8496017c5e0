import { paymentsContract as contract } from '@howcanwe/shared/payments'
import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { letters } from '../codesign/codesign.fixture.ts'
import {
  comingSession,
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

/** What the database says to the application itself when it tries. */
const tried = (query: SQL): Promise<string> =>
  world.appDb.execute(query).then(
    () => 'done',
    (error: unknown) => sqlState(error) ?? 'error',
  )

/** Somebody owed for one session, who chose all of it in cash. */
async function chosen(contact?: string) {
  const who = await onPhone(world, at, contact ? { contactBy: 'email', contact } : {})
  const sessionId = await heldSession(world, at)
  await wereThere(world, at, sessionId, [who.memberId])
  const item = (await who.phone(contract.mine, ofGroup())).items[0]
  if (!item) throw new Error('nothing is owed')
  const params = { groupId: at.groupId, itemId: item.id }
  await who.phone(contract.choose, { params, body: { choice: 'all' } })
  await who.phone(contract.setWay, { ...ofGroup(), body: { to: { kind: 'cash' } } })
  return { ...who, sessionId, itemId: item.id }
}
const approve = async (by: string, itemIds: string[]) =>
  (await world.as(by))(contract.approve, { body: { placeId: at.place.id, itemIds } })

describe('nobody is paid twice (CD4 [G])', () => {
  it('a second item for one person and session is refused by the database', async () => {
    const { memberId, sessionId } = await chosen()
    const twice = sql`insert into pay_items (id, place_id, group_id, member_id, session_id, kind, why, minutes,
        preparation_minutes, amount_pence, choose_by)
      values (gen_random_uuid(), ${at.place.id}, ${at.groupId}, ${memberId}, ${sessionId}, 'involvement', 'held', 1, 1, 1, now())`
    expect(await tried(twice)).toBe('23505')
  })
  it('an item in one batch does not come into a second, nor back from paid to approved', async () => {
    const { itemId } = await chosen()
    await approve(at.people.clerk, [itemId])
    expect((await refusal(approve(at.people.clerk, [itemId]))).code).toBe('payments.items_changed')
    const back = sql`update pay_items set state = 'chosen' where id = ${itemId}`
    expect(await tried(back)).toBe('HW215')
  })
  it('two clerks at once: one batch', async () => {
    const { itemId } = await chosen()
    const both = await Promise.allSettled([
      approve(at.people.clerk, [itemId]),
      approve(at.people.clerk, [itemId]),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
  it('what somebody is owed is counted by the database, whatever is sent, and stands', async () => {
    const { memberId, itemId } = await chosen()
    expect(await tried(sql`update pay_items set amount_pence = 99999 where id = ${itemId}`)).toBe(
      'HW215',
    )
    expect(await tried(sql`delete from pay_items where member_id = ${memberId}`)).toBe('42501')
  })
  it('nobody is owed for a session that was not held, nor for one they were not at', async () => {
    const { memberId } = await onPhone(world, at)
    for (const sessionId of [await comingSession(world, at, 30), await heldSession(world, at)]) {
      const owed = sql`insert into pay_items (id, place_id, group_id, member_id, session_id, kind, why, minutes,
          preparation_minutes, amount_pence, choose_by)
        values (gen_random_uuid(), ${at.place.id}, ${at.groupId}, ${memberId}, ${sessionId}, 'involvement', 'held', 1, 1, 1, now())`
      expect(await tried(owed)).toBe('HW212')
    }
  })
  it('nothing chosen is nothing paid: no statement makes it paid', async () => {
    const { phone, itemId } = await chosen()
    const params = { groupId: at.groupId, itemId }
    await phone(contract.choose, { params, body: { choice: 'nothing' } })
    expect((await refusal(approve(at.people.clerk, [itemId]))).code).toBe('payments.items_changed')
    expect(
      await tried(sql`update pay_items set state = 'paid', paid_at = now() where id = ${itemId}`),
    ).toBe('HW215')
  })
})

describe('pay takes two people, and neither is who is paid (A7 [G])', () => {
  it('whoever runs the group does not approve it, even as a clerk', async () => {
    const { itemId } = await chosen()
    const also = await world.seed.person({
      name: 'Yusuf’s twin',
      roles: [{ placeId: at.place.id, role: 'finance-clerk' }],
    })
    await world.db.execute(sql`update groups set facilitator_id = ${also} where id = ${at.groupId}`)
    const refused = await refusal(approve(also, [itemId]))
    await world.db.execute(
      sql`update groups set facilitator_id = ${at.people.yusuf} where id = ${at.groupId}`,
    )
    expect(refused.code).toBe('payments.own_item')
  })
  it('a clerk with a place in the group does not approve what goes to themselves', async () => {
    const { itemId, memberId } = await chosen()
    await world.db.execute(
      sql`update group_members set person_id = ${at.people.clerk} where id = ${memberId}`,
    )
    expect((await refusal(approve(at.people.clerk, [itemId]))).code).toBe('payments.own_item')
    await world.db.execute(sql`update group_members set person_id = null where id = ${memberId}`)
  })
  it('a steward, a facilitator and a stranger are no clerks, by the route or by SQL', async () => {
    const { itemId } = await chosen()
    for (const who of [at.people.sam, at.people.yusuf, at.people.ines])
      expect((await refusal(approve(who, [itemId]))).code).toBe('auth.forbidden')
    const bySteward = sql`update pay_items set state = 'approved', approved_by = ${at.people.sam} where id = ${itemId}`
    expect(await tried(bySteward)).toBe('HW216')
  })
  it('an expense nobody confirmed is not approved', async () => {
    const { phone, sessionId } = await chosen()
    const fare = await phone(contract.claim, {
      ...ofGroup(),
      body: { sessionId, why: 'fares', pence: 300, words: '', receipt: false, advance: false },
    })
    expect((await refusal(approve(at.people.clerk, [fare.id]))).code).toBe('payments.own_item')
  })
  it('a clerk of another place sees no batch of this one', async () => {
    const { itemId } = await chosen()
    const batch = await approve(at.people.clerk, [itemId])
    const other = await world.seed.place()
    const stranger = await world.seed.person({
      roles: [{ placeId: other.id, role: 'finance-clerk' }],
    })
    const call = await world.as(stranger)
    const refused = await refusal(call(contract.batch, { params: { batchId: batch.id } }))
    expect(refused.code).toBe('payments.batch_not_found')
  })
})

describe('a batch adds up, and leaves once (CD4 [G])', () => {
  it('a batch whose sums are not those of its lines does not come about', async () => {
    const { itemId } = await chosen()
    const { rows } = await world.db.execute<{ id: string }>(sql`select gen_random_uuid() as id`)
    const id = rows[0]?.id
    const wrong = world.appDb.transaction(async (tx) => {
      await tx.execute(
        sql`update pay_items set state = 'approved', approved_by = ${at.people.clerk} where id = ${itemId}`,
      )
      await tx.execute(sql`insert into pay_batches (id, place_id, number, made_by, lines, involvement_pence, expense_pence, currency)
        values (${id}, ${at.place.id}, 9001, ${at.people.clerk}, 1, ${3 * HOUR - 1}, 1, 'GBP')`)
      await tx.execute(sql`insert into pay_lines (place_id, batch_id, item_id, kind, pence)
        values (${at.place.id}, ${id}, ${itemId}, 'involvement', ${3 * HOUR})`)
    })
    expect(sqlState(await wrong.catch((error: unknown) => error))).toBe('HW218')
  })
  it('the file is made a second time only with a reason, and both are in the trail with their checksums', async () => {
    const { itemId } = await chosen()
    const { id: batchId } = await approve(at.people.clerk, [itemId])
    const clerk = await world.as(at.people.clerk)
    const params = { batchId }
    await takeFile(world, at, batchId)
    expect((await takeFile(world, at, batchId)).code).toBe('payments.file_made')
    await takeFile(world, at, batchId, { reason: 'The bank lost the first one' })
    const { exports } = await clerk(contract.batch, { params })
    expect(exports.map(({ number, reason }) => [number, reason])).toEqual([
      [1, ''],
      [2, 'The bank lost the first one'],
    ])
    const { rows } = await world.db.execute<{ sum: string }>(sql`
      select after ->> 'checksum' as sum from audit_events where action = 'payments.file-made'
      and subject_id = ${batchId} order by id`)
    expect(rows.map(({ sum }) => sum)).toEqual(exports.map(({ checksum }) => checksum))
    const again = sql`insert into pay_exports (place_id, batch_id, number, checksum, exported_by)
      values (${at.place.id}, ${batchId}, 1, repeat('a', 64), ${at.people.clerk})`
    expect(await tried(again)).toBe('HW219')
  })
  it('one missing account does not hold up the rest: its line is put aside, she is told what is missing, and it returns once a way is there', async () => {
    const [kay, gone] = [await chosen(), await chosen('gone-way@example.org')]
    const { id: batchId } = await approve(at.people.clerk, [kay.itemId, gone.itemId])
    await gone.phone(contract.forgetWay, ofGroup())
    const file = await takeFile(world, at, batchId)
    expect(file.status).toBe(200)
    const [letter] = await letters(world, 'codesign.pay-no-way', 'gone-way@example.org')
    expect(letter?.body).toContain('Say how: a bank account, by post, or in cash')
    expect(file.csv).toContain(kay.reference)
    expect(file.csv).not.toContain(gone.reference)
    const clerk = await world.as(at.people.clerk)
    const batch = await clerk(contract.batch, { params: { batchId } })
    expect(batch).toMatchObject({ open: 1, aside: 1, lines: 2 })
    const paid = await clerk(contract.outcome, { params: { batchId }, body: { outcome: 'paid' } })
    expect(paid.items.map(({ outcome }) => outcome).sort()).toEqual(['aside', 'paid'])
    const line = async () =>
      (await clerk(contract.desk, { query: { placeId: at.place.id } })).items.find(
        ({ id }) => id === gone.itemId,
      )
    expect(await line()).toMatchObject({ stopped: 'no-way' })
    await gone.phone(contract.setWay, { ...ofGroup(), body: { to: { kind: 'cash' } } })
    expect(await line()).toMatchObject({ stopped: null })
    const again = await approve(at.people.clerk, [gone.itemId])
    expect((await takeFile(world, at, again.id)).csv).toContain(gone.reference)
  })
  it('a batch nobody of which can be reached makes no file; all of it is on the list again', async () => {
    const { phone, itemId } = await chosen()
    const { id: batchId } = await approve(at.people.clerk, [itemId])
    await phone(contract.forgetWay, ofGroup())
    expect((await takeFile(world, at, batchId)).code).toBe('payments.no_way')
    expect((await phone(contract.mine, ofGroup())).items[0]).toMatchObject({ state: 'chosen' })
  })
  it('a line that went out is not put aside afterwards, nor a yes taken back without that', async () => {
    const { itemId } = await chosen()
    const { id: batchId } = await approve(at.people.clerk, [itemId])
    const back = sql`update pay_items set state = 'chosen', approved_by = null, approved_at = null where id = ${itemId}`
    expect(await tried(back)).toBe('HW215')
    await takeFile(world, at, batchId)
    const aside = sql`update pay_lines set outcome = 'aside', outcome_at = now() where batch_id = ${batchId}`
    expect(await tried(aside)).toBe('HW218')
  })
  it('what came back goes out again in another batch, after she has chosen again', async () => {
    const { phone, itemId } = await chosen()
    const clerk = await world.as(at.people.clerk)
    const first = { params: { batchId: (await approve(at.people.clerk, [itemId])).id } }
    await takeFile(world, at, first.params.batchId)
    await clerk(contract.outcome, {
      ...first,
      body: { outcome: 'failed', because: 'not-collected' },
    })
    const params = { groupId: at.groupId, itemId }
    expect((await phone(contract.mine, ofGroup())).items[0]).toMatchObject({ state: 'failed' })
    await phone(contract.choose, { params, body: { choice: 'all' } })
    const second = await approve(at.people.clerk, [itemId])
    expect(second.lines).toBe(1)
  })
})
