import { describe, expect, it } from 'vitest'
import { changesIn, offsetIn, vtimezone, wallClock } from './zones.rules.ts'

describe('clocks of a place', () => {
  it.each([
    ['Europe/London', '2027-03-28T00:59:00Z', 0],
    ['Europe/London', '2027-03-28T01:00:00Z', 60],
    ['Europe/Amsterdam', '2027-07-01T12:00:00Z', 120],
    ['America/St_Johns', '2027-01-01T12:00:00Z', -210],
    ['Asia/Kolkata', '2027-01-01T12:00:00Z', 330],
    ['UTC', '2027-01-01T12:00:00Z', 0],
  ])('%s at %s is %i minutes ahead', (zone, at, minutes) => {
    expect(offsetIn(zone, new Date(at))).toBe(minutes)
  })
  it('change in London on the last Sundays of March and October', () => {
    expect(changesIn('Europe/London', 2027, 2027).map((d) => d.toISOString())).toEqual([
      '2027-03-28T01:00:00.000Z',
      '2027-10-31T01:00:00.000Z',
    ])
  })
  it('never change in Kolkata', () => {
    expect(changesIn('Asia/Kolkata', 2026, 2028)).toEqual([])
  })
  it('show six in the evening at five UTC in summer', () => {
    expect(wallClock('Europe/London', new Date('2027-03-30T17:00:00Z')).toISOString()).toBe(
      '2027-03-30T18:00:00.000Z',
    )
  })
})

describe('a VTIMEZONE', () => {
  const lines = vtimezone('Europe/London', 2027, 2027).split('\r\n')
  it('writes both changes of the year with the wall clock they happen at', () => {
    const text = lines.join('\n')
    expect(text).toContain(
      'BEGIN:DAYLIGHT\nDTSTART:20270328T010000\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0100\nTZNAME:BST\nEND:DAYLIGHT',
    )
    expect(text).toContain(
      'BEGIN:STANDARD\nDTSTART:20271031T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0000\nTZNAME:GMT\nEND:STANDARD',
    )
  })
  it('has an observance before the first moment it is asked for', () => {
    const starts = lines.filter((l) => l.startsWith('DTSTART:')).map((l) => l.slice(8))
    expect(starts[0]).toBe('20260101T000000')
    expect([...starts].sort()).toEqual(starts)
  })
  it('also works for a place whose clocks never change', () => {
    expect(vtimezone('Asia/Kolkata', 2027, 2027).match(/BEGIN:STANDARD/g)).toHaveLength(1)
  })
})
