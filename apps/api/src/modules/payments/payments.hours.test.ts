import { paymentsContract as contract } from '@howcanwe/shared/payments'
import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { letters } from '../codesign/codesign.fixture.ts'
import { HOUR, heldSession, onPhone, type PayTown, payTown, wereThere } from './payments.fixture.ts'
import { keepPay } from './usecases/clocks.ts'

let world: World
let at: PayTown
beforeAll(async () => {
  world = await startWorld()
  at = await payTown(world)
})
afterAll(() => world.close())

const ofGroup = () => ({ params: { groupId: at.groupId } })
const work = async () => {
  while (await keepPay({ db: world.db, config: world.config }));
}
/** Kayleigh was at a session; two hours and one of getting ready are put down for her, unless she was forgotten. */
async function wasThere(more: { forgotten?: boolean; by?: Parameters<typeof onPhone>[2] } = {}) {
  const who = await onPhone(world, at, more.by)
  await world.db.execute(
    sql`update group_members set joined_at = now() - interval '9 days' where id = ${who.memberId}`,
  )
  const sessionId = await heldSession(world, at)
  if (!more.forgotten) await wereThere(world, at, sessionId, [who.memberId])
  return { ...who, sessionId }
}
const says = (
  { phone, sessionId }: Pick<Awaited<ReturnType<typeof wasThere>>, 'phone' | 'sessionId'>,
  [minutes, preparationMinutes]: [number, number],
) =>
  phone(contract.askHours, {
    ...ofGroup(),
    body: { sessionId, minutes, preparationMinutes, words: 'I read both papers on Sunday' },
  })

async function answers(hoursId: string, answer: 'yes' | 'no', reason = '') {
  const yusuf = await world.as(at.people.yusuf)
  const params = { groupId: at.groupId, hoursId }
  return yusuf(contract.answerHours, { params, body: { answer, reason } })
}

describe('her hours were put down too low, and she says so in two taps (J-19, CD4)', () => {
  it('Yusuf says yes: what is missing is pay of its own, and what was put down stands', async () => {
    const contact = 'kay-hours@example.org'
    const kay = await wasThere({ by: { contactBy: 'email', contact } })
    const before = await kay.phone(contract.ownHours, ofGroup())
    expect(before.sessions.find(({ id }) => id === kay.sessionId)).toMatchObject({
      minutes: 120,
      preparationMinutes: 60,
    })
    const { asks } = await says(kay, [150, 120])
    expect(asks).toMatchObject([{ state: 'asked', minutes: 150, late: false, answeredBy: null }])
    const [asked] = await letters(world, 'codesign.pay-hours')
    expect(asked?.subject).toContain('hours are not right')
    const row = await answers(asks[0]?.id ?? '', 'yes')
    expect(row).toMatchObject({ state: 'yes', putDown: { minutes: 150, preparationMinutes: 120 } })
    const { items } = await kay.phone(contract.mine, ofGroup())
    expect(items.map(({ why, minutes, amountPence }) => [why, minutes, amountPence])).toEqual([
      ['more-hours', 30, 1.5 * HOUR],
      ['held', 120, 3 * HOUR],
    ])
    const [letter] = await letters(world, 'codesign.pay-hours-answered', contact)
    expect(letter?.body).toContain('put them right')
    expect(letter?.body).not.toContain('£')
  })

  it('came first and was written in afterwards: being put down counts, not when she joined', async () => {
    const kay = await onPhone(world, at)
    const sessionId = await heldSession(world, at)
    await wereThere(world, at, sessionId, [kay.memberId])
    expect((await says({ ...kay, sessionId }, [150, 60])).asks).toMatchObject([{ state: 'asked' }])
    const other = await onPhone(world, at)
    const refused = await refusal(says({ ...other, sessionId }, [120, 60]))
    expect(refused.code).toBe('payments.session_not_found')
  })

  it('was put down as not there: a yes puts her down, and all of it is paid once', async () => {
    const kay = await wasThere({ forgotten: true })
    const { asks } = await says(kay, [120, 60])
    await answers(asks[0]?.id ?? '', 'yes')
    await work()
    const { items } = await kay.phone(contract.mine, ofGroup())
    expect(items).toMatchObject([{ why: 'held', amountPence: 3 * HOUR, state: 'due' }])
  })

  it('nothing of an approved batch changes: the rest is approved and paid apart', async () => {
    const kay = await wasThere()
    const clerk = await world.as(at.people.clerk)
    const choose = async (itemId: string) => {
      const params = { groupId: at.groupId, itemId }
      await kay.phone(contract.choose, { params, body: { choice: 'all' } })
    }
    const approve = (itemId: string) =>
      clerk(contract.approve, { body: { placeId: at.place.id, itemIds: [itemId] } })
    const [first] = (await kay.phone(contract.mine, ofGroup())).items
    await choose(first?.id ?? '')
    await kay.phone(contract.setWay, { ...ofGroup(), body: { to: { kind: 'cash' } } })
    const batch = await approve(first?.id ?? '')
    const { asks } = await says(kay, [180, 60])
    await answers(asks[0]?.id ?? '', 'yes')
    const [more] = (await kay.phone(contract.mine, ofGroup())).items
    await choose(more?.id ?? '')
    const again = await clerk(contract.batch, { params: { batchId: batch.id } })
    expect(again).toMatchObject({ involvementPence: 3 * HOUR, lines: 1 })
    expect(await approve(more?.id ?? '')).toMatchObject({ involvementPence: HOUR, lines: 1 })
  })

  it('a no has a reason and a name, and she may say it again', async () => {
    const contact = 'kay-no@example.org'
    const kay = await wasThere({ by: { contactBy: 'email', contact } })
    const { asks } = await says(kay, [240, 60])
    const id = asks[0]?.id ?? ''
    expect((await refusal(answers(id, 'no'))).code).toBe('request.invalid')
    await answers(id, 'no', 'The hall closed at nine, so it was two hours.')
    const [letter] = await letters(world, 'codesign.pay-hours-answered', contact)
    expect(letter?.body).toContain('Yusuf leaves them as they are')
    expect(letter?.body).toContain('The hall closed at nine')
    expect((await refusal(answers(id, 'yes'))).code).toBe('payments.hours_not_found')
    expect((await says(kay, [120, 90])).asks.map(({ state }) => state)).toEqual(['asked', 'no'])
  })

  it('Yusuf is reminded once before the three working days are over, and late is late for both to see', async () => {
    const kay = await wasThere()
    const { asks } = await says(kay, [150, 60])
    const id = asks[0]?.id ?? ''
    const due = (when: SQL) => sql`update pay_hours set due_at = ${when} where id = ${id}`
    await world.db.execute(sql`alter table pay_hours disable trigger user`)
    await world.db.execute(due(sql`now() - interval '1 hour'`))
    await world.db.execute(sql`alter table pay_hours enable trigger user`)
    await work()
    await work()
    const reminders = (await letters(world, 'codesign.pay-hours')).filter((l) =>
      l.subject.startsWith('Somebody waits'),
    )
    expect(reminders).toHaveLength(1)
    expect((await kay.phone(contract.ownHours, ofGroup())).asks[0]).toMatchObject({ late: true })
    const yusuf = await world.as(at.people.yusuf)
    const { asks: waiting } = await yusuf(contract.hoursOfGroup, ofGroup())
    expect(waiting.find((one) => one.id === id)).toMatchObject({ late: true })
  })
})

