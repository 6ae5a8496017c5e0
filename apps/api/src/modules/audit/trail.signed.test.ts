import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { someId, startWorld, type World } from '../../../test/support.ts'
import { keepTrail, record } from './index.ts'
import { checkpointLines, exported, verify, verifyWith } from './trail.fixture.ts'

const ours = generateKeyPairSync('ed25519')
const theirs = generateKeyPairSync('ed25519')
const pem = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString()
const chain = someId()
const FORGED = 'its signature is not of this key: it was forged'

let world: World
let trail = ''
/** The anchor file: what it held before there was a key, and the three checkpoints after. */
let before = ''
let anchor = ''
beforeAll(async () => {
  world = await startWorld()
  const folder = await mkdtemp(join(tmpdir(), 'hcw-signed-'))
  const anchorFile = join(folder, 'anchor')
  for (const signingKey of [undefined, ours.privateKey, ours.privateKey, ours.privateKey]) {
    await record(world.appDb, {
      placeId: chain,
      actorId: null,
      action: 'places.set-up',
      subject: { kind: 'thing', id: someId() },
    })
    await world.db.execute(sql`select trail.take_checkpoints('x', interval '0', '{}')`)
    const settings = { origin: 'https://town.example', anchorFile, signingKey }
    await keepTrail(settings, async () => undefined)(world.appDb)
    anchor = await readFile(anchorFile, 'utf8')
    if (!signingKey) before = anchor
  }
  trail = await exported(world.db, chain)
  await rm(folder, { recursive: true })
})
afterAll(() => world.close())

const key = () => [pem(ours.publicKey)]
const linesOf = (text: string) => text.trim().split('\n')
/** The anchor with its third line, the second signed one, changed. */
const withThird = (change: (line: string) => string) =>
  linesOf(anchor)
    .map((line, i) => (i === 2 ? change(line) : line))
    .join('\n')

describe('whoever has the public key', () => {
  it('sees that the lines were written by whoever holds the other half, whichever way the key is given', async () => {
    const inBase64 = ours.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    for (const given of [pem(ours.publicKey), inBase64]) {
      const { code, said } = await verifyWith([given], trail, anchor)
      expect([code, said]).toEqual([0, expect.stringContaining('3 of 3 signed checkpoints met')])
      expect(said).toContain('Checkpoints without a signature: 1.')
    }
  })

  it('reads lines of two keys after one was changed for another', async () => {
    const both = [pem(theirs.publicKey), pem(ours.publicKey)]
    expect((await verifyWith(both, trail, anchor)).code).toBe(0)
  })

  it.each<[string, (line: string) => string, string]>([
    ['a size', (line) => line.replace('"size":3', '"size":2'), FORGED],
    [
      'a moment, by a millisecond',
      (line) => line.replace(/\d(?=Z")/, (d) => `${(+d + 1) % 10}`),
      FORGED,
    ],
    ['white space', (line) => line.replace('"v":1,', '"v":1, '), FORGED],
    [
      'the signature',
      (line) =>
        line.replace(/"signature":"./, (s) => `${s.slice(0, -1)}${s.endsWith('A') ? 'B' : 'A'}`),
      FORGED,
    ],
    ['its length', (line) => line.replace(/..=="\}$/, '=="}'), FORGED],
    [
      'one without a signature',
      (line) => line.replace(/,"signature".*$/, '}'),
      'is not signed, and lines before it are',
    ],
  ])('finds a forged line of the anchor: %s', async (_, change, said) => {
    const forged = withThird(change)
    expect(forged).not.toBe(anchor)
    expect(await verifyWith(key(), trail, forged)).toEqual({
      code: 1,
      said: expect.stringContaining(`line 3: ${said}`),
    })
  })

  it('finds lines of somebody else’s key, and an anchor that nobody signed', async () => {
    expect((await verifyWith([pem(theirs.publicKey)], trail, anchor)).said).toContain('forged')
    const nobody = await verifyWith(key(), trail, before)
    expect([nobody.code, nobody.said]).toEqual([
      1,
      expect.stringContaining('none of them is signed with this key'),
    ])
  })
})

describe('whoever has no key', () => {
  it('checks as before, and signatures are in nobody’s way', async () => {
    expect(await verify(trail, anchor, await checkpointLines(world.db, chain))).toEqual({
      code: 0,
      said: '4 events in 1 chain, 4 of 4 checkpoints met.\nEverything holds.\n',
    })
  })

  it('cannot tell when a signature was taken off', async () => {
    const unsigned = withThird((line) => line.replace(/,"signature".*$/, '}'))
    expect((await verify(trail, unsigned)).code).toBe(0)
  })
})
