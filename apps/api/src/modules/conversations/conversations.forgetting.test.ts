import { codesignContract } from '@howcanwe/shared/codesign'
import { identityContract } from '@howcanwe/shared/identity'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aDevice } from '../../../test/device.ts'
import { startWorld, type World } from '../../../test/support.ts'
import { FORGET } from '../../retention/retention.queries.ts'
import { tablesHolding } from '../codesign/codesign.fixture.ts'
import {
  aTown,
  begin,
  type Phone,
  phoneOf,
  photo,
  read,
  send,
  type Town,
} from './conversations.fixture.ts'

let world: World
let at: Town
let okafor: Phone
beforeAll(async () => {
  world = await startWorld()
  at = await aTown(world)
  okafor = await phoneOf(world, at, { firstName: 'Mr Okafor' })
})
afterAll(() => world.close())

it('what Kayleigh wrote is in what she takes with her, and goes when she is erased', async () => {
  const kayleigh = await world.seed.person({ name: 'Kayleigh' })
  const phone = await phoneOf(world, at, { firstName: 'Kayleigh' })
  const laptop = await aDevice(world, kayleigh)
  const { reference, words } = phone.slip
  await laptop(codesignContract.openPlace, { body: { with: { reference, words } } })
  await laptop(codesignContract.claimPlace, { params: { memberId: phone.memberId }, body: {} })
  const { id: file } = await send(world, phone, at.groupId, { body: await photo(80, 80) })
  const { id } = await begin(phone.call, at.groupId, {
    words: 'My mother needs me at night.',
    files: [file],
  })
  const account = await world.as(kayleigh)
  const held = await account(identityContract.everything)
  expect(JSON.stringify(held)).toContain('My mother needs me at night.')
  await account(identityContract.erase, { body: { word: 'erase' } })
  const [message] = await read(okafor.call, { groupId: at.groupId, threadId: id })
  expect(message).toMatchObject({ state: 'emptied', words: '', files: [], writer: { name: null } })
  expect(await tablesHolding(world, 'My mother needs me at night')).toEqual([])
})

it('files nobody sent on go after a day; what a group said a year after it has finished', async () => {
  await send(world, okafor, at.groupId, { body: await photo(80, 80) })
  expect(await FORGET.looseFiles(world.appDb, 0)).toBe(1)
  await begin(okafor.call, at.groupId)
  expect(await FORGET.groupTalk(world.appDb, 0)).toBe(0)
  await world.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(sql`update groups set state = 'closed' where id = ${at.groupId}`)
  })
  expect(await FORGET.groupTalk(world.appDb, 365)).toBe(0)
  expect(await FORGET.groupTalk(world.appDb, 0)).toBeGreaterThan(0)
  const { rows } = await world.db.execute(
    sql`select id from thread_messages union all select id from message_files union all select id from moderation_acts`,
  )
  expect(rows).toEqual([])
})