describe('whom no letter reaches says it on the telephone (PE3)', () => {
  it('Yusuf types it in, and has her on the list to ring until he has told her the answer', async () => {
    const her = await wasThere({ by: { contactBy: 'someone', contact: 'Ask at the library' } })
    const yusuf = await world.as(at.people.yusuf)
    const row = await yusuf(contract.askHoursFor, {
      params: { groupId: at.groupId, memberId: her.memberId },
      body: {
        ...{ sessionId: her.sessionId, minutes: 120, preparationMinutes: 90, words: '' },
        ...{ saidBy: 'phone', readBack: true },
      },
    })
    expect(row).toMatchObject({ saidBy: 'phone', state: 'asked' })
    await answers(row.id, 'no', 'One paper was sent, not two: half an hour.')
    const toRing = async () =>
      (await yusuf(contract.hoursOfGroup, ofGroup())).ring.map(({ id, contact }) => [id, contact])
    expect(await toRing()).toContainEqual([row.id, 'Ask at the library'])
    const params = { groupId: at.groupId, hoursId: row.id }
    await yusuf(contract.toldHours, { params, body: {} })
    expect((await toRing()).map(([id]) => id)).not.toContain(row.id)
  })
})

describe('what somebody wrote about their hours', () => {
  it('goes when they leave, and their account stays while an answer is open (§4.2)', async () => {
    const kay = await wasThere()
    const id = (await says(kay, [150, 60])).asks[0]?.id ?? ''
    await world.db.execute(sql`update group_members set state = 'left', first_name = '', contact = '', contact_hash = '',
      organisation = '', person_id = null, words_hash = null where id = ${kay.memberId}`)
    const { rows } = await world.db.execute(sql`
      select words, pay_is_open(member_id) as open from pay_hours where id = ${id}`)
    expect(rows).toEqual([{ words: '', open: true }])
    await answers(id, 'yes')
    await work()
    const { rows: items } = await world.db.execute(sql`
      select why, state from pay_items where member_id = ${kay.memberId} order by why`)
    expect(items).toEqual([
      { why: 'held', state: 'chosen' },
      { why: 'more-hours', state: 'chosen' },
    ])
  })
})
