import { describe, expect, it } from 'vitest'
import {
  callingCodeOf,
  deviceOf,
  idleLife,
  maySend,
  mayText,
  readPhone,
  reuseOf,
  sessionLife,
} from './identity.rules.ts'

const hour = 3_600_000

describe('a sign-in lasts', () => {
  it.each([
    ['thirty days for a small group', ['member'], false, 720],
    ['twelve hours for a commissioner', ['member', 'commissioner'], false, 12],
    ['twelve hours for a broker', ['broker'], false, 12],
    ['half a day on a library computer', [], true, 12],
  ] as const)('%s', (_, roles, shared, hours) => {
    expect(sessionLife(roles, shared)).toBe(hours * hour)
  })
  it('half an hour without a touch on a library computer', () => {
    expect(idleLife(true)).toBe(hour / 2)
  })
})

describe('a refresh token seen twice', () => {
  const used = new Date('2026-11-21T12:00:00Z')
  it.each([
    ['is a phone repeating itself within ten seconds', 10_000, 'repeat'],
    ['is theft after that', 10_001, 'theft'],
  ] as const)('%s', (_, later, expected) => {
    expect(reuseOf(used, new Date(used.getTime() + later))).toBe(expected)
  })
})

describe('one more sign-in mail in the hour', () => {
  it.each([
    ['is the fifth of this browser or network: sent', 4, 4, true],
    ['is the sixth of them: not sent', 5, 5, false],
    ['is the first of this browser, after nineteen of others: sent', 0, 19, true],
    ['is the first of this browser, after twenty of others: not sent', 0, 20, false],
  ])('%s', (_, byAsker, byAnyone, expected) => {
    expect(maySend({ byAsker, byAnyone })).toBe(expected)
  })
})

it.each([
  ['07700 900123', '44', '+447700900123'],
  ['(020) 7946 0000', '44', '+442079460000'],
  ['+44 (0)7700 900123', '44', '+447700900123'],
  ['0044 7700 900123', '31', '+447700900123'],
  ['06 12 34 56 78', '31', '+31612345678'],
  ['+31 (0)6 12345678', '44', '+31612345678'],
  ['+252 61 2345678', '44', '+252612345678'],
  ['12345', '44', undefined],
  ['+0 12345678', '44', undefined],
  ['+4477009001234567', '44', undefined],
])('a number written %s in a place of +%s is %s', (typed, callingCode, phone) => {
  expect(readPhone(typed, callingCode)).toBe(phone)
})

it.each([
  ['Europe/London', '44'],
  ['Europe/Amsterdam', '31'],
])('numbers in %s are those of +%s', (zone, code) => {
  expect(callingCodeOf(zone)).toBe(code)
})

it.each([
  [
    'Mozilla/5.0 (Linux; Android 9; SM-G950F) AppleWebKit/537.36 Chrome/119.0 Mobile Safari/537.36',
    'Chrome, Android',
  ],
  [
    'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 SamsungBrowser/23.0 Chrome/115.0 Safari/537.36',
    'Samsung Internet, Android',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605 Version/17.0 Mobile Safari/604',
    'Safari, iPhone',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0',
    'Edge, Windows',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0', 'Firefox, Linux'],
  ['curl/8.5', null],
  [undefined, null],
])('a device that says %s is called %s', (userAgent, name) => {
  expect(deviceOf(userAgent)).toBe(name)
})

describe('a text goes to', () => {
  it.each([
    ['a mobile in the town’s own country', '+447911223344', '44', true],
    ['a number of a film', '+447700900123', '44', true],
    ['no personal number, which is paid for being reached', '+447000123456', '44', false],
    ['no pager', '+447600123456', '44', false],
    ['no mobile of Jersey', '+447797712345', '44', false],
    ['no mobile of Guernsey', '+447911712345', '44', false],
    ['no mobile of the Isle of Man', '+447624412345', '44', false],
    ['no telephone on a wall', '+442079460000', '44', false],
    ['no number paid by the minute', '+449098790000', '44', false],
    ['no number too short', '+44770090012', '44', false],
    ['no mobile of elsewhere', '+31612345678', '44', false],
    ['no satellite', '+8816123456789', '44', false],
    ['a mobile in the Netherlands', '+31612345678', '31', true],
    ['a made-up one there', '+31600000042', '31', true],
    ['no machine’s number there', '+3197012345678', '31', false],
    ['no pager there', '+31660123456', '31', false],
    ['no telephone on a wall there', '+31201234567', '31', false],
    ['nobody where the country is not known', '+33612345678', '33', false],
  ])('%s: %s', (_, phone, callingCode, expected) => {
    expect(mayText(phone, callingCode)).toBe(expected)
  })
})
