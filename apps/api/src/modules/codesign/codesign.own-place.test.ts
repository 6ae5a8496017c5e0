import { codesignContract as contract } from '@howcanwe/shared/codesign'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDevice } from '../../../test/device.ts'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { entered, join, letters, town } from './codesign.fixture.ts'

let world: World
let at: Awaited<ReturnType<typeof town>>
beforeAll(async () => {
  world = await startWorld()
  at = await town(world, { places: 40 })
})
afterAll(() => world.close())

const linkIn = (body: string): string => /\/my-place#(\S+)/.exec(body)?.[1] ?? ''

/** Kayleigh joins by email and gets the letter with her link. */
async function kayleighsLink(email: string) {
  await join(world.anyone, at.groupId, { contactBy: 'email', contact: email })
  const [letter] = await letters(world, 'codesign.joined', email)
  return linkIn(letter?.body ?? '')
}

describe('Kayleigh opens her place with the link in her letter, without an account (CD2)', () => {
  it('sees her group from within, and only on the phone she opened it on', async () => {
    const link = await kayleighsLink('kay-open@example.org')
    const phone = await aDevice(world)
    const place = await phone(contract.openPlace, { body: { with: { link } } })
    expect(place).toMatchObject({ firstName: 'Kayleigh', bloc: 'residents', claimed: false })
    const room = await phone(contract.room, { params: { groupId: at.groupId } })
    expect(room).toMatchObject({ me: { id: place.id }, runs: false })
    const other = await aDevice(world)
    const refused = await refusal(other(contract.room, { params: { groupId: at.groupId } }))
    expect(refused).toMatchObject({ status: 403, code: 'codesign.no_place_here' })
  })
  it('a text to her mobile carries the same link', async () => {
    await join(world.anyone, at.groupId, { contact: '07700 900456' })
    const [text] = await letters(world, 'codesign.joined', '+447700900456')
    expect(linkIn(text?.body ?? '')).toMatch(/^[0-9a-f-]{36}\..{43}$/)
  })
  it('closes it on a library computer, and then nothing is open there', async () => {
    const link = await kayleighsLink('kay-close@example.org')
    const library = await aDevice(world)
    await library(contract.openPlace, { body: { with: { link, sharedDevice: true } } })
    await library(contract.closeHere, { body: {} })
    expect((await library(contract.ownPlaces)).items).toEqual([])
  })
  it('a link with one sign changed, or of another place, opens nothing', async () => {
    const link = await kayleighsLink('kay-forged@example.org')
    const second = await kayleighsLink('kay-second@example.org')
    const [id] = link.split('.')
    const [, mac] = second.split('.')
    const phone = await aDevice(world)
    for (const forged of [`${link.slice(0, -1)}_`, `${id}.${mac}`, 'x'.repeat(80)]) {
      const refused = await refusal(phone(contract.openPlace, { body: { with: { link: forged } } }))
      expect(refused.code).toBe('codesign.slip_unknown')
    }
  })
  it('a page of another site gets nothing out of her cookie', async () => {
    const link = await kayleighsLink('kay-elsewhere@example.org')
    const opened = await world.app.inject({
      method: 'POST',
      url: '/api/v1/group-places/open',
      payload: { with: { link } },
    })
    const [cookie] = opened.cookies
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' })
    const asked = await world.app.inject({
      method: 'GET',
      url: '/api/v1/group-places/own',
      headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
      cookies: { [cookie?.name ?? '']: cookie?.value ?? '' },
    })
    expect(asked.json()).toEqual({ items: [] })
  })
})

