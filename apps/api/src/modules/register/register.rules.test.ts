import { describe, expect, it } from 'vitest'
import {
  incomeBandOf,
  mayReplace,
  maySitAtHome,
  readDay,
  readPounds,
  readWebsite,
  type Standing,
  withoutContacts,
} from './register.rules.ts'

describe('what a charity told the register', () => {
  it.each([
    [null, null],
    [0, 'none'],
    [1, 'micro'],
    [9_999, 'micro'],
    [10_000, 'small'],
    [99_999, 'small'],
    [100_000, 'medium'],
    [999_999, 'medium'],
    [1_000_000, 'large'],
    [10_000_000, 'major'],
    [99_999_999, 'major'],
    [100_000_000, 'super-major'],
  ] as const)('an income of %s pounds is band %s', (pounds, band) => {
    expect(incomeBandOf(pounds)).toBe(band)
  })

  it.each([
    ['2023-09-07 00:00:00.0000000', '2023-09-07'],
    ['2023-09-07T00:00:00', '2023-09-07'],
    ['2023-09-07T00:00:00Z', '2023-09-07'],
    ['2023-09-07', '2023-09-07'],
    ['7/9/2023', '2023-09-07'],
    [' 1961-01-01 ', '1961-01-01'],
  ])('the day %j is %s', (raw, day) => {
    expect(readDay(raw)).toEqual({ value: day, doubtful: false })
  })

  it.each([
    ['2023-02-30'],
    ['0000-00-00'],
    ['yesterday'],
    ['2023-13-01'],
    ['31/04/2020'],
    ['99999-01-01'],
  ])('the day %j is left out and marked', (raw) => {
    expect(readDay(raw)).toEqual({ value: null, doubtful: true })
  })

  it.each([
    ['75186.0', 75_186],
    ['0', 0],
    ['£1,200', 1200],
    ['2200000000', 2_200_000_000],
    ['1.2E6', 1_200_000],
  ])('the amount %j is %d pounds', (raw, pounds) => {
    expect(readPounds(raw)).toEqual({ value: pounds, doubtful: false })
  })

  it.each([['-5'], ['n/a'], ['1e99'], ['12 thousand'], ['NaN']])(
    'the amount %j is left out and marked',
    (raw) => {
      expect(readPounds(raw)).toEqual({ value: null, doubtful: true })
    },
  )

  it('an empty field is no doubt', () => {
    for (const read of [readDay, readPounds, readWebsite]) {
      expect(read('  ')).toEqual({ value: null, doubtful: false })
    }
  })

  it.each([
    ['www.example.org', 'http://www.example.org'],
    ['HTTPS://Example.org/', 'https://example.org'],
    ['https://example.org/about', 'https://example.org/about'],
  ])('the website %j is %s', (raw, url) => {
    expect(readWebsite(raw).value).toBe(url)
  })

  it.each([
    ['ann@example.org'],
    ['http://ann@example.org'],
    ['none'],
    ['javascript:alert(1)'],
    ['ftp://x.org'],
  ])('the website %j is not taken', (raw) => {
    expect(readWebsite(raw)).toEqual({ value: null, doubtful: true })
  })
})

describe('a volunteer who runs a group from home', () => {
  it.each([
    [true, 5_000, true],
    [true, null, true],
    [null, 99_999, true],
    [true, 100_000, false],
    [false, 500, false],
    [false, null, false],
  ] as const)(
    'unincorporated %s with %s pounds: may sit at home %s',
    (unincorporated, pounds, home) => {
      expect(maySitAtHome(unincorporated, pounds)).toBe(home)
    },
  )

  it.each([
    ['Write to ann.o+club@mail.example.co.uk today', 'Write to … today'],
    ['Ring 020 7946 0018.', 'Ring ….'],
    ['Ring (0161) 496-0123 or +44 7700 900123', 'Ring … or …'],
    ['Registered charity 1164883, since 1987', 'Registered charity 1164883, since 1987'],
    ['Company 09506232 in SE15', 'Company 09506232 in SE15'],
    ['Ages 0 - 5, open 09 - 12', 'Ages 0 - 5, open 09 - 12'],
  ])('%j is kept as %j', (text, kept) => {
    expect(withoutContacts(text)).toBe(kept)
  })
})

describe('two files that know the same charity', () => {
  const held: Standing = { rank: 1, extractedOn: '2023-09-07', finYearEnd: '2022-03-31' }
  it.each([
    ['the same extract again', {}, true],
    ['a newer extract', { extractedOn: '2024-01-01', finYearEnd: null }, true],
    ['an older extract', { extractedOn: '2022-01-01', finYearEnd: '2023-03-31' }, false],
    ['one without a date', { extractedOn: null }, false],
    ['a sample', { rank: 0, extractedOn: '2025-01-01' }, false],
    ['a more official one', { rank: 2, extractedOn: null }, true],
  ])('%s: replaced %s', (_, change, replaced) => {
    expect(mayReplace(held, { ...held, ...change })).toBe(replaced)
  })

  it('two samples are settled by the later accounts, whichever is loaded first', () => {
    const older: Standing = { rank: 0, extractedOn: null, finYearEnd: '2019-03-31' }
    const newer: Standing = { rank: 0, extractedOn: null, finYearEnd: '2025-03-31' }
    expect(mayReplace(older, newer)).toBe(true)
    expect(mayReplace(newer, older)).toBe(false)
    expect(mayReplace(older, { ...older, finYearEnd: null })).toBe(false)
    expect(mayReplace(older, { ...older })).toBe(true)
    expect(mayReplace(older, { ...older }, false)).toBe(false)
    expect(mayReplace(older, newer, false)).toBe(true)
  })
})
