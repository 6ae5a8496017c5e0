import { inflateRawSync } from 'node:zlib'
import { AGREEMENT_TEXTS } from '@howcanwe/shared/agreements'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { type Town, townOf } from '../joint-interests/joint-interests.fixture.ts'
import { BOX, lived, WORDS } from './agreements.fixture.ts'

let world: World
let town: Town
beforeAll(async () => {
  world = await startWorld()
  town = await townOf(world)
})
afterAll(() => world.close())

async function wordOf(id: string, language: string): Promise<Buffer> {
  const answer = await world.app.inject({
    url: `/api/v1/agreements/${id}/document?language=${language}`,
    headers: { authorization: `Bearer ${await world.tokenOf(town.amina.member)}` },
  })
  return answer.rawPayload
}

/** One file of a zip, read by its central directory: another reader than the one that wrote it. */
function fileIn(zip: Buffer, name: string): string {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  let at = zip.readUInt32LE(end + 16)
  for (let n = zip.readUInt16LE(end + 10); n > 0; n--) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)]
    const [length, more, note] = [28, 30, 32].map((o) => zip.readUInt16LE(at + o)) as number[]
    const local = zip.readUInt32LE(at + 42)
    if (zip.toString('utf8', at + 46, at + 46 + (length ?? 0)) === name) {
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
      const bytes = zip.subarray(start, start + size)
      return (method === 8 ? inflateRawSync(bytes) : bytes).toString('utf8')
    }
    at += 46 + (length ?? 0) + (more ?? 0) + (note ?? 0)
  }
  throw new Error(`no ${name} in it`)
}

/** Every tag that opens is closed, in order: what a program needs before it shows anything. */
function isWellFormed(xml: string): boolean {
  const open: string[] = []
  for (const [, close, name = '', rest = ''] of xml.matchAll(/<(\/?)([\w:]+)([^>]*)>/g)) {
    if (close) {
      if (open.pop() !== name) return false
    } else if (!rest.endsWith('/')) open.push(name)
  }
  return open.length === 0
}

it('is a whole Word document: parts named, well formed, headings, a table with a head, A4', async () => {
  const zip = await wordOf(await lived(town), 'en')
  const document = fileIn(zip, 'word/document.xml')
  for (const name of ['[Content_Types].xml', '_rels/.rels', 'word/document.xml', 'word/styles.xml'])
    expect(isWellFormed(fileIn(zip, name))).toBe(true)
  expect(fileIn(zip, '[Content_Types].xml')).toContain('wordprocessingml.document.main+xml')
  expect(document.match(/w:pStyle w:val="Heading1"/g)).toHaveLength(1)
  expect(document.match(/w:pStyle w:val="Heading2"/g)).toHaveLength(AGREEMENT_TEXTS.length + 1)
  expect(document.match(/<w:tbl>/g)).toHaveLength(1)
  expect(document).toContain('<w:tblHeader/>')
  expect(document).toMatch(/w:pgSz w:w="11906" w:h="16838"/)
})

it.each([
  ['en', 'en-GB'],
  ['nl', 'nl-NL'],
] as const)(
  'in %s it says what language it is in, so that it is spelled and spoken so',
  async (language, tag) => {
    const zip = await wordOf(await lived(town), language)
    expect(fileIn(zip, 'word/styles.xml')).toContain(`<w:lang w:val="${tag}"`)
  },
)

it.each([
  ['en', 'How to leave', 'paid before we begin', '£500.00'],
  ['nl', 'Hoe je vertrekt', 'betaald voordat we beginnen', '500,00'],
] as const)(
  'opened in Word (%s) it has every party, every box and no field lost',
  async (language, heading, advance, sum) => {
    const id = await lived(town)
    const answer = await world.app.inject({
      url: `/api/v1/agreements/${id}/document?language=${language}`,
      headers: { authorization: `Bearer ${await world.tokenOf(town.amina.member)}` },
    })
    expect(answer.headers['content-type']).toContain('wordprocessingml')
    expect(answer.headers['content-disposition']).toContain('Free-evenings-in-Northgate.docx')
    const zip = answer.rawPayload
    const text = fileIn(zip, 'word/document.xml').replaceAll(/<[^>]+>/g, '\n')
    for (const one of [town.amina, town.elders]) {
      expect(text).toContain(one.name)
      expect(text).toContain(`${one.name} wants rest.`)
    }
    for (const name of AGREEMENT_TEXTS) expect(text).toContain(WORDS[name])
    for (const words of [WORDS.title, BOX.role, heading, advance, sum, '14'])
      expect(text).toContain(words)
  },
)
