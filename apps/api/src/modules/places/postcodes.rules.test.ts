import { describe, expect, it } from 'vitest'
import { isPostcode, normalisePostcode, outwardCode, suggestPostcode } from './postcodes.rules.ts'

describe('a postcode as people type it', () => {
  it.each([
    ['se15 5jr', 'SE15 5JR'],
    [' SE155JR  ', 'SE15 5JR'],
    ['SE15-5JR', 'SE15 5JR'],
    ['n7 7jw  ', 'N7 7JW'],
    ['W1A1AA', 'W1A 1AA'],
    ['E1 7S', 'E 17S'],
    ['', ''],
    ['AB', 'AB'],
  ])('%j is written %j', (raw, written) => {
    expect(normalisePostcode(raw)).toBe(written)
  })

  it.each([
    ['SE15 5JR', 'SE15'],
    ['n7 7jw', 'N7'],
    ['EC4Y 0DS', 'EC4Y'],
    ['W1A 1AA', 'W1A'],
    ['SW1A 1AA', 'SW1A'],
    ['M1 1AE', 'M1'],
    ['B33 8TH', 'B33'],
    ['CR2 6XH', 'CR2'],
    ['DN55 1PT', 'DN55'],
    ['GIR 0AA', 'GIR'],
    ['BT7 1NN', 'BT7'],
  ])('%s is in district %s', (raw, district) => {
    expect(isPostcode(raw)).toBe(true)
    expect(outwardCode(raw)).toBe(district)
  })

  it.each([
    ['Camberwell'],
    ['E1 7S'],
    ['EC4Y ODS'],
    ['1011 AB'],
    ['SE15 5JC'],
    ['QE1 1AA'],
    ['SE155 5JR'],
    ['SE15'],
    [''],
    ['D02 AF30'],
  ])('%j is not one', (raw) => {
    expect(isPostcode(raw)).toBe(false)
    expect(outwardCode(raw)).toBeNull()
  })
})

describe('a postcode with a letter for a digit', () => {
  it.each([
    ['EC4Y ODS', 'EC4Y 0DS'],
    ['SEI5 5JR', 'SE15 5JR'],
    ['SE15 OAA', 'SE15 0AA'],
    ['0X1 1AA', 'OX1 1AA'],
    ['NIO 1AA', 'N10 1AA'],
  ])('%s is offered back as %s', (raw, offered) => {
    expect(suggestPostcode(raw)).toBe(offered)
  })

  it.each([['SE15 5JR'], ['Camberwell'], ['E1 7S'], ['OOOOOOO'], ['D02 AF30'], ['']])(
    'for %j nothing is guessed',
    (raw) => {
      expect(suggestPostcode(raw)).toBeNull()
    },
  )
})