describe('Mr Okafor rang, and Yusuf wrote it down and gave him a slip (PE3)', () => {
  it('his words open his place, however he types them', async () => {
    const { slip } = await entered(world, at, { firstName: 'Mr Okafor' })
    const phone = await aDevice(world)
    const words = slip.words.toLowerCase().replaceAll('-', ' ')
    const place = await phone(contract.openPlace, {
      body: { with: { reference: slip.reference.toLowerCase(), words } },
    })
    expect(place.firstName).toBe('Mr Okafor')
  })
  it('after five wrong tries in a day the right words do not open it either', async () => {
    const { slip } = await entered(world, at)
    const phone = await aDevice(world)
    const tryWith = (words: string) =>
      refusal(phone(contract.openPlace, { body: { with: { reference: slip.reference, words } } }))
    for (let i = 0; i < 5; i++)
      expect((await tryWith('PLUM-1000-OTTER')).code).toBe('codesign.slip_unknown')
    expect((await tryWith(slip.words)).code).toBe('codesign.too_many_tries')
  })
  it('a new slip ends the old words and every device they opened', async () => {
    const { member, slip } = await entered(world, at)
    const lost = await aDevice(world)
    const old = { reference: slip.reference, words: slip.words }
    await lost(contract.openPlace, { body: { with: old } })
    const yusuf = await world.as(at.people.yusuf)
    const params = { groupId: at.groupId, memberId: member.id }
    const fresh = await yusuf(contract.newSlip, { params, body: {} })
    expect((await lost(contract.ownPlaces)).items).toEqual([])
    expect((await refusal(lost(contract.openPlace, { body: { with: old } }))).code).toBe(
      'codesign.slip_unknown',
    )
    const phone = await aDevice(world)
    const again = { reference: fresh.reference, words: fresh.words }
    expect((await phone(contract.openPlace, { body: { with: again } })).id).toBe(member.id)
  })
  it('words are kept as a keyed digest, nowhere as they are', async () => {
    const { slip } = await entered(world, at)
    const { rows } = await world.db.execute(
      sql`select 1 from group_members m where to_jsonb(m)::text ilike ${`%${slip.words}%`}
          union all select 1 from audit_events e where to_jsonb(e)::text ilike ${`%${slip.words}%`}
          union all select 1 from outbox o where o.body ilike ${`%${slip.words}%`}`,
    )
    expect(rows).toEqual([])
  })
})

describe('a place is claimed later', () => {
  it('Kayleigh makes an account and the place is hers there too', async () => {
    const { slip } = await entered(world, at)
    const kayleigh = await world.seed.person({ name: 'Kayleigh' })
    const laptop = await aDevice(world, kayleigh)
    const place = await laptop(contract.openPlace, {
      body: { with: { reference: slip.reference, words: slip.words } },
    })
    const claimed = await laptop(contract.claimPlace, { params: { memberId: place.id }, body: {} })
    expect(claimed.claimed).toBe(true)
    const elsewhere = await world.as(kayleigh)
    expect((await elsewhere(contract.ownPlaces)).items.map(({ id }) => id)).toEqual([place.id])
  })
  it('nobody takes it over who only finds the slip later, nor has two in one group', async () => {
    const { member, slip } = await entered(world, at)
    const [kayleigh, other] = [
      await world.seed.person({ name: 'Kayleigh' }),
      await world.seed.person({ name: 'Other' }),
    ]
    const open = { with: { reference: slip.reference, words: slip.words } }
    const hers = await aDevice(world, kayleigh)
    await hers(contract.openPlace, { body: open })
    await hers(contract.claimPlace, { params: { memberId: member.id }, body: {} })
    const theirs = await aDevice(world, other)
    await theirs(contract.openPlace, { body: open })
    const stolen = theirs(contract.claimPlace, { params: { memberId: member.id }, body: {} })
    expect((await refusal(stolen)).code).toBe('codesign.claimed_by_another')
    const second = await entered(world, at)
    await hers(contract.openPlace, {
      body: { with: { reference: second.slip.reference, words: second.slip.words } },
    })
    const two = hers(contract.claimPlace, { params: { memberId: second.member.id }, body: {} })
    expect((await refusal(two)).code).toBe('codesign.claimed_by_another')
  })
})

it('whoever was written down leaves from within, no reason asked, and nothing of them stays', async () => {
  const { member, slip } = await entered(world, at, { firstName: 'Leaving Lena' })
  const phone = await aDevice(world)
  const { reference, words } = slip
  await phone(contract.openPlace, { body: { with: { reference, words } } })
  await phone(contract.leaveOpened, { params: { memberId: member.id }, body: {} })
  expect((await phone(contract.ownPlaces)).items).toEqual([])
  const stranger = await aDevice(world)
  const again = stranger(contract.leaveOpened, { params: { memberId: member.id }, body: {} })
  expect((await refusal(again)).code).toBe('codesign.no_place_here')
  const { rows } = await world.db.execute(
    sql`select 1 from group_members where first_name = 'Leaving Lena'`,
  )
  expect(rows).toEqual([])
})

it('resting keeps the place and is not counted; coming back is', async () => {
  const { slip } = await entered(world, at)
  const phone = await aDevice(world)
  const place = await phone(contract.openPlace, {
    body: { with: { reference: slip.reference, words: slip.words } },
  })
  const params = { memberId: place.id }
  const count = async () =>
    (await phone(contract.room, { params: { groupId: at.groupId } })).members.residents
  const before = await count()
  expect((await phone(contract.rest, { params, body: {} })).state).toBe('resting')
  expect(await count()).toBe(before - 1)
  expect((await phone(contract.comeBack, { params, body: {} })).state).toBe('joined')
  expect(await count()).toBe(before)
})
