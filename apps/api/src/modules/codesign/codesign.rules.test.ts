import { describe, expect, it } from 'vitest'
import { foldContact, mayHaveGroups, readContact } from './codesign.rules.ts'

describe('a contact somebody could be reached with', () => {
  it.each([
    ['email', ' Kayleigh@Example.ORG', 'kayleigh@example.org'],
    ['email', 'kayleigh at example.org', undefined],
    ['email', 'kayleigh@example', undefined],
    ['email', 'a@example.org\nBcc: b@example.org', undefined],
    ['phone', '07700 900123', '07700 900123'],
    ['phone', '+44 (0)7700 900-123', '+44 (0)7700 900-123'],
    ['phone', '12345', undefined],
    ['phone', 'ring my mum', undefined],
    ['phone', '07700 900123 ext 4', undefined],
    ['someone', 'Ask for Mr Okafor at the library', 'Ask for Mr Okafor at the library'],
    ['someone', '…', undefined],
  ] as const)('by %s: %s', (by, typed, kept) => {
    expect(readContact(by, typed)).toBe(kept)
  })
})

describe('the same contact, spelled another way, folds to the same', () => {
  it.each([
    ['phone', '07700 900123', '+44 7700 900123', 'Kay', 'Kay'],
    ['phone', '(07700) 900-123', '0044 7700900123', 'Kay', 'Kayleigh'],
    ['phone', '06 12345678', '+31 6 12345678', 'Noor', 'Noor'],
    ['email', 'kay@example.org', 'KAY@example.org', 'Kay', 'K'],
    ['someone', 'Ask Ines, library', 'ask ines  LIBRARY', 'Kay', 'kay'],
  ] as const)('%s: %s and %s', (by, one, other, name, otherName) => {
    expect(foldContact(by, one, name)).toBe(foldContact(by, other, otherName))
  })
  it.each([
    ['phone', '07700 900123', '07700 900124', 'Kay', 'Kay'],
    ['email', 'kay@example.org', 'kay@example.com', 'Kay', 'Kay'],
    ['someone', 'Ask Ines, library', 'Ask Ines, library', 'Kay', 'Noor'],
  ] as const)('but %s: %s and %s are two people', (by, one, other, name, otherName) => {
    expect(foldContact(by, one, name)).not.toBe(foldContact(by, other, otherName))
  })
  it('an address and a number never meet', () => {
    expect(foldContact('someone', 'x', '')).not.toBe(foldContact('phone', 'x', ''))
  })
})

it.each([
  ['draft', false],
  ['open', true],
  ['choosing', true],
  ['formed', true],
  ['none-chosen', false],
  ['withdrawn', false],
] as const)('a question that is %s may have groups: %s', (state, may) => {
  expect(mayHaveGroups(state)).toBe(may)
})
