import { randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { conversationsContract as contract } from '@howcanwe/shared/conversations'
import { sql } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import {
  asAccount,
  aTown,
  begin,
  fetchFile,
  type Phone,
  phoneOf,
  photo,
  read,
  send,
  type Town,
} from './conversations.fixture.ts'
import { safeName, sniff } from './files.rules.ts'

let world: World
let at: Town
let kayleigh: Phone
let okafor: Phone
beforeAll(async () => {
  world = await startWorld()
  at = await aTown(world)
  kayleigh = await phoneOf(world, at, { firstName: 'Kayleigh' })
  okafor = await phoneOf(world, at, { firstName: 'Mr Okafor' })
})
afterAll(() => world.close())

const put = (given: Parameters<typeof send>[3], who = kayleigh) =>
  send(world, who, at.groupId, given)
const get = (fileId: string, cookies: Record<string, string>) =>
  fetchFile(world, at.groupId, fileId, { cookies })

/** A PNG whose head promises more pixels than it holds. */
function bomb(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const data = deflateSync(Buffer.alloc(1_000))
  const sign = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([
    sign,
    chunk('IHDR', head),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('a picture is drawn anew (T-19)', () => {
  it('smaller, and without where, when and by whom it was taken', async () => {
    const before = await photo()
    expect((await sharp(before).metadata()).exif?.toString('latin1')).toContain('Amina at home')
    const { id, status } = await put({ body: before })
    expect(status).toBe(201)
    const kept = await get(id, kayleigh.cookies)
    const facts = await sharp(kept.rawPayload).metadata()
    expect(facts).toMatchObject({ format: 'webp', width: 1_600, height: 800 })
    for (const part of ['exif', 'xmp', 'icc', 'iptc', 'comments'] as const)
      expect(facts[part]).toBeUndefined()
    for (const trace of ['Amina', 'TheirPhone', 'GPS', 'EXIF', 'XMP '])
      expect(kept.rawPayload.includes(trace)).toBe(false)
  })
  it('is the right way up', async () => {
    const body = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#111' } })
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const { id } = await put({ body })
    const facts = await sharp((await get(id, kayleigh.cookies)).rawPayload).metadata()
    expect([facts.width, facts.height]).toEqual([20, 40])
  })
  it('is known by what it holds, not by what it is called', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')
    const html = Buffer.from('<!doctype html><script>alert(1)</script>')
    const gif = Buffer.from('GIF89a\x01\x00\x01\x00', 'latin1')
    const half = (await photo(300, 300)).subarray(0, 200)
    for (const body of [svg, html, gif, half, randomBytes(500), Buffer.alloc(0)]) {
      const refused = await put({ body, name: 'hall.jpg', type: 'image/jpeg' })
      expect([refused.status, refused.code]).toEqual([422, 'conversations.file_unreadable'])
    }
  })
  it('Apple’s own format is refused with what to do about it', async () => {
    const heic = Buffer.concat([Buffer.from('\0\0\0\x18ftypheic', 'latin1'), randomBytes(100)])
    expect((await put({ body: heic })).code).toBe('conversations.file_heic')
  })
  it('a bomb is seen before anything of it is unpacked, and 5 MB is the most', async () => {
    const began = performance.now()
    expect(await put({ body: bomb(30_000), type: 'image/png' })).toMatchObject({
      status: 413,
      code: 'conversations.file_too_big',
    })
    expect(performance.now() - began).toBeLessThan(2_000)
    const big = Buffer.concat([await photo(50, 50), Buffer.alloc(5 * 1_024 * 1_024)])
    expect((await put({ body: big })).code).toBe('conversations.file_too_big')
    const huge = Buffer.alloc(7 * 1_024 * 1_024)
    expect((await put({ body: huge })).code).toBe('request.too_large')
  })
  it('needs words for who does not see it', async () => {
    expect((await put({ body: await photo(50, 50), alt: ' ' })).code).toBe('request.invalid')
  })
  it('cannot be sent by who is not in the group', async () => {
    const refused = await put({ body: await photo(50, 50) }, { ...kayleigh, cookies: {} })
    expect(refused).toMatchObject({ status: 403, code: 'codesign.no_place_here' })
  })
})

it.each([
  ['../../etc/passwd', 'etc passwd.webp'],
  ['"><img src=x onerror=1>.png', 'img src x onerror 1.webp'],
  ['=cmd|calc.jpg', 'cmd calc.webp'],
  ['Zaal één\r\nSet-Cookie: a.jpeg', 'Zaal een Set-Cookie a.webp'],
  ['‮gpj.exe', 'gpj.webp'],
  ['', 'file.webp'],
])('the name %j becomes %j', (name, safe) => {
  expect(safeName(name, 'webp')).toBe(safe)
})

it.each([
  ['%PDF-1.7', 'pdf'],
  ['\xff\xd8\xff\xe0', 'jpeg'],
  ['RIFF\0\0\0\0WEBPVP8 ', 'webp'],
  ['RIFF\0\0\0\0WAVE', undefined],
  ['<?xml version="1.0"?><svg', undefined],
])('what begins with %j is %s', (bytes, kind) => {
  expect(sniff(Buffer.from(bytes, 'latin1'))).toBe(kind)
})

describe('a file is for who may read its message', () => {
  it('a PDF is only ever saved, never shown as a page', async () => {
    const body = Buffer.from('%PDF-1.4\n%%EOF')
    const { id, name } = await put({ body, name: 'Room plan.pdf', type: 'application/pdf' })
    expect(name).toBe('Room plan.pdf')
    const { headers } = await get(id, kayleigh.cookies)
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="Room plan.pdf"',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
  })
  it('before it is sent for who sent it alone; then for the group, and for nobody outside', async () => {
    const { id } = await put({ body: await photo(60, 60) })
    expect((await get(id, okafor.cookies)).statusCode).toBe(404)
    await begin(kayleigh.call, at.groupId, { files: [id] })
    expect((await get(id, okafor.cookies)).statusCode).toBe(200)
    expect((await get(id, {})).statusCode).toBe(403)
    const ruth = `Bearer ${await world.tokenOf(at.people.ruth)}`
    const council = await fetchFile(world, at.groupId, id, { headers: { authorization: ruth } })
    expect(council.statusCode).toBe(403)
    const other = await aTown(world)
    const stranger = await phoneOf(world, other)
    const door = await fetchFile(world, other.groupId, id, { cookies: stranger.cookies })
    expect(door.statusCode).toBe(404)
  })
  it('hidden with its message, gone when it is taken back', async () => {
    const { id } = await put({ body: await photo(60, 60) })
    const thread = await begin(kayleigh.call, at.groupId, { files: [id] })
    const [message] = await read(kayleigh.call, { groupId: at.groupId, threadId: thread.id })
    const params = { groupId: at.groupId, messageId: message?.id ?? '' }
    const yusuf = await asAccount(world, at.people.yusuf)
    const body = { reason: 'about-somebody' as const, sentence: 'A face is on it.' }
    await yusuf(contract.hide, { params, body })
    expect((await get(id, okafor.cookies)).statusCode).toBe(404)
    expect((await get(id, kayleigh.cookies)).statusCode).toBe(200)
    await kayleigh.call(contract.takeBack, { params, body: {} })
    expect((await get(id, kayleigh.cookies)).statusCode).toBe(404)
    const { rows } = await world.db.execute(sql`select 1 from message_files where id = ${id}`)
    expect(rows).toEqual([])
  })
  it('nobody sends along what another sent, and four are the most (HW238)', async () => {
    const { id } = await put({ body: await photo(60, 60) })
    const stolen = begin(okafor.call, at.groupId, { files: [id] })
    expect((await refusal(stolen)).code).toBe('conversations.file_not_found')
    const files = [id]
    for (let n = 0; n < 4; n++) files.push((await put({ body: await photo(60, 60) })).id)
    expect((await refusal(begin(kayleigh.call, at.groupId, { files }))).code).toBe(
      'request.invalid',
    )
    await begin(kayleigh.call, at.groupId, { files: files.slice(0, 4) })
    const fifth = sql`update message_files set message_id = (select message_id from message_files where id = ${id})
      where id = ${files[4]}`
    expect(await world.appDb.execute(fifth).catch(sqlState)).toBe('HW238')
    expect(
      await world.appDb.execute(sql`delete from message_files where id = ${id}`).catch(sqlState),
    ).toBe('HW238')
  })
})

it('of twenty that somebody sends at once, twelve wait and no more', async () => {
  const farid = await phoneOf(world, at, { firstName: 'Farid' })
  const body = await photo()
  const sent = await Promise.all(Array.from({ length: 20 }, () => put({ body }, farid)))
  expect(sent.filter(({ status }) => status === 201)).toHaveLength(12)
})
