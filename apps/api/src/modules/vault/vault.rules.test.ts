import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seal, unseal } from './vault.rules.ts'

const master = randomBytes(32).toString('base64')
const context = {
  id: 'box-1',
  placeId: 'northgate',
  subjectId: 'mr-okafor',
  field: 'codesign.needs',
}

describe('what Mr Okafor needs', () => {
  it('comes back as he said it, whatever he said', () => {
    const words = fc.string({ unit: 'grapheme' })
    fc.assert(
      fc.property(words, (said) => unseal(master, context, seal(master, context, said)) === said),
    )
  })
  it('looks different every time it is put away, and never like itself', () => {
    const [one, other] = [
      seal(master, context, 'a seat near the speaker'),
      seal(master, context, 'a seat near the speaker'),
    ]
    expect(one.equals(other)).toBe(false)
    expect(one.includes('seat')).toBe(false)
  })
  it.each([
    ['in another place', { ...context, placeId: 'elmside' }],
    ['for another person', { ...context, subjectId: 'kayleigh' }],
    ['as another field', { ...context, field: 'codesign.story' }],
    ['in another row, though it was his before', { ...context, id: 'box-2' }],
  ])('does not open %s', (_, elsewhere) => {
    expect(() => unseal(master, elsewhere, seal(master, context, 'captions'))).toThrow()
  })
  it('does not open with another key, nor with one bit changed anywhere', () => {
    const sealed = seal(master, context, 'captions')
    expect(() => unseal(randomBytes(32).toString('base64'), context, sealed)).toThrow()
    for (let i = 0; i < sealed.length; i++) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(i) ^ 1, i)
      expect(() => unseal(master, context, changed)).toThrow()
    }
  })
  it('put away before boxes had a row of their own still opens, and nowhere else', () => {
    const old = seal(master, context, 'captions', 1)
    expect(unseal(master, context, old)).toBe('captions')
    expect(() => unseal(master, { ...context, subjectId: 'kayleigh' }, old)).toThrow()
  })
})
