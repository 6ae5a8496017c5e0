import { conversationsContract as contract } from '@howcanwe/shared/conversations'
import { type Call, type CallArgs, createClient } from '@howcanwe/shared/http'
import { v7 } from 'uuid'
import { type World, wire } from '../../../test/support.ts'
import { entered, town } from '../codesign/codesign.fixture.ts'

export { photo } from './photo.fixture.ts'

export type Town = Awaited<ReturnType<typeof town>>
export const aTown = (world: World) => town(world, { places: 40 })

type Entry = Parameters<typeof entered>[2]

export interface Phone {
  call: Call
  cookies: Record<string, string>
  memberId: string
  slip: { reference: string; words: string }
}

/** Somebody of the group with their place open on a phone, without an account. */
export async function phoneOf(world: World, at: Town, more: Entry = {}): Promise<Phone> {
  const { member, slip } = await entered(world, at, more)
  const opened = await world.app.inject({
    method: 'POST',
    url: '/api/v1/group-places/open',
    payload: { with: { reference: slip.reference, words: slip.words } },
  })
  const cookies = Object.fromEntries(opened.cookies.map(({ name, value }) => [name, value]))
  const call = createClient(async (r) => {
    const method = r.method as 'GET'
    const sent = { method, url: r.url, headers: r.headers, payload: r.body }
    const answer = await world.app.inject({ ...sent, cookies: r.anonymous ? {} : cookies })
    return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() }
  })
  return { call, cookies, memberId: member.id, slip }
}

export const asAccount = async (world: World, personId: string): Promise<Call> => {
  const token = await world.tokenOf(personId)
  return createClient(wire(world.app), () => ({ authorization: `Bearer ${token}` }))
}

type Said = CallArgs<typeof contract.write>['body']
export const said = (words: string, more: Partial<Said> = {}): Said => ({
  ...{ key: v7(), words, lang: 'en', showBloc: false, files: [], ...more },
})

export const begin = (call: Call, groupId: string, more: Partial<Said> = {}) =>
  call(contract.openThread, {
    params: { groupId },
    body: { ...said('Who takes over on a Tuesday?', more), title: 'Tuesdays' },
  })

export const say = (
  call: Call,
  { groupId, threadId }: { groupId: string; threadId: string },
  words: string,
  more: Partial<Said> = {},
) => call(contract.write, { params: { groupId, threadId }, body: said(words, more) })

export const read = async (call: Call, params: { groupId: string; threadId: string }) =>
  (await call(contract.messages, { params, query: {} })).items

/** Sends bytes as the page does. */
export async function send(
  world: World,
  { cookies }: Pick<Phone, 'cookies'>,
  groupId: string,
  given: { body: Buffer; alt?: string; name?: string; type?: string },
) {
  const search = new URLSearchParams({
    alt: given.alt ?? 'The hall with the ramp',
    name: given.name ?? 'hall.jpg',
  })
  const answer = await world.app.inject({
    method: 'POST',
    url: `/api/v1/groups/${groupId}/files?${search}`,
    headers: { 'content-type': given.type ?? 'image/jpeg' },
    cookies,
    payload: given.body,
  })
  return { status: answer.statusCode, ...answer.json<{ id: string; code: string; name: string }>() }
}

export const fetchFile = (
  world: World,
  groupId: string,
  fileId: string,
  as: { cookies?: Record<string, string>; headers?: Record<string, string> },
) => world.app.inject({ url: `/api/v1/groups/${groupId}/files/${fileId}`, ...as })

export const leaveGroup = (phone: Phone, world: World, at: Town) =>
  world.db.transaction(async (tx) => {
    const { leaveAs } = await import('../codesign/index.ts')
    void at
    await leaveAs({ config: world.config }, tx, phone.memberId)
  })
